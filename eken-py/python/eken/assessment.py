"""Assessments: how a town stands on each indicator and target of a plan, exactly, and why."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _eken
from .errors import UnknownError
from .frames import Frame, Tabular, named
from .options import checked_lang
from .standing import VERDICTS, Department, Standing, verdict
from .values import Code

if TYPE_CHECKING:
    from .dossier import Dossier
    from .findings import Findings
    from .many import Row
    from .plan import Plan
    from .plot import AssessmentPlots

__all__ = ["Assessment", "Dependence", "Reading", "StandingChange", "WhatIf"]


class Reading(NamedTuple):
    """A reading (读法) and the option used."""

    id: str
    """Id of the reading."""
    option: str
    """Id of the option."""
    default: bool
    """Whether it is the plan's default."""


class Dependence(NamedTuple):
    """A verdict that another option of one reading would change."""

    id: str
    """Id of the indicator or target."""
    reading: str
    """Id of the reading."""
    option: str
    """Id of the option."""
    verdict: Code
    """The verdict as it stands."""
    otherwise: Code
    """The verdict under that option."""


class StandingChange(NamedTuple):
    """An indicator or target whose verdict, or a measured value of whose, changed."""

    id: str
    """Id of the indicator or target."""
    title: str
    """Its title."""
    before: Code
    """The verdict before."""
    after: Code
    """The verdict after."""
    criteria: tuple[tuple[str, str, str, str], ...]
    """The criteria that changed: title, what was measured before and after, and all of it in words."""
    text: str
    """All of it in one line."""


class WhatIf(NamedTuple):
    """What a supposition changes."""

    assessment: Assessment
    """The assessment under it."""
    changes: dict[str, tuple[Code, Code]]
    """The verdicts that differ by id: as they stand, and under it."""


