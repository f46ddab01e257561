"""Findings: what is wrong with the data of a dossier."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from . import _eken
from .frames import Frame, Tabular, frame_of, named
from .options import checked_lang
from .values import Code

if TYPE_CHECKING:
    from .assessment import Assessment
    from .dossier import Dossier
    from .plan import Plan, Profile

__all__ = ["Finding", "Findings", "NotEvaluated", "Waived"]

SEVERITIES = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")}


class Finding:
    """A fault in the data: what kind, where, and the parameters of its sentence. No personal value is in it."""

    __slots__ = ("_said", "cell", "clauses", "code", "column", "line", "params", "pointer", "severity")
    __match_args__ = ("code", "severity", "pointer")
    _said: dict[str, tuple[str, str]]

    code: str
    """What kind of fault: subject, full stop, fault."""
    severity: Code
    """How grave: ``error``, ``warning``, ``info``."""
    pointer: str
    """JSON Pointer of the value."""
    line: int
    """Line, from 1; of a sheet or CSV file the row."""
    column: int
    """Column in characters, from 1; of a sheet or CSV file the column."""
    cell: str | None
    """The cell of a sheet or CSV file, such as ``设施!C5``."""
    params: Mapping[str, str | int]
    """Parameters of the message."""
    clauses: tuple[str, ...]
    """Clauses and standards that it rests on."""

    def __init__(self, said: dict[str, tuple[str, str]], **values: Any) -> None:
        object.__setattr__(self, "_said", said)
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def message(self, lang: str | None = None) -> str:
        """What is wrong, in the language of the options unless one is named."""
        return self._said[checked_lang(lang)][0]

    def help(self, lang: str | None = None) -> str:
        """How to mend it."""
        return self._said[checked_lang(lang)][1]

    @property
    def place(self) -> str:
        """The place for people: the cell, or line and column."""
        return self.cell or f"{self.line}:{self.column}"

    def to_dict(self, lang: str | None = None) -> dict[str, Any]:
        """It as the JSON of ``eken check`` has it."""
        told = {name: getattr(self, name) for name in ("code", "severity", "pointer", "line", "column", "cell", "params")}
        told |= {"params": dict(self.params)}
        told |= {"clauses": list(self.clauses), "message": self.message(lang), "help": self.help(lang)}
        return {name: str(value) if isinstance(value, Code) else value for name, value in told.items() if value is not None}

    def _key(self) -> tuple[Any, ...]:
        return (self.code, str(self.severity), self.pointer, self.line, self.column, self.cell, tuple(self.params.items()))

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Finding) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a finding cannot be changed ({name})")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a finding cannot be changed ({name})")

    def __reduce__(self) -> tuple[Any, ...]:
        names = ("code", "severity", "pointer", "line", "column", "cell", "clauses")
        return (_finding, (self._said, {name: getattr(self, name) for name in names} | {"params": dict(self.params)}))

    def __repr__(self) -> str:
        return f"<Finding {self.severity} {self.code} {self.place}>"

    def __str__(self) -> str:
        return f"{self.place} {self.severity.label()} {self.message()} ({self.code})"


def _finding(said: dict[str, tuple[str, str]], values: dict[str, Any]) -> Finding:
    return Finding(said, **values)


class NotEvaluated(NamedTuple):
    """A rule that could not be evaluated on something."""

    code: str
    """Code of the rule."""
    why: Code
    """Why: ``section-absent``, ``section-incomplete``, ``faulty``."""
    pointers: tuple[str, ...]
    """JSON Pointers of what could not be looked at: the first ten."""
    total: int
    """How many there are in all."""


class Waived(NamedTuple):
    """A finding that a waiver of the profile passes over."""

    finding: Finding
    """The finding."""
    reason: str
    """Why it is waived."""
    authority: str
    """The body that answers for it."""
    until: datetime.date
    """Last day of the waiver."""


class Findings(Sequence[Finding], Tabular):
    """The findings of a dossier, in the order of the text. Each becomes a Python object when it is asked for.

    >>> import eken
    >>> found = eken.loads('{"schema_version": 1, "as_of": "2023-02-30"}').check()
    >>> found[0].code, found[0].place, found.counts["error"]
    ('structure.date', '1:32', 1)
    """

    __slots__ = ("_dossier", "_native", "_only", "_plan", "_profile")

    def __init__(
        self, dossier: Dossier, plan: Plan, profile: Profile | None, native: _eken.Checked, only: tuple[int, ...] | None = None
    ) -> None:
        self._dossier, self._plan, self._profile, self._native, self._only = dossier, plan, profile, native, only

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self._dossier

    @property
    def plan(self) -> Plan:
        """The plan that it was validated under."""
        return self._plan

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each severity, those beyond the limits of a list included; of a selection, how many are in it."""
        if self._only is None:
            return dict(zip(SEVERITIES, self._native.totals(), strict=True))
        codes = self._native.codes()
        chosen = [codes[n][1] for n in self._only]
        return {severity: chosen.count(severity) for severity in SEVERITIES}

    @property
    def by_code(self) -> dict[str, int]:
        """How many there are of each code."""
        if self._only is None:
            return self._native.by_code()
        codes = self._native.codes()
        out: dict[str, int] = {}
        for n in self._only:
            out[codes[n][0]] = out.get(codes[n][0], 0) + 1
        return out

    @property
    def unlisted(self) -> int:
        """How many are counted and not listed, beyond the limits of a list."""
        return 0 if self._only is not None else sum(self._native.totals()) - len(self._native)

    @property
    def not_evaluated(self) -> tuple[NotEvaluated, ...]:
        """Rules that could not be evaluated on something, and why."""
        zh, en = self._native.not_evaluated("zh"), self._native.not_evaluated("en")
        return tuple(
            NotEvaluated(code, Code(why, words, other[2]), tuple(pointers), total)
            for (code, why, words, pointers, total), other in zip(zh, en, strict=True)
        )

    @property
    def waived(self) -> tuple[Waived, ...]:
        """Findings that a waiver of the profile passes over; they count nowhere else."""
        zh, en = self._native.waived("zh"), self._native.waived("en")
        return tuple(
            Waived(_made(one[0], other[0]), one[1], one[2], datetime.date.fromisoformat(one[3]))
            for one, other in zip(zh, en, strict=True)
        )

    def where(
        self,
        *,
        severity: str | Iterable[str] | None = None,
        code: str | Iterable[str] | None = None,
        section: str | None = None,
    ) -> Findings:
        """Those of a severity, of a code (``entity.*`` is a subject), at or below a section or a pointer."""
        severities, codes = _names(severity), _names(code)
        prefix = None if section is None else section if section.startswith("/") else f"/{section}"
        chosen = []
        listed = self._native.codes()
        for n in range(len(self._native)) if self._only is None else self._only:
            name, grave = listed[n]
            if severities is not None and grave not in severities:
                continue
            if codes is not None and name not in codes and f"{name.partition('.')[0]}.*" not in codes:
                continue
            if prefix is not None:
                pointer = self._at(n).pointer
                if pointer != prefix and not pointer.startswith(f"{prefix}/"):
                    continue
            chosen.append(n)
        return Findings(self._dossier, self._plan, self._profile, self._native, tuple(chosen))

    @property
    def errors(self) -> Findings:
        """Those whose value is wrong."""
        return self.where(severity="error")

    @property
    def warnings(self) -> Findings:
        """Those whose value is doubtful."""
        return self.where(severity="warning")

    @property
    def infos(self) -> Findings:
        """Those worth knowing."""
        return self.where(severity="info")

    def assess(
        self,
        year: int,
        *,
        as_of: datetime.date | str | None = None,
        readings: Mapping[str, str] | None = None,
        tier: str | None = None,
    ) -> Assessment:
        """How the town stands under the plan that the dossier was validated with: see :meth:`Dossier.assess`."""
        from .assessment import Assessment, settled

        day, chosen = settled(as_of, readings)
        native = self._native.assess(year, day, chosen, None if tier is None else str(tier))
        return Assessment(self._dossier, self._plan, native, year, day, chosen, tier)

    def frame(self, lang: str | None = None, *, labels: str | None = None, headings: str | None = None) -> Frame:
        """The findings as a table, with their sentences in one language; of a dossier's whole list also those waived, and how many
        of a kind are not listed."""
        made = (self, "frame", {"lang": checked_lang(lang), "labels": labels, "headings": headings})
        if self._only is None:
            return Frame(self._native.frame(checked_lang(lang), named(labels), named(headings)), made)
        return frame_of(("数据问题", "Findings"), _COLUMNS, (_row(each, lang) for each in self), made)

    def to_json(self, lang: str | None = None) -> str:
        """It as the JSON that ``eken check`` writes, all findings of the dossier in it."""
        return self._native.form("json", self._dossier.name, checked_lang(lang))

    def to_sarif(self, lang: str | None = None) -> str:
        """It as SARIF 2.1.0, for editors and code hosts."""
        return self._native.form("sarif", self._dossier.name, checked_lang(lang))

    def to_junit(self, lang: str | None = None) -> str:
        """It as JUnit XML, for build servers."""
        return self._native.form("junit", self._dossier.name, checked_lang(lang))

    def text(self, lang: str | None = None, *, width: int = 100, color: bool = False) -> str:
        """It as the text of the command ``eken check``."""
        return self._native.text(self._dossier.name, checked_lang(lang), width, color)

    def verify(self, receipt: str | bytes | Mapping[str, Any] | os.PathLike[str]) -> dict[str, bool]:
        """Whether a receipt holds for the dossier: each digest as stated against the digest computed anew."""
        from .assessment import receipt_text

        parts = self._native.verify(receipt_text(receipt))
        if parts is None:
            from .errors import ReadError

            raise ReadError(
                "receipt.none",
                ("不是回执，也不是评估结果的 JSON", "neither a receipt nor the JSON of an assessment"),
                ("回执用 a.receipt 或 eken assess --receipt 生成", "a.receipt or eken assess --receipt makes one"),
            )
        return {part: same for part, same, _, _ in parts}

    def __len__(self) -> int:
        return len(self._native) if self._only is None else len(self._only)

    @overload
    def __getitem__(self, key: int) -> Finding: ...
    @overload
    def __getitem__(self, key: slice) -> Findings: ...
    def __getitem__(self, key: int | slice) -> Finding | Findings:
        places = range(len(self._native)) if self._only is None else self._only
        if isinstance(key, slice):
            return Findings(self._dossier, self._plan, self._profile, self._native, tuple(places[key]))
        return self._at(places[key])

    def __iter__(self) -> Iterator[Finding]:
        return (self._at(n) for n in (range(len(self._native)) if self._only is None else self._only))

    def _at(self, nth: int) -> Finding:
        zh, en = self._native.finding(nth, "zh"), self._native.finding(nth, "en")
        assert zh is not None and en is not None
        return _made(zh, en)

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Findings) else NotImplemented

    def __hash__(self) -> int:
        return hash((Findings, self._dossier, len(self)))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_unpickled, (self._dossier, self._plan, self._profile, self._only))

    def __repr__(self) -> str:
        told = ", ".join(f"{count} {severity}" for severity, count in self.counts.items())
        return f"<Findings: {told}>"

    def __str__(self) -> str:
        return self.text() if self._only is None else "\n".join(map(str, self))

    def _repr_html_(self) -> str:
        from .display import findings

        return findings(self)


