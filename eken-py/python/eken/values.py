"""The values of a dossier: codes, figures, periods, personal data; what is missing and why; what could not be read."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Final, Literal, TypeVar

from .options import checked_lang

__all__ = ["Code", "Faulty", "Figure", "Geometry", "Items", "Missing", "Period", "Personal", "known"]


class Code(str):
    """One of a list of codes: the code itself as text, with its label in both languages.

    >>> import eken
    >>> role = eken.read("examples/data/yuanqu-2023.json").facilities[0].roles[0].role
    >>> role == str(role), role.en == role.label("en")
    (True, True)
    """

    __slots__ = ("en", "zh")
    zh: str
    """What it is called in Chinese."""
    en: str
    """What it is called in English."""

    def __new__(cls, code: str, zh: str = "", en: str = "") -> Code:
        made = super().__new__(cls, code)
        str.__setattr__(made, "zh", zh or code)
        str.__setattr__(made, "en", en or code)
        return made

    def label(self, lang: str | None = None) -> str:
        """What it is called, in the language of the options unless one is named."""
        return self.zh if checked_lang(lang) == "zh" else self.en

    def __reduce__(self) -> tuple[type[Code], tuple[str, str, str]]:
        return (Code, (str(self), self.zh, self.en))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a code cannot be changed")

    def __repr__(self) -> str:
        return f"<{str(self)} {self.label()}>"


class Missing:
    """A value that is missing with a reason. It is false, so that ``value or default`` reads as it should.

    >>> import eken
    >>> bool(eken.Missing("not_collected"))
    False
    """

    __slots__ = ("_note", "_reason")
    __match_args__ = ("reason", "note")

    def __init__(
        self,
        reason: Literal["not_collected", "not_yet_due", "not_applicable", "withheld"] | Code,
        note: str | None = None,
    ) -> None:
        self._reason = reason if isinstance(reason, Code) else Code(reason, *_REASONS.get(reason, ("", "")))
        self._note = note

    @property
    def reason(self) -> Code:
        """Why: ``not_collected``, ``not_yet_due``, ``not_applicable``, ``withheld``."""
        return self._reason

    @property
    def note(self) -> str | None:
        """Note on the reason."""
        return self._note

    def __bool__(self) -> Literal[False]:
        return False

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Missing):
            return NotImplemented
        return (self._reason, self._note) == (other._reason, other._note)

    def __hash__(self) -> int:
        return hash((Missing, self._reason, self._note))

    def __reduce__(self) -> tuple[type[Missing], tuple[Code, str | None]]:
        return (Missing, (self._reason, self._note))

    def __repr__(self) -> str:
        return f"<Missing {self._reason} {self._reason.label()}>"


_REASONS: Final = {
    "not_collected": ("未采集", "not collected"),
    "not_yet_due": ("尚未到期", "not yet due"),
    "not_applicable": ("不适用", "not applicable"),
    "withheld": ("不予提供", "withheld"),
}


class Faulty:
    """What was written could not be read as its type; a finding says why. It is false, and its repr does not show it."""

    __slots__ = ("_written",)

    def __init__(self, written: object) -> None:
        self._written = written

    @property
    def written(self) -> Any:
        """What was written, as JSON values. It may be personal: keep it out of messages and logs."""
        return self._written

    def __bool__(self) -> Literal[False]:
        return False

    def __eq__(self, other: object) -> bool:
        return self._written == other._written if isinstance(other, Faulty) else NotImplemented

    def __hash__(self) -> int:
        return hash((Faulty, repr(self._written)))

    def __reduce__(self) -> tuple[type[Faulty], tuple[object]]:
        return (Faulty, (self._written,))

    def __repr__(self) -> str:
        return "<Faulty>"


class Personal:
    """Personal data: a name, an id number, a phone number. Neither ``repr`` nor ``str`` shows it.

    >>> import eken
    >>> str(eken.Personal("某某"))
    '***'
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value. Only for checks and for the dossier's own file: never for a message, a log or a public table."""
        return self._value

    def __eq__(self, other: object) -> bool:
        return self._value == other._value if isinstance(other, Personal) else NotImplemented

    def __hash__(self) -> int:
        return hash((Personal, self._value))

    def __reduce__(self) -> tuple[type[Personal], tuple[str]]:
        return (Personal, (self._value,))

    def __str__(self) -> str:
        return "***"

    def __repr__(self) -> str:
        return "<Personal>"


