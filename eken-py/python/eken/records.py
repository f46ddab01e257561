"""Records: what a dossier lists. A class for each kind, made from the model that the core reads by.

A field is a value, ``None`` where nothing was written, :class:`~eken.Missing` with the reason, or :class:`~eken.Faulty`.
The docstring of a field gives its label, its unit and its clauses.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from . import _eken
from .values import Code, Faulty, Figure, Geometry, Items, Missing, Period, Personal

_CLASSES: dict[str, type] = {}
_KINDS: dict[str, Kind] = {}


class Record:
    """A record. It cannot be changed: :meth:`eken.Dossier.replace` and :meth:`eken.Dossier.with_record` give another dossier."""

    __slots__ = ("_at", "_data", "_faulty", "_pointer")
    _at: str
    _data: dict[str, Any]
    _faulty: frozenset[str]
    _pointer: str

    def __init__(self, data: dict[str, Any], faulty: frozenset[str] = frozenset(), at: str = "", pointer: str = "") -> None:
        for name, value in (("_data", data), ("_faulty", faulty), ("_at", at), ("_pointer", pointer)):
            object.__setattr__(self, name, value)

    @property
    def pointer(self) -> str:
        """Its JSON Pointer in the dossier."""
        return self._pointer

    @classmethod
    def fields(cls) -> tuple[FieldInfo, ...]:
        """What is known of its fields: names, labels, units, clauses."""
        return _kind(cls.__name__).fields

    def to_dict(self) -> dict[str, Any]:
        """Its fields by name, those that were written, as Python values."""
        return {field.name: getattr(self, field.attribute) for field in self.fields() if field.name in self._data}

    @property
    def extra(self) -> dict[str, Any]:
        """Fields that the model does not know, as they were written."""
        names = {field.name for field in self.fields()}
        return {name: value for name, value in self._data.items() if name not in names}

    def __iter__(self) -> Iterator[str]:
        return iter(self.to_dict())

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(self._data == other._data)

    def __hash__(self) -> int:
        return hash((type(self).__name__, repr(self._data)))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a record cannot be changed; d.with_record(…) gives another dossier ({name})")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a record cannot be changed ({name})")

    def __reduce__(self) -> tuple[Any, ...]:
        return (_record, (type(self).__name__, self._data, self._faulty, self._at, self._pointer))

    def __repr__(self) -> str:
        place = f" {self.pointer}" if self.pointer else ""
        return f"<{type(self).__name__}{place}>"


def _record(name: str, *state: Any) -> Record:
    made: Record = _class(name)(*state)
    return made


class FieldInfo:
    """What is known of a field."""

    __slots__ = ("clauses", "codes", "en", "figure", "help", "help_en", "kind", "many", "missable", "name", "of", "required", "zh")

    def __init__(self, written: tuple[Any, ...]) -> None:
        self.name: str = written[0]
        self.zh, self.en = written[1]
        self.help, self.help_en = written[2]
        self.clauses: tuple[str, ...] = tuple(written[3])
        self.required: bool = written[4]
        self.missable: bool = written[5]
        self.many: int = written[6]
        self.kind: str = written[7][0]
        self.of: str | None = written[7][1]
        self.figure: bool = written[7][2]
        self.codes: dict[str, Code] = {code: Code(code, zh, en) for code, zh, en in written[7][3]}

    @property
    def attribute(self) -> str:
        """The name of the attribute: that in JSON, without a dollar sign, with ``_`` behind a word of Python."""
        name = self.name.removeprefix("$")
        return f"{name}_" if name in {"from", "with", "class", "in", "is", "as"} else name

    @property
    def unit(self) -> str | None:
        """Code of its unit, for a quantity."""
        return self.of if self.kind in ("quantity", "count") else None

    @property
    def doc(self) -> str:
        """Label, help, unit, clauses."""
        text = f"{self.en}. {self.zh}。" if not self.help else f"{self.en}: {self.help_en}. {self.zh}：{self.help}。"
        if self.unit:
            text += f"\n\nUnit 单位: {_UNITS.get(self.unit, self.unit)}."
        if self.codes:
            text += "\n\nCodes 代码: " + ", ".join(f"{code} {code.zh}" for code in self.codes.values()) + "."
        if self.clauses:
            text += "\n\nClauses 条款: " + ", ".join(self.clauses) + "."
        return text

    def __repr__(self) -> str:
        return f"<FieldInfo {self.name} {self.zh}>"


_UNITS = {
    "yuan": "yuan 元",
    "m2": "m² 平方米",
    "percent": "% 百分比",
    "share": "share 份额",
    "person": "persons 人",
    "item": "items 个",
    "hour": "hours 小时",
}


class Kind:
    """A kind of record."""

    __slots__ = ("en", "fields", "name", "zh")

    def __init__(self, written: tuple[Any, ...]) -> None:
        self.name: str = written[0]
        self.zh: str = written[1]
        self.en: str = written[2]
        self.fields = tuple(FieldInfo(field) for field in written[3])

    def __repr__(self) -> str:
        return f"<Kind {self.name} {self.zh}>"


def kinds() -> dict[str, Kind]:
    """Every kind of record that a dossier holds, by name, the dossier first."""
    if not _KINDS:
        _KINDS.update((written[0], Kind(written)) for written in _eken.kinds())
    return _KINDS


def _kind(name: str) -> Kind:
    return kinds()[name]


def _class(name: str) -> type:
    """The class of a kind of record; one for a kind, made when it is first met."""
    made = _CLASSES.get(name)
    if made is None:
        kind = _kind(name)
        members: dict[str, Any] = {
            "__slots__": (),
            "__doc__": f"{kind.en}. {kind.zh}。",
            "__module__": __name__,
            "__qualname__": name,
            "__match_args__": tuple(field.attribute for field in kind.fields),
        }
        for field in kind.fields:
            members[field.attribute] = property(_getter(field), doc=field.doc)
        made = _CLASSES.setdefault(name, type(name, (Record,), members))
    return made


def _getter(field: FieldInfo) -> Any:
    def get(self: Any) -> Any:
        return value(field, self._data.get(field.name, _ABSENT), self._faulty, f"{self._at}/{field.name}", f"{self._pointer}/{field.name}")

    get.__name__ = field.attribute
    return get


_ABSENT = object()


def taken(name: str, native: tuple[int, str, list[str]], pointer: str) -> Record:
    """The record that the core hands over: index, JSON, pointers of what could not be read."""
    _, text, faulty = native
    made: Record = _class(name)(json.loads(text, parse_float=Decimal), frozenset(faulty), "", pointer)
    return made


def value(field: FieldInfo, written: Any, faulty: frozenset[str], at: str, pointer: str) -> Any:
    """The Python value of what was written in a field."""
    return _list(field, field.many, written, faulty, at, pointer) if field.many else _one(field, written, faulty, at, pointer)


def _list(field: FieldInfo, depth: int, written: Any, faulty: frozenset[str], at: str, pointer: str) -> Any:
    if written is _ABSENT:
        return Items((), given=False)
    if at in faulty or not isinstance(written, list):
        return Faulty(written)
    each = enumerate(written)
    if depth > 1:
        return Items(_list(field, depth - 1, one, faulty, f"{at}/{n}", f"{pointer}/{n}") for n, one in each)
    return Items(_one(field, one, faulty, f"{at}/{n}", f"{pointer}/{n}") for n, one in each)


def _one(field: FieldInfo, written: Any, faulty: frozenset[str], at: str, pointer: str) -> Any:
    if written is _ABSENT:
        return None
    if at in faulty:
        return Faulty(written)
    if field.missable and isinstance(written, dict) and "missing" in written:
        note = written.get("note")
        return Missing(written["missing"], note if isinstance(note, str) else None)
    kind = field.kind
    if kind == "record":
        return _class(field.of or "")(written, faulty, at, pointer)
    return _PLAIN.get(kind, _same)(field, written, faulty, at)


def _same(field: FieldInfo, written: Any, faulty: frozenset[str], at: str) -> Any:
    return written


def _quantity(field: FieldInfo, written: Any, faulty: frozenset[str], at: str) -> Any:
    if not isinstance(written, dict):
        return Figure(written) if field.figure else Decimal(written)
    detail = {}
    for info in _kind("FigureDetail").fields:
        if info.name in written:
            detail[info.name] = _one(info, written[info.name], faulty, f"{at}/{info.name}", "")
    return Figure(written["value"], **detail)


def _partial(field: FieldInfo, written: Any, faulty: frozenset[str], at: str) -> Any:
    return datetime.date.fromisoformat(written) if len(written) == 10 else Period(written)


_PLAIN: dict[str, Any] = {
    "quantity": _quantity,
    "count": lambda field, written, faulty, at: int(written),
    "code": lambda field, written, faulty, at: field.codes.get(written, written),
    "personal": lambda field, written, faulty, at: Personal(written),
    "date": lambda field, written, faulty, at: datetime.date.fromisoformat(written),
    "partial_date": _partial,
    "month": lambda field, written, faulty, at: Period(written),
    "time": lambda field, written, faulty, at: datetime.time.fromisoformat(written),
    "geometry": lambda field, written, faulty, at: Geometry(written),
}


def _fields() -> type:
    """The fields of a dossier as properties: sections, records, values."""
    kind = _kind("Dossier")
    members: dict[str, Any] = {"__slots__": (), "__doc__": f"{kind.en}. {kind.zh}。", "__module__": __name__}
    for field in kind.fields:
        members[field.attribute] = property(_section(field) if field.kind == "section" else _own(field), doc=field.doc)
    return type("DossierFields", (), members)


def _section(field: FieldInfo) -> Any:
    def get(self: Any) -> Any:
        from .dossier import Section

        return Section(self._native, field.name, field.of or "")

    return get


def _own(field: FieldInfo) -> Any:
    def get(self: Any) -> Any:
        if self._once is None:
            self._once = taken("Dossier", self._native.once(), "")
        return getattr(self._once, field.attribute)

    return get


def __getattr__(name: str) -> Any:
    if name == "DossierFields":
        made = globals()["DossierFields"] = _fields()
        return made
    if not name.startswith("_") and name in kinds() and name != "Dossier":
        return _class(name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), "DossierFields", *(name for name in kinds() if name != "Dossier")})
