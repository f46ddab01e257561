"""Standings: one verdict on an indicator or target, its criteria, what they measured, asked and lack."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import OptionError
from .options import checked_lang
from .values import Code

if TYPE_CHECKING:
    from .assessment import Assessment

__all__ = ["Bounds", "Criterion", "Department", "Departments", "Lack", "Required", "Standing", "Year"]

VERDICTS = {
    "met": ("达到", "met", "✓"),
    "met_by_exemption": ("例外通过", "met by exemption", "◇"),
    "not_met": ("未达到", "not met", "✗"),
    "open": ("待定", "open", "?"),
    "not_applicable": ("不适用", "not applicable", "–"),
    "conflict": ("数据冲突", "conflict", "!"),
}


def verdict(code: str) -> Code:
    """A verdict with its words."""
    zh, en, _ = VERDICTS[code]
    return Code(code, zh, en)


class Bounds(NamedTuple):
    """A figure known within bounds only."""

    min: Decimal
    """At least."""
    max: Decimal | None
    """At most; None when nothing bounds it."""


class Required(NamedTuple):
    """What a criterion asks."""

    test: str
    """``at_least``, ``more_than``, ``at_most``, ``less_than``, ``exactly``, ``between``, ``holds``, ``includes``,
    ``includes_any``, ``tier_unknown``."""
    value: Decimal | None = None
    """The bound, where there is one."""
    min: Decimal | None = None
    """The floor of ``between``."""
    max: Decimal | None = None
    """The ceiling of ``between``."""
    codes: tuple[str, ...] | None = None
    """The codes of ``includes`` and ``includes_any``."""


class Lack(NamedTuple):
    """Something that is missing, or worth knowing."""

    code: str
    """What kind."""
    pointer: str
    """JSON Pointer of the place; empty for the whole dossier."""
    params: dict[str, str | int]
    """Parameters of the message."""
    message: str
    """In words."""


class Department(NamedTuple):
    """A department."""

    id: str
    """Its id."""
    zh: str
    """Its name in Chinese."""
    en: str
    """Its name in English."""


class Departments(NamedTuple):
    """Who leads and who supports."""

    lead: Department | None
    """The leading department; None when there is none."""
    support: tuple[Department, ...]
    """Supporting departments."""
    inferred: bool
    """Whether the link is inferred: the plan gives duties, not indicator numbers."""
    unassigned: bool
    """Whether no duty of the plan covers it."""
    cites: tuple[str, ...]
    """Clauses that state the duties."""


class Year(NamedTuple):
    """One year's value of an annual criterion."""

    year: int
    """The year."""
    measured: Any
    """Its value."""
    verdict: Code
    """What it would mean."""


class _Immutable:
    __slots__ = ("_data",)
    _data: dict[str, Any]

    def __init__(self, data: dict[str, Any]) -> None:
        object.__setattr__(self, "_data", data)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {type(self).__name__.lower()} cannot be changed ({name})")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a {type(self).__name__.lower()} cannot be changed ({name})")

    def __eq__(self, other: object) -> bool:
        return self._data == other._data if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(repr(self._data))

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self._data,))

    def to_dict(self) -> dict[str, Any]:
        """It as the JSON of ``eken assess`` has it, its figures as decimals."""
        return dict(self._data)


class Criterion(_Immutable):
    """The result of one criterion (一项要求)."""

    __slots__ = ()
    __match_args__ = ("verdict", "measure", "measured", "required", "gap")

    @property
    def measure(self) -> str:
        """Name of the measure; ``any`` or ``all`` for criteria joined."""
        return str(self._data["measure"])

    def title(self, lang: str | None = None) -> str | None:
        """What it asks; None when the plan does not say."""
        title = self._data["title"]
        return None if title is None else str(title[checked_lang(lang)])

    @property
    def params(self) -> dict[str, Any]:
        """Parameters of the measure."""
        return dict(self._data["params"])

    @property
    def verdict(self) -> Code:
        """The verdict."""
        return verdict(self._data["verdict"])

    @property
    def measured(self) -> Decimal | Bounds | bool | frozenset[str] | None:
        """What was measured, in the unit: a figure, bounds, yes or no, a set of codes; None when unknown, not applicable, in
        conflict or joined from parts."""
        return _measured(self._data["measured"])

    @property
    def is_open(self) -> bool:
        """Whether a set of codes may hold more than it shows."""
        return bool(self._data.get("open", False))

    @property
    def required(self) -> Required | None:
        """What is required; None for criteria joined."""
        told = self._data["required"]
        if told is None:
            return None
        value, least, most = (_amount(told.get(name)) for name in ("value", "min", "max"))
        codes = told.get("codes")
        return Required(told["test"], value, least, most, None if codes is None else tuple(codes))

    @property
    def gap(self) -> Decimal | None:
        """Signed gap (差距): the value less the bound that binds; negative below a floor, positive above a ceiling."""
        return _amount(self._data["gap"])

    @property
    def unit(self) -> str | None:
        """Code of the unit of value, requirement and gap: ``m2``, ``yuan``, ``percent`` …"""
        unit = self._data["unit"]
        return None if unit is None else str(unit)

    @property
    def rounded(self) -> bool:
        """Whether a figure without end is rounded to 6 decimals here; the verdict rests on the exact one."""
        return bool(self._data.get("rounded", False))

    @property
    def provisional(self) -> bool:
        """Whether a provisional or estimated figure is among the facts."""
        return bool(self._data["provisional"])

    @property
    def evidence(self) -> tuple[str, ...]:
        """JSON Pointers of the facts."""
        return tuple(self._data["evidence"])

    @property
    def missing(self) -> tuple[Lack, ...]:
        """What would settle it, while it is open or in conflict; of one thing lacking in many records the first hundred."""
        return tuple(Lack(**each) for each in self._data["missing"])

    @property
    def missing_unlisted(self) -> int:
        """How many more are missing and not listed."""
        return int(self._data.get("missing_unlisted", 0))

    @property
    def notes(self) -> tuple[Lack, ...]:
        """What is worth knowing."""
        return tuple(Lack(**each) for each in self._data["notes"])

    @property
    def clauses(self) -> tuple[str, ...]:
        """Clauses of its own."""
        return tuple(self._data["clauses"])

    @property
    def readings(self) -> dict[str, str]:
        """Readings used: id and option."""
        return dict(self._data["readings"])

    @property
    def year(self) -> int | None:
        """The year looked at, for annual measures."""
        return self._data.get("year")

    @property
    def years(self) -> tuple[Year, ...]:
        """Every year since the programme began, for annual measures."""
        return tuple(Year(int(y["year"]), _measured(y["measured"]), verdict(y["verdict"])) for y in self._data["years"])

    @property
    def parts(self) -> tuple[Criterion, ...]:
        """Parts of criteria joined by ``any`` or ``all``."""
        return tuple(Criterion(part) for part in self._data["parts"])

    def __repr__(self) -> str:
        gap = f", gap {self.gap} {self.unit}" if self.gap is not None else ""
        return f"<Criterion {self.measure}: {self.verdict}{gap}>"