class Figure(Decimal):
    """A quantity with what it says about itself. It is the decimal it holds, in the unit of its field.

    >>> import eken
    >>> area = eken.Figure("312.5", status="provisional", source="统计局")
    >>> area > 300, area.is_provisional
    (True, True)
    """

    _detail: dict[str, Any]

    def __new__(cls, value: Decimal | int | str, /, **detail: Any) -> Figure:
        made = super().__new__(cls, value)
        unknown = sorted(detail.keys() - {"status", "source", "as_of", "previous", "note"})
        if unknown:
            raise TypeError(f"a figure has no {unknown[0]}; known: status, source, as_of, previous, note")
        made._detail = {name: given for name, given in detail.items() if given is not None}
        return made

    @property
    def status(self) -> Code | Missing | Faulty | None:
        """How settled it is: ``final``, ``provisional``, ``estimated``; final where nothing is said."""
        status = self._detail.get("status")
        return Code(status, *_STATUS.get(status, ("", ""))) if type(status) is str else status

    @property
    def source(self) -> str | Missing | Faulty | None:
        """The department or document that it comes from."""
        return self._detail.get("source")

    @property
    def as_of(self) -> datetime.date | Missing | Faulty | None:
        """Day on which it stood so."""
        return self._detail.get("as_of")

    @property
    def previous(self) -> str | Missing | Faulty | None:
        """What was published before, where it is a revision."""
        return self._detail.get("previous")

    @property
    def note(self) -> str | Missing | Faulty | None:
        """Note on it or its revision."""
        return self._detail.get("note")

    @property
    def is_provisional(self) -> bool:
        """Whether it is provisional or estimated, or its status could not be read."""
        return self.status is not None and self.status != "final"

    @property
    def detail(self) -> dict[str, Any]:
        """All it says about itself, by name."""
        return dict(self._detail)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_figure, (str(self), self._detail))

    def __copy__(self) -> Figure:
        return self

    def __deepcopy__(self, memo: object) -> Figure:
        return self

    def __repr__(self) -> str:
        status = f" {self.status}" if self.status else ""
        return f"<Figure {self}{status}>"


def _figure(value: str, detail: dict[str, Any]) -> Figure:
    return Figure(value, **detail)


_STATUS: Final = {
    "final": ("正式数", "final"),
    "provisional": ("初步数", "provisional"),
    "estimated": ("估计数", "estimated"),
}


class Period:
    """A month, a quarter or a year, as it was written. A full day is a :class:`datetime.date` instead.

    >>> import eken
    >>> eken.Period("2023Q2").first, eken.Period("2023-06").last
    (datetime.date(2023, 4, 1), datetime.date(2023, 6, 30))
    """

    __slots__ = ("_first", "_last", "_text")
    __match_args__ = ("text",)

    def __init__(self, text: str) -> None:
        from .errors import BuildError

        span = _span(text)
        if span is None:
            raise BuildError(
                "build.period",
                ("不是月、季度或年份", "no month, quarter or year"),
                ("写成 2023、2023Q2 或 2023-06", "write 2023, 2023Q2 or 2023-06"),
            )
        self._text = text
        self._first, self._last = span

    @property
    def text(self) -> str:
        """As it was written."""
        return self._text

    @property
    def first(self) -> datetime.date:
        """Its first day."""
        return self._first

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return self._last

    @property
    def year(self) -> int:
        """Its year."""
        return self._first.year

    @property
    def precision(self) -> Literal["year", "quarter", "month"]:
        """How long it is."""
        return "year" if len(self._text) == 4 else "quarter" if "Q" in self._text else "month"

    def by(self, day: datetime.date) -> bool | None:
        """Whether it lies on or before a day; None where the day is inside it."""
        if self._last <= day:
            return True
        return False if self._first > day else None

    def __str__(self) -> str:
        return self._text

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Period) else NotImplemented

    def __lt__(self, other: Period) -> bool:
        return self._order() < other._order() if isinstance(other, Period) else NotImplemented

    def __le__(self, other: Period) -> bool:
        return self._order() <= other._order() if isinstance(other, Period) else NotImplemented

    def __gt__(self, other: Period) -> bool:
        return self._order() > other._order() if isinstance(other, Period) else NotImplemented

    def __ge__(self, other: Period) -> bool:
        return self._order() >= other._order() if isinstance(other, Period) else NotImplemented

    def _order(self) -> tuple[datetime.date, datetime.date]:
        return (self._first, self._last)

    def __hash__(self) -> int:
        return hash((Period, self._text))

    def __reduce__(self) -> tuple[type[Period], tuple[str]]:
        return (Period, (self._text,))

    def __repr__(self) -> str:
        return f"Period({self._text!r})"


