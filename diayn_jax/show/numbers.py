"""How a number is written wherever skills are shown, the same as `web/src/format.js` writes it."""

import math

_MINUS, _NARROW, _NONE = "−", "\u202f", "–"
_UPS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_FEW, _MANY = 1e-3, 1e9  # beyond these, a power of ten


def number(value: float | None) -> str:
    """Three digits that mean something: 0.812, 12.3, 1,230, 2.1·10⁻⁵; an en dash where there is no number."""
    if value is None or not math.isfinite(value):
        return _NONE
    size = abs(value)
    if size >= _MANY or 0 < size < _FEW:
        digits, power = f"{value:.1e}".split("e")
        text = f"{digits}·10{str(int(power)).translate(_UPS)}"
    elif size >= 999.5:
        text = f"{value:,.0f}"
    else:
        # Three digits, however many of them are zeros, of which none ends a fraction.
        text = f"{value:.{max(0, 2 - math.floor(math.log10(size)))}f}" if size else "0"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", _MINUS)


def percent(share: float | None) -> str:
    """A share as a percentage: 94 %, 5.2 %."""
    if share is None or not math.isfinite(share):
        return _NONE
    hundred = 100 * share
    decimals = 1 if hundred and abs(hundred) < 9.95 else 0
    return f"{hundred:.{decimals}f}{_NARROW}%".replace("-", _MINUS)