class Standing(_Immutable):
    """How the town stands on one indicator (指标) or target (目标)."""

    __slots__ = ("_of",)
    __match_args__ = ("id", "verdict")
    _of: Assessment | None

    def __init__(self, data: dict[str, Any], of: Assessment | None = None) -> None:
        super().__init__(data)
        object.__setattr__(self, "_of", of)

    @property
    def id(self) -> str:
        """Its id: ``16`` or ``T1``."""
        return str(self._data["id"])

    @property
    def no(self) -> int | None:
        """Number in the annex; None for targets."""
        return self._data.get("no")

    @property
    def slug(self) -> str:
        """Short name, such as ``display-centre``."""
        return str(self._data["slug"])

    def title(self, lang: str | None = None) -> str:
        """Its title."""
        return str(self._data["title"][checked_lang(lang)])

    @property
    def group(self) -> str | None:
        """Group of the annex; None for targets."""
        return self._data.get("group")

    @property
    def verdict(self) -> Code:
        """The verdict: every criterion must hold."""
        return verdict(self._data["verdict"])

    @property
    def mark(self) -> str:
        """The mark of the verdict: ✓ ◇ ✗ ? – !"""
        return VERDICTS[self._data["verdict"]][2]

    @property
    def is_passed(self) -> bool:
        """Whether it is met, or met by exemption."""
        return self._data["verdict"] in ("met", "met_by_exemption")

    @property
    def provisional(self) -> bool:
        """Whether a provisional or estimated figure is among the facts."""
        return bool(self._data["provisional"])

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Its criteria."""
        return tuple(Criterion(each) for each in self._data["criteria"])

    def leaves(self) -> Iterator[Criterion]:
        """Its criteria that measure something, those within others included."""
        waiting = list(reversed(self.criteria))
        while waiting:
            each = waiting.pop()
            waiting.extend(reversed(each.parts))
            if not each.parts:
                yield each

    @property
    def missing(self) -> tuple[Lack, ...]:
        """Everything listed as missing, each once."""
        seen: dict[tuple[str, str, str], Lack] = {}
        for leaf in self.leaves():
            for lack in leaf.missing:
                seen.setdefault((lack.code, lack.pointer, repr(lack.params)), lack)
        return tuple(seen.values())

    @property
    def clauses(self) -> tuple[str, ...]:
        """Clauses."""
        return tuple(self._data["clauses"])

    @property
    def departments(self) -> Departments:
        """Who leads and who supports."""
        duty = self._data["departments"]
        named = [Department(each["id"], each["name"]["zh"], each["name"]["en"]) for each in duty["support"]]
        lead = duty["lead"]
        led = None if lead is None else Department(lead["id"], lead["name"]["zh"], lead["name"]["en"])
        return Departments(led, tuple(named), duty["inferred"], duty["unassigned"], tuple(duty["cites"]))

    def explain(self, lang: str | None = None, *, width: int = 100, color: bool = False) -> str:
        """The whole derivation in words: what is asked, what was measured from which facts, what other readings would say."""
        if self._of is None:
            raise OptionError(
                "call.option",
                ("这一项已离开其评估结果", "the standing is parted from its assessment"),
                ('用 a["16"].explain()', 'use a["16"].explain()'),
            )
        return self._of.explain(self.id, lang, width=width, color=color)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Standing, (self._data, self._of))

    def __repr__(self) -> str:
        return f"<Standing {self.id} {self.slug}: {self.verdict}>"

    def __str__(self) -> str:
        return f"{self.mark} {self.id} {self.title()} {self.verdict.label()}"


def _amount(written: Any) -> Decimal | None:
    if written is None:
        return None
    if isinstance(written, str) and "/" in written:
        # a fraction beyond every decimal: the digits that a decimal of Python keeps
        above, below = written.split("/")
        return Decimal(above) / Decimal(below)
    return Decimal(written)


def _measured(written: Any) -> Decimal | Bounds | bool | frozenset[str] | None:
    if written is None or isinstance(written, bool):
        return written
    if isinstance(written, dict):
        least = _amount(written["min"])
        assert least is not None
        return Bounds(least, _amount(written.get("max")))
    return frozenset(written) if isinstance(written, list) else _amount(written)
