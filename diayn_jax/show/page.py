"""Pages that need nothing but themselves: the bundle of `web/`, and the data that it draws."""

import base64
import functools
import html
import json
import math
from collections.abc import Mapping
from importlib import resources
from typing import Any

import numpy as np

_MISSING = -32768  # of int16: no number there

# Nothing is fetched, whatever the data says; a page that is served may ask its own server.
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "worker-src blob:; connect-src {connect}; base-uri 'none'; form-action 'none'"
)

_OPENING = '<script type="application/json" id="data">'

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<div id="report"></div>
<noscript>This page draws itself by JavaScript, which is switched off here.</noscript>
{opening}{data}</script>
<script>{script}</script>
<script>
diaynReport.start(
  document.getElementById("report"), JSON.parse(document.getElementById("data").textContent), {live});
</script>
<script type="text/plain" id="licences">
{licences}
</script>
</body>
</html>
"""


def render(data: Mapping[str, Any], live: str | None = None) -> str:
    """A page as HTML.

    Args:
      data: what `main.js` draws; arrays as `pack` makes them, `kind` saying which page it is.
      live: the address that the page asks for news; None: a page that stays as it is.
    """
    return _PAGE.format(
        policy=_POLICY.format(connect="'self'" if live else "'none'"),
        title=html.escape(str(data.get("title") or data["head"]["title"])),
        style=_part("bundle.css"),
        # In JSON "<" stands in strings alone, where this is the same.
        opening=_OPENING,
        data=to_json(data).replace("<", "\\u003c"),
        script=_part("bundle.js"),
        live=json.dumps(live),
        licences=html.escape(_part("bundle.licences.txt"), quote=False),
    )


def data_of(text: str) -> dict[str, Any] | None:
    """What a page draws; None of a text that is no page of ours."""
    _, found, rest = text.partition(_OPENING)
    if not found:
        return None
    try:
        data = json.loads(rest.partition("</script>")[0])
    except (RecursionError, ValueError):
        return None
    return data if isinstance(data, dict) else None


def to_json(data: Any) -> str:
    """JSON, with null for what is no number."""
    return json.dumps(plain(data), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def plain(value: Any) -> Any:
    """The same in JSON's types: floats of six digits, None where they are not finite."""
    if isinstance(value, Mapping):
        return {str(key): plain(x) for key, x in value.items()}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, list | tuple):
        return [plain(x) for x in value]
    if isinstance(value, float | np.floating):
        return float(f"{value:.6g}") if math.isfinite(value) else None
    if isinstance(value, np.integer):
        return int(value)
    return value


def pack(values: np.ndarray) -> dict[str, Any]:
    """Whole numbers as they are, others in 65535 steps between the least and the largest.

    What is not finite is kept as missing.

    Raises:
      TypeError: numbers of more than 16 bits.
    """
    values = np.asarray(values)
    if values.dtype in (np.uint8, np.uint16, np.int16):
        return {"type": str(values.dtype), "data": _base64(values)}
    if not np.issubdtype(values.dtype, np.floating):
        raise TypeError(f"{values.dtype}: a page holds floats, uint8, uint16 and int16.")
    values = values.astype(np.float64)
    there = np.isfinite(values)
    low, high = (values[there].min(), values[there].max()) if there.any() else (0.0, 0.0)
    scale = (high - low) / 65534 or 1.0
    offset = low + 32767 * scale
    steps = np.where(there, np.rint((np.where(there, values, low) - offset) / scale), _MISSING)
    return {
        "type": "int16",
        "data": _base64(steps.astype(np.int16)),
        "scale": float(scale),
        "offset": float(offset),
        "missing": _MISSING,
    }


def _base64(values: np.ndarray) -> str:
    little = np.ascontiguousarray(values, dtype=values.dtype.newbyteorder("<"))
    return base64.b64encode(little.tobytes()).decode("ascii")


@functools.cache
def _part(name: str) -> str:
    return (resources.files("diayn_jax.show") / "web" / name).read_text(encoding="utf-8")