def _span(text: str) -> tuple[datetime.date, datetime.date] | None:
    if not (isinstance(text, str) and text.isascii() and text[:4].isdigit()):
        return None
    year, rest = int(text[:4]), text[4:]
    if rest == "":
        months = (1, 12)
    elif len(rest) == 2 and rest[0] == "Q" and rest[1] in "1234":
        months = (int(rest[1]) * 3 - 2, int(rest[1]) * 3)
    elif len(rest) == 3 and rest[0] == "-" and rest[1:].isdigit() and 1 <= int(rest[1:]) <= 12:
        months = (int(rest[1:]), int(rest[1:]))
    else:
        return None
    if not 1900 <= year <= 2099:
        return None
    after = datetime.date(year + months[1] // 12, months[1] % 12 + 1, 1)
    return datetime.date(year, months[0], 1), after - datetime.timedelta(days=1)


T = TypeVar("T")


class Items(tuple[T, ...]):
    """A list of a record. What could not be read stands in its place as :class:`Faulty`."""

    __slots__ = ()

    def __new__(cls, items: Any = (), given: bool = True) -> Items[T]:
        return super().__new__(cls if given else _NotGiven, items)

    @property
    def given(self) -> bool:
        """Whether a list was written, even an empty one."""
        return not isinstance(self, _NotGiven)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Items, (tuple(self), self.given))


class _NotGiven(Items[T]):
    """A list that was not written."""

    __slots__ = ()


class Geometry:
    """A polygon or several (GeoJSON, RFC 7946), in exact degrees. Geographic libraries take it by ``__geo_interface__``."""

    __slots__ = ("_written",)

    def __init__(self, written: Any) -> None:
        self._written = written

    @property
    def coordinates(self) -> Any:
        """The rings of positions, each a longitude and a latitude as decimals."""
        return self._written.get("coordinates")

    @property
    def type(self) -> str:
        """``Polygon`` or ``MultiPolygon``."""
        return str(self._written.get("type"))

    @property
    def written(self) -> Any:
        """The GeoJSON object with decimals."""
        return self._written

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        return {"type": self.type, "coordinates": _floats(self.coordinates)}

    def __eq__(self, other: object) -> bool:
        return self._written == other._written if isinstance(other, Geometry) else NotImplemented

    def __hash__(self) -> int:
        return hash((Geometry, repr(self._written)))

    def __reduce__(self) -> tuple[Any, ...]:
        return (Geometry, (self._written,))

    def __repr__(self) -> str:
        return f"<Geometry {self.type}>"


def _floats(value: Any) -> Any:
    return [_floats(each) for each in value] if isinstance(value, list) else float(value)


def known(value: Any) -> bool:
    """Whether a field holds a value: not absent, not missing, not faulty.

    >>> import eken
    >>> eken.known(eken.Missing("withheld")), eken.known(0)
    (False, True)
    """
    return value is not None and not isinstance(value, (Missing, Faulty))
