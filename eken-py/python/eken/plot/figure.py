"""Figures in words: exact, in the unit that fits their size, with the thousands apart."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit that figures are shown in."""

    of: Decimal
    """How many base units it is."""
    word: str
    """What it is called; empty where things are counted in English."""

    def exact(self, value: Decimal) -> Decimal:
        """A figure in it."""
        return value.scaleb(-self.of.adjusted())

    def scaled(self, value: Decimal) -> float:
        """A figure in it, as charts have it."""
        return float(self.exact(value))


_ONE = Decimal(1)
_MUCH = Decimal(10_000)
_WORDS = {
    "yuan": ("元", "yuan"),
    "m2": ("平方米", "m²"),
    "percent": ("%", "%"),
    "percentage-point": ("个百分点", "percentage points"),
    "person": ("人", "persons"),
    "person-time": ("人次", "person-times"),
    "item": ("个", ""),
    "hour": ("小时", "hours"),
}


def unit(code: str | None, size: Decimal, lang: str) -> Unit:
    """The unit that fits the size of the largest figure."""
    zh = lang == "zh"
    if code == "yuan" and abs(size) >= (_MUCH if zh else _MUCH * 100):
        if not zh:
            return Unit(_MUCH * 100, "million yuan")
        return Unit(_MUCH * _MUCH, "亿元") if abs(size) >= _MUCH * _MUCH else Unit(_MUCH, "万元")
    if code == "m2" and abs(size) >= _MUCH and zh:
        return Unit(_MUCH, "万平方米")
    return Unit(_ONE, _WORDS.get(code or "", (code or "",) * 2)[0 if zh else 1])


def number(value: Decimal, of: Unit) -> str:
    """A figure in a unit, without its word."""
    written = f"{of.exact(value).normalize():,f}"
    return written.replace("-", "−")


def figure(value: Decimal, of: Unit) -> str:
    """A figure in a unit, with its word."""
    return joined(number(value, of), of.word)


def joined(told: str, word: str) -> str:
    """A number and the word of its unit."""
    latin = word[:1].isascii() and word not in ("", "%")
    return f"{told}{' ' if latin else ''}{word}"


def share(part: Decimal, whole: Decimal, *, up: bool = False) -> Decimal | None:
    """A share in percent, to four places; rounded down (or up), so that none reaches what the exact one does not. None of zero."""
    if whole == 0:
        return None
    return (part * 100 / whole).quantize(Decimal("0.0001"), ROUND_CEILING if up else ROUND_FLOOR)


def percent(value: Decimal) -> str:
    """A share in percent to one place at most, rounded away from zero where it falls short, so that no shortfall reads as none."""
    told = abs(value).quantize(Decimal("0.1"), ROUND_CEILING if value < 0 else ROUND_FLOOR).normalize()
    return f"{told:,f}%"
