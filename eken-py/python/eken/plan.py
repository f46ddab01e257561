"""Plans: the law as data; and profiles, what a bureau changes about the rules."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from . import _eken
from .frames import Frame, Tabular, frame_of
from .options import checked_lang

__all__ = ["Change", "Plan", "Profile", "plans"]


class Change(NamedTuple):
    """What another plan changes."""

    path: tuple[str, ...]
    """Where, from the outside in."""
    before: str | None
    """What stood there; None where it is added."""
    after: str | None
    """What stands there now; None where it is removed."""


class Plan(Tabular):
    """A plan (培育方案): indicators, targets, readings, tiers, phases, departments.

    >>> import eken
    >>> plan = eken.Plan("yuanqu-2023")
    >>> len(plan.indicators), len(plan.targets), plan.title["en"] != ""
    (28, 16, True)
    """

    __slots__ = ("_json", "_native", "_source")

    def __init__(self, id: str = _eken.DEFAULT_PLAN) -> None:
        self._native = _eken.Plan.builtin(id)
        self._source: str | None = id
        self._json: dict[str, Any] | None = None

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Plan:
        """A plan of your own: a folder, or one ``.toml`` or ``.json`` file. Every fault is told with file, line and column."""
        return cls._of(_eken.Plan.open(os.fspath(path)), None)

    @classmethod
    def loads(cls, text: str, *, name: str = "plan.toml") -> Plan:
        """A plan of your own, from a text in TOML, or JSON where the name says so.

        >>> import eken
        >>> eken.Plan.loads('id = "county"\\ntitle = { zh = "示例", en = "example" }\\nbase = "shanxi-2022"').id
        'county'
        """
        return cls._of(_eken.Plan.read(text, name), None)

    @classmethod
    def _of(cls, native: _eken.Plan, source: str | None) -> Plan:
        made = cls.__new__(cls)
        made._native, made._source, made._json = native, source, None
        return made

    @property
    def id(self) -> str:
        """Its id."""
        return self._native.id

    @property
    def title(self) -> Mapping[str, str]:
        """Its title, by language."""
        title: dict[str, str] = self.to_dict()["title"]
        return title

    @property
    def indicators(self) -> tuple[dict[str, Any], ...]:
        """The binding indicators (约束性指标) as the plan file has them, in the order of the annex."""
        return tuple(self.to_dict().get("indicator", ()))

    @property
    def targets(self) -> tuple[dict[str, Any], ...]:
        """The targets of the county's own plan."""
        return tuple(self.to_dict().get("target", ()))

    @property
    def readings(self) -> tuple[dict[str, Any], ...]:
        """The points that the law leaves open, with their options and defaults."""
        return tuple(self.to_dict().get("reading", ()))

    def frame(self, lang: str | None = None) -> Frame:
        """Its indicators and targets as a table."""
        tongue = checked_lang(lang)
        columns = (("id", "text"), ("kind", "code"), ("title", "text"), ("group", "code"), ("lead", "code"), ("clauses", "text"))
        told = {"indicator": self.indicators, "target": self.targets}
        rows = (
            (
                each["id"],
                kind,
                each["title"][tongue],
                each.get("group"),
                (each.get("departments") or {}).get("lead"),
                ", ".join(each.get("clauses", ())),
            )
            for kind, items in told.items()
            for each in items
        )
        return frame_of(("指标和目标", "Indicators and targets"), columns, rows, (self, "frame", {"lang": tongue}))

    def to_dict(self) -> dict[str, Any]:
        """It in its single-file form, whole: what an overlay inherits is written out."""
        if self._json is None:
            self._json = json.loads(self._native.json())
        return dict(self._json or {})

    def to_json(self) -> str:
        """It as JSON text; loading it gives the same plan."""
        return self._native.json()

    def diff(self, other: Plan) -> tuple[Change, ...]:
        """What another plan changes."""
        return tuple(Change(tuple(path), before, after) for path, before, after in self._native.diff(other._native))

    def __eq__(self, other: object) -> bool:
        # what it says, whole; not whether it was written as an overlay
        return self.to_json() == other.to_json() if isinstance(other, Plan) else NotImplemented

    def __hash__(self) -> int:
        return hash((Plan, self.id))

    def __reduce__(self) -> tuple[Any, ...]:
        return (Plan, (self._source,)) if self._source else (_unpickled, (self.to_json(),))

    def __repr__(self) -> str:
        return f"<Plan {self.id}>"

    def _repr_html_(self) -> str:
        from .display import plan

        return plan(self)


def _unpickled(text: str) -> Plan:
    return Plan.loads(text, name="plan.json")


class Profile:
    """A profile (校验口径): severities, and waivers with reason, authority and last day. It never touches a verdict.

    >>> import eken
    >>> eken.Profile.loads('[severity]\\n"instrument.no-number" = "error"')
    <Profile>
    """

    __slots__ = ("_native", "_text")

    def __init__(self, text: str) -> None:
        self._native, self._text = _eken.Profile.read(text), text

    @classmethod
    def loads(cls, text: str) -> Profile:
        """The profile in a text of TOML."""
        return cls(text)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Profile:
        """The profile in a file."""
        with open(path, encoding="utf-8-sig") as file:
            return cls(file.read(4 << 20))

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Profile) else NotImplemented

    def __hash__(self) -> int:
        return hash((Profile, self._text))

    def __reduce__(self) -> tuple[type[Profile], tuple[str]]:
        return (Profile, (self._text,))

    def __repr__(self) -> str:
        return "<Profile>"


def plans() -> tuple[str, ...]:
    """Ids of the built-in plans, base first.

    >>> import eken
    >>> eken.plans()
    ('shanxi-2022', 'yuanqu-2023')
    """
    return tuple(_eken.plan_ids())


_DEFAULT: list[Plan] = []


def as_plan(plan: Plan | str | os.PathLike[str] | None) -> Plan:
    """The plan that a call means: one, an id, or a path; the default where none is named."""
    if isinstance(plan, Plan):
        return plan
    if plan is None:
        if not _DEFAULT:
            _DEFAULT.append(Plan())
        return _DEFAULT[0]
    named = os.fspath(plan)
    if named in _eken.plan_ids() or not (os.path.exists(named) or any(mark in named for mark in "/\\.")):
        return Plan(named)
    return Plan.load(named)


def as_profile(profile: Profile | str | os.PathLike[str] | None) -> Profile | None:
    """The profile that a call means: one, or a path."""
    return profile if profile is None or isinstance(profile, Profile) else Profile.load(profile)
