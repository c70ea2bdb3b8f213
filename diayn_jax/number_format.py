"""Writes numbers for people: on the terminal, in tables and on pages.

The page's own script, `show/web/src/format.js`, writes numbers in the same way. The shortest decimal that
stands for a float is rounded, and halves are rounded away from zero, as in JavaScript's `Intl`.
"""

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

_MINUS, _NARROW, _NONE = "−", "\u202f", "–"
_UPS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_FEW, _MANY = 1e-3, 1e9  # numbers beyond these are written with a power of ten
_EXACT = Context(prec=400)  # the largest float has 309 digits before the point
_SIZES = ((1e9, "G"), (1e6, "M"), (1e3, "k"))


def number(value: float | None) -> str:
    """Writes three significant digits: 0.812, 12.3, 1,230, 2.1·10⁻⁵; an en dash if there is no number."""
    if value is None or not math.isfinite(value):
        return _NONE
    size = abs(value)
    if size >= _MANY or 0 < size < _FEW:
        exact = Decimal(repr(float(value)))
        power = exact.adjusted()
        digits = _rounded(exact.scaleb(-power), 1)
        if abs(digits) == 10:
            digits, power = digits / 10, power + 1
        return _signed(f"{digits:.1f}") + f"·10{str(power).translate(_UPS)}"
    if size >= 999.5:
        return fixed(value, 0)
    return _three_digits(value)


def fixed(value: float | None, decimals: int) -> str:
    """Writes a number with `decimals` decimals: 1,250, 0.50, −2.0; an en dash if there is no number."""
    if value is None or not math.isfinite(value):
        return _NONE
    return _signed(f"{_rounded(value, decimals):,}")


def percent(share: float | None) -> str:
    """Writes a share as a percentage: 94 %, 5.2 %; an en dash if there is no number."""
    if share is None or not math.isfinite(share):
        return _NONE
    hundred = 100 * share
    if abs(hundred) >= _MANY:
        return f"{number(hundred)}{_NARROW}%"
    return f"{fixed(hundred, 1 if hundred and abs(hundred) < 9.95 else 0)}{_NARROW}%"


def count(value: float | None) -> str:
    """Writes a count in thousands, millions or more: 1.2M, 340k, 12; an en dash if there is no number."""
    if value is None or not math.isfinite(value):
        return _NONE
    for size, suffix in _SIZES:
        if 1.0005 * abs(value) >= size:  # 999,900 is 1M
            return _three_digits(value / size) + suffix
    return number(value)


def counted(whole: int, what: str) -> str:
    """Writes a number with its noun: "1 run", "3 runs"."""
    return f"{whole} {what}{'' if whole == 1 else 's'}"


def duration(seconds: float) -> str:
    """Writes seconds as hours, minutes and seconds: 3725 as 1:02:05."""
    minutes, seconds = divmod(round(min(seconds, 359_999)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def rough_duration(seconds: float) -> str:
    """Writes seconds as minutes, or as hours from 100 minutes on: "12.5 min", "3.2 h"."""
    return f"{seconds / 60:.1f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"


def aligned(cells: Sequence[Sequence[str]], left: int = 0) -> list[str]:
    """Writes rows of cells as lines; the first `left` columns are aligned left, the others right."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            x.ljust(w) if i < left else x.rjust(w) for i, (x, w) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def _three_digits(value: float) -> str:
    """Writes three significant digits, without zeros at the end of a fraction."""
    if not value:
        return "0"
    text = f"{_rounded(value, 2 - Decimal(repr(float(value))).adjusted()):f}"
    return _signed(text.rstrip("0").rstrip(".") if "." in text else text)


def _rounded(value: float | Decimal, decimals: int) -> Decimal:
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)


def _signed(text: str) -> str:
    """Writes the sign as a true minus; zero has no sign."""
    return (text if text.strip("-0.") else text.lstrip("-")).replace("-", _MINUS)