class Assessment(Mapping[str, Standing], Tabular):
    """How a town stands on every indicator and target of a plan. It is no acceptance: the plan gives no rule for an overall result.

    It is a mapping by id: ``a["16"]``, ``a[16]``, ``a["T1"]``.

    >>> import eken
    >>> a = eken.read("examples/data/yuanqu-2023.json").assess(year=2023)
    >>> a[16].verdict, a.counts["met"] + a.counts["not_met"] + a.counts["open"] <= 28
    (<not_met 未达到>, True)
    """

    __slots__ = ("_as_of", "_dossier", "_held", "_native", "_order", "_plan", "_readings", "_tier", "_year")

    def __init__(
        self,
        dossier: Dossier,
        plan: Plan,
        native: _eken.Assessment,
        year: int,
        as_of: str | None,
        readings: dict[str, str],
        tier: str | None,
    ) -> None:
        self._dossier, self._plan, self._native = dossier, plan, native
        self._year, self._as_of, self._readings, self._tier = year, as_of, readings, tier
        self._order = {id: (n, code, target) for n, (id, code, target) in enumerate(native.verdicts())}
        self._held: dict[tuple[str, str], Standing] = {}

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self._dossier

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self._plan

    @property
    def town(self) -> str | None:
        """Name of the town, masked of personal numbers; None when it is not stated."""
        return self._native.town

    @property
    def tier(self) -> Code | None:
        """County tier used; None when it is not declared with its evidence."""
        from .records import kinds

        code = self._native.tier[0]
        codes = next(field.codes for field in kinds()["TierDeclaration"].fields if field.name == "tier")
        return None if code is None else codes[code]

    @property
    def tier_supposed(self) -> bool:
        """Whether the tier was supposed by the caller."""
        return self._native.tier[1]

    @property
    def year(self) -> int:
        """Acceptance year (验收年度)."""
        return self._native.year

    @property
    def as_of(self) -> datetime.date:
        """Day up to which facts counted."""
        return datetime.date.fromisoformat(self._native.as_of)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings used."""
        return tuple(Reading(*each) for each in self._native.readings())

    @property
    def indicators(self) -> tuple[Standing, ...]:
        """The binding indicators, in the order of the annex."""
        return tuple(self[id] for id, (_, _, target) in self._order.items() if not target)

    @property
    def targets(self) -> tuple[Standing, ...]:
        """The targets of the county's own plan."""
        return tuple(self[id] for id, (_, _, target) in self._order.items() if target)

    @property
    def counts(self) -> dict[str, int]:
        """How many binding indicators have each verdict."""
        return self._counts(False)

    @property
    def target_counts(self) -> dict[str, int]:
        """How many targets have each verdict."""
        return self._counts(True)

    def _counts(self, targets: bool) -> dict[str, int]:
        codes = [code for _, code, target in self._order.values() if target == targets]
        return {code: codes.count(code) for code in VERDICTS}

    @property
    def all_binding_met(self) -> bool:
        """Whether every binding indicator is met or met by exemption; this is not an acceptance."""
        return self._native.all_binding_met

    def where(self, *verdicts: str) -> tuple[Standing, ...]:
        """The standings with one of these verdicts, in order."""
        for code in verdicts:
            if code not in VERDICTS:
                raise _unknown("结论", "verdict", code, VERDICTS)
        return tuple(self[id] for id, (_, code, _) in self._order.items() if code in verdicts)

    @property
    def met(self) -> tuple[Standing, ...]:
        """Those met, or met by exemption."""
        return self.where("met", "met_by_exemption")

    @property
    def not_met(self) -> tuple[Standing, ...]:
        """Those not met."""
        return self.where("not_met")

    @property
    def open(self) -> tuple[Standing, ...]:
        """Those that depend on what is missing, or on which source is right."""
        return self.where("open", "conflict")

    def by_department(self, *, support: bool = False) -> dict[Department | None, tuple[Standing, ...]]:
        """What is not met or open, by the department that leads; with ``support`` also by those that support."""
        out: dict[Department | None, list[Standing]] = {}
        for standing in self.where("not_met", "open", "conflict"):
            duty = standing.departments
            for department in (duty.lead, *(duty.support if support else ())):
                out.setdefault(department, []).append(standing)
        return {department: tuple(standings) for department, standings in out.items()}

    def explain(self, id: str | int, lang: str | None = None, *, width: int = 100, color: bool = False) -> str:
        """One verdict's whole derivation in words."""
        return self._native.explain(self[id].id, checked_lang(lang), width, color)

    def sensitivity(self) -> tuple[Dependence, ...]:
        """The verdicts that depend on a reading: every other option of every reading tried alone."""
        return tuple(
            Dependence(id, reading, option, verdict(one), verdict(other))
            for id, reading, option, one, other in self._native.sensitivity()
        )

    def changes(self, since: Assessment, lang: str | None = None) -> tuple[StandingChange, ...]:
        """What changed since another assessment of the town by the same plan, in one language.

        >>> import eken
        >>> d = eken.read("examples/data/yuanqu-2023.json")
        >>> after = d.without_record("events", d.events[0].id).assess(year=2023)
        >>> [change.text for change in after.changes(d.assess(year=2023), lang="en")]
        ['indicator 19, Publicity activities each year: 2 → 1, 1 short; now not met']
        """
        return tuple(
            StandingChange(id, title, verdict(before), verdict(now), tuple(criteria), text)
            for id, title, before, now, criteria, text in self._native.changes(since._native, checked_lang(lang))
        )

    def what_if(
        self,
        values: Mapping[str, Any] | None = None,
        *,
        year: int | None = None,
        as_of: datetime.date | str | None = None,
        readings: Mapping[str, str] | None = None,
        tier: str | None = None,
        plan: Plan | str | os.PathLike[str] | None = None,
    ) -> WhatIf:
        """What would change: with other values at JSON Pointers, another year, reading, tier or plan; all else as it is.

        >>> import eken
        >>> a = eken.read("examples/data/yuanqu-2023.json").assess(year=2023)
        >>> a.what_if(tier="general_promotion").assessment.tier_supposed
        True
        """
        dossier = self._dossier
        for pointer, value in (values or {}).items():
            dossier = dossier.with_value(pointer, value)
        other = dossier.assess(
            self._year if year is None else year,
            as_of=self._as_of if as_of is None else as_of,
            readings={**self._readings, **(readings or {})},
            tier=self._tier if tier is None else tier,
            plan=self._plan if plan is None else plan,
        )
        changes = {
            id: (verdict(code), verdict(other._order[id][1]))
            for id, (_, code, _) in self._order.items()
            if id in other._order and other._order[id][1] != code
        }
        return WhatIf(other, changes)

    @property
    def receipt(self) -> dict[str, Any]:
        """The receipt: digests of dossier, plan, options and verdicts, with what is needed to recompute it."""
        receipt: dict[str, Any] = json.loads(self._native.receipt())
        return receipt

    def to_json(self, lang: str | None = None) -> str:
        """It as the JSON that ``eken assess --format json`` writes."""
        return self._native.json(checked_lang(lang))

    def to_dict(self, lang: str | None = None) -> dict[str, Any]:
        """It as that JSON, its figures as decimals."""
        told: dict[str, Any] = json.loads(self.to_json(lang), parse_float=Decimal)
        return told

    def text(self, lang: str | None = None, *, width: int = 100, color: bool = False) -> str:
        """It as the text of the command ``eken assess``."""
        return self._native.text(checked_lang(lang), width, color)

    def html(self, lang: str | None = None, *, internal: bool = False) -> str:
        """It as one HTML page without network or script; ``internal`` tells what records are called."""
        return self._native.html(checked_lang(lang), internal)

    def write_report(self, path: str | os.PathLike[str], lang: str | None = None, *, internal: bool = False) -> None:
        """Writes :meth:`html` to a file, whole or not at all."""
        _eken.write_file(os.fspath(path), self.html(lang, internal=internal).encode())

    def frame(
        self,
        *,
        criteria: bool = False,
        lang: str | None = None,
        labels: str | None = None,
        headings: str | None = None,
    ) -> Frame:
        """The standings as a table, a row each with verdict, figures where there is one criterion, and what is missing; with
        ``criteria`` a row for each criterion. ``labels`` shows codes by their labels in a language, ``headings`` names columns so."""
        told = {"criteria": criteria, "lang": checked_lang(lang), "labels": labels, "headings": headings}
        native = self._native.frame(criteria, checked_lang(lang), named(labels), named(headings))
        return Frame(native, (self, "frame", told))

    @property
    def plot(self) -> AssessmentPlots:
        """Its charts: ``a.plot.gaps()``, ``a.plot.progress()``, ``a.plot.tiers()``; they need ``pip install eken[plot]``."""
        from .plot import AssessmentPlots

        return AssessmentPlots(self)

    def rows(self, lang: str | None = None) -> tuple[Row, ...]:
        """It as the rows that :meth:`eken.Many.rows` has of it, for tables over many towns made elsewhere, such as in Spark."""
        from .many import rows_of

        tongue = checked_lang(lang)
        return tuple(rows_of(self.to_dict(tongue), self._dossier.name, self._dossier.line, tongue))

    def check(self) -> Findings:
        """What is wrong with the data that it rests on."""
        return self._dossier.check(self._plan)

    def __getitem__(self, key: str | int) -> Standing:
        id = str(key).upper()
        place = self._order.get(id)
        if place is None:
            raise _unknown("指标", "indicator", str(key), self._order)
        lang = checked_lang(None)
        held = self._held.get((id, lang))
        if held is None:
            text = self._native.standing(place[0], lang)
            assert text is not None
            held = self._held.setdefault((id, lang), Standing(json.loads(text, parse_float=Decimal), self))
        return held

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __contains__(self, key: object) -> bool:
        return str(key).upper() in self._order

    def __eq__(self, other: object) -> bool:
        return self._native.json("zh") == other._native.json("zh") if isinstance(other, Assessment) else NotImplemented

    def __hash__(self) -> int:
        return hash((Assessment, self._native.receipt()))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_unpickled, (self._dossier, self._plan, self._year, self._as_of, self._readings, self._tier))

    def __repr__(self) -> str:
        told = ", ".join(f"{count} {code}" for code, count in self.counts.items() if count)
        return f"<Assessment {self._native.plan} {self.year}: {told}>"

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        from .display import assessment

        return assessment(self)


