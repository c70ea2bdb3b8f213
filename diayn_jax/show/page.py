"""Writes self-contained HTML pages: the bundle of `web/` and the data that it draws, in one file."""

import base64
import functools
import html
import json
import math
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from diayn_jax.storage import untrusted_files

_MISSING = -32768  # the int16 that marks a missing value

# A page fetches nothing, whatever its data says. Only a served page may ask its own server.
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:; "
    "media-src data:; "
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
<noscript>This page needs JavaScript, which is switched off here.</noscript>
{opening}{data}</script>
<script>{script}</script>
{more}<script>
{start}(document.getElementById("report"), JSON.parse(document.getElementById("data").textContent), {live});
</script>
<script type="text/plain" id="licences">
{licences}
</script>
</body>
</html>
"""


def render(data: Mapping[str, Any], live: str | None = None) -> str:
    """Returns a page as HTML.

    Args:
      data: what `main.js` draws. `pack` encodes its arrays, and `kind` says which page it is.
      live: the address that the page asks for updates; None makes a page that does not change.
    """
    title = str(data.get("title") or data["head"]["title"])
    return _page("bundle", "diaynReport.start", data, title=title, live=live)


def render_play(data: Mapping[str, Any], physics: str = "") -> str:
    """Returns a page in which a person plays with skills, as HTML.

    Args:
      data: what `play/main.js` takes. If its `source` is a server, the page may connect to that.
      physics: MuJoCo as WebAssembly, compressed and in base64, for a page without a server.
    """
    served = data["source"]["kind"] == "server"
    more = f'<script type="text/plain" id="physics">{physics}</script>\n' if physics else ""
    return _page(
        "play",
        "const played = diaynPlay.start",
        data,
        title=data["title"],
        live="" if served else None,
        more=more,
    )


def _page(
    bundle: str, start: str, data: Mapping[str, Any], *, title: str, live: str | None, more: str = ""
) -> str:
    # MuJoCo's bindings make functions of strings.
    scripts = "'unsafe-inline' 'unsafe-eval'" if more else "'unsafe-inline'"
    return _PAGE.format(
        policy=_POLICY.format(connect="'none'" if live is None else "'self'", scripts=scripts),
        title=html.escape(title),
        style=_part(f"{bundle}.css"),
        # In JSON "<" occurs only in strings, where "\u003c" means the same.
        opening=_OPENING,
        data=to_json(data).replace("<", "\\u003c"),
        script=_part(f"{bundle}.js"),
        more=more,
        start=start,
        live=json.dumps(live),
        licences=html.escape(_part(f"{bundle}.licences.txt"), quote=False),
    )


def data_of(text: str) -> dict[str, Any] | None:
    """Returns the data that a page draws; None if the text is not a page that `render` wrote."""
    _, found, rest = text.partition(_OPENING)
    if not found:
        return None
    try:
        data = json.loads(rest.partition("</script>")[0])
    except (RecursionError, ValueError):
        return None
    return data if isinstance(data, dict) else None


def read(path: Path) -> dict[str, Any] | None:
    """Returns the data of the page at a path; None if the file is missing or not a page of this package."""
    try:
        return data_of(untrusted_files.read_text(path))
    except (OSError, ValueError):
        return None


def to_json(data: Any) -> str:
    """Returns `data` as JSON; numbers that are not finite become null."""
    return json.dumps(plain(data), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def plain(value: Any) -> Any:
    """Converts a value to JSON's types: floats keep six digits, and become None if they are not finite."""
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
    """Encodes an array for the page.

    uint8, uint16 and int16 are stored unchanged. Floats are rounded to 65535 steps between their minimum
    and their maximum; values that are not finite are marked as missing.

    Raises:
      TypeError: the array has another type, such as integers of more than 16 bits.
    """
    values = np.asarray(values)
    if values.dtype in (np.uint8, np.uint16, np.int16):
        return {"type": str(values.dtype), "data": base64_of(values)}
    if not np.issubdtype(values.dtype, np.floating):
        raise TypeError(f"{values.dtype} cannot be stored in a page; use floats, uint8, uint16 or int16.")
    values = values.astype(np.float64)
    there = np.isfinite(values)
    low, high = (values[there].min(), values[there].max()) if there.any() else (0.0, 0.0)
    scale = (high - low) / 65534 or 1.0
    offset = low + 32767 * scale
    steps = np.where(there, np.rint((np.where(there, values, low) - offset) / scale), _MISSING)
    return {
        "type": "int16",
        "data": base64_of(steps.astype(np.int16)),
        "scale": float(scale),
        "offset": float(offset),
        "missing": _MISSING,
    }


def base64_of(values: np.ndarray) -> str:
    """Returns the bytes of an array, little-endian, in base64."""
    little = np.ascontiguousarray(values, dtype=values.dtype.newbyteorder("<"))
    return base64.b64encode(little.tobytes()).decode("ascii")


def data_url(data: bytes, media_type: str) -> str:
    """Returns a file, such as an `image/png`, as an address that a page may hold."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"


def physics_part() -> str:
    """Returns MuJoCo as WebAssembly, compressed by gzip, in base64."""
    packed = resources.files("diayn_jax.show") / "web" / "mujoco.wasm.gz"
    return base64.b64encode(packed.read_bytes()).decode("ascii")


@functools.cache
def _part(name: str) -> str:
    return (resources.files("diayn_jax.show") / "web" / name).read_text(encoding="utf-8")
