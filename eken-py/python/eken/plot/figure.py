"""Figures in words: exact, in the unit that fits their size, with the thousands apart."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from ..units import UNITS
from .canvas import pick


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


def unit(code: str | None, size: Decimal, lang: str) -> Unit:
    """The unit that fits the size of the largest figure."""
    zh = lang == "zh"
    if code == "yuan" and abs(size) >= (_MUCH if zh else _MUCH * 100):
        if not zh:
            return Unit(_MUCH * 100, "million yuan")
        return Unit(_MUCH * _MUCH, "亿元") if abs(size) >= _MUCH * _MUCH else Unit(_MUCH, "万元")
    if code == "m2" and abs(size) >= _MUCH and zh:
        return Unit(_MUCH, "万平方米")
    return Unit(_ONE, UNITS.get(code or "", (code or "",) * 2)[0 if zh else 1])


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


def told_measured(least: Decimal | None, most: Decimal | None, code: str | None, lang: str) -> str:
    """What was measured, in words; empty where it is no figure, or nothing is known of it."""
    if least is None or (most is None and _says_nothing(least, code)):
        return ""
    of = unit(code, least if most is None else max(least, most, key=abs), lang)
    if most is None:
        return pick(lang, f"至少{figure(least, of)}", f"at least {figure(least, of)}")
    if least == most:
        return figure(least, of)
    return joined(f"{number(least, of)}{pick(lang, '～', ' to ')}{number(most, of)}", of.word)


def _says_nothing(least: Decimal, code: str | None) -> bool:
    """Whether a lower bound says nothing: zero does not, nor does the least that a rate can be."""
    return least == 0 or (code in ("percent", "percentage-point") and least <= -100)


def required(test: str | None, least: Decimal | None, most: Decimal | None, code: str | None, lang: str) -> str:
    """What is required, in words."""
    of = unit(code, max((end for end in (least, most) if end is not None), key=abs, default=Decimal(0)), lang)
    told = {
        "at_least": (least, "≥"),
        "more_than": (least, ">"),
        "at_most": (most, "≤"),
        "less_than": (most, "<"),
        "exactly": (least, "="),
    }.get(test or "")
    if told is not None and told[0] is not None:
        return f"{told[1]} {figure(told[0], of)}"
    if test == "tier_unknown":
        return pick(lang, "随县域类型而定，类型未定", "depends on the tier, which is not settled")
    if test == "between" and least is not None and most is not None:
        return joined(f"{number(least, of)}{pick(lang, '～', ' to ')}{number(most, of)}", of.word)
    return ""


def shortfall(least: Decimal | None, most: Decimal | None, verdict: str, *, over: bool, lang: str) -> str:
    """How much it falls short, or lies above, in words; nothing where it does not, or is known within bounds only."""
    if least is None or least >= 0 or least != most:
        return ""
    yet = verdict in ("open", "conflict")
    zh = f"{'目前' if yet else ''}{'超出' if over else '差'} {percent(least)}"
    return pick(lang, zh, f"{percent(least)} {'over' if over else 'short'}{' on what is on file' if yet else ''}")