def _unpickled(dossier: Dossier, plan: Plan, year: int, as_of: str | None, readings: dict[str, str], tier: str | None) -> Assessment:
    return dossier.assess(year, as_of=as_of, readings=readings, tier=tier, plan=plan)


def settled(as_of: datetime.date | str | None, readings: Mapping[str, str] | None) -> tuple[str | None, dict[str, str]]:
    """Day and readings as the core takes them."""
    if isinstance(as_of, datetime.datetime):
        as_of = as_of.date()
    day = as_of.isoformat() if isinstance(as_of, datetime.date) else as_of
    return day, {str(id): str(option) for id, option in (readings or {}).items()}


def receipt_text(receipt: str | bytes | Mapping[str, Any] | os.PathLike[str]) -> str:
    """The text of a receipt: itself, its dictionary, or the file it stands in."""
    if isinstance(receipt, bytes):
        return receipt.decode()
    if isinstance(receipt, str):
        return receipt
    if isinstance(receipt, os.PathLike):
        with open(receipt, encoding="utf-8-sig") as file:
            return file.read(64 << 20)
    return json.dumps(receipt, ensure_ascii=False)


def _unknown(zh: str, en: str, name: str, known: Any) -> UnknownError:
    return UnknownError(
        "call.unknown",
        (f"没有{zh} {name}", f"there is no {en} {name}"),
        (f"可用：{'、'.join(known)}", f"known: {', '.join(known)}"),
    )