def _unpickled(dossier: Dossier, plan: Plan, profile: Profile | None, only: tuple[int, ...] | None) -> Findings:
    found = dossier.check(plan, profile=profile)
    return found if only is None else Findings(dossier, plan, profile, found._native, only)


_COLUMNS = (
    ("code", "code"),
    ("severity", "code"),
    ("pointer", "text"),
    ("line", "whole"),
    ("column", "whole"),
    ("cell", "text"),
    ("message", "text"),
    ("help", "text"),
)


def _row(finding: Finding, lang: str | None) -> tuple[Any, ...]:
    place = (finding.pointer, finding.line, finding.column, finding.cell)
    return (finding.code, finding.severity, *place, finding.message(lang), finding.help(lang))


def _names(asked: str | Iterable[str] | None) -> set[str] | None:
    return None if asked is None else {asked} if isinstance(asked, str) else set(asked)


def _made(zh: tuple[Any, ...], en: tuple[Any, ...]) -> Finding:
    from types import MappingProxyType

    code, severity, pointer, line, column, cell, params, clauses = zh[:8]
    return Finding(
        {"zh": (zh[8], zh[9]), "en": (en[8], en[9])},
        code=code,
        severity=Code(severity, *SEVERITIES[severity]),
        pointer=pointer,
        line=line,
        column=column,
        cell=cell,
        params=MappingProxyType(params),
        clauses=tuple(clauses),
    )
