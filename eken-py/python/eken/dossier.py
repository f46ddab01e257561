"""A dossier: everything a county files on one e-town."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar, cast, overload

from . import _eken, records
from .building import written
from .errors import OptionError, ReadError, UnknownError, WriteError
from .frames import Frame, Tabular, arrow_file, named
from .limits import Limits, bounds
from .options import checked_lang
from .records import DossierFields, Record, taken

if TYPE_CHECKING:
    from .assessment import Assessment
    from .findings import Findings
    from .plan import Plan, Profile

__all__ = ["Account", "Dossier", "Refused", "Section"]


class Refused(NamedTuple):
    """A record of a sheet that was not read."""

    cell: str
    """Where it stands, such as ``设施!C5``."""
    code: str
    """Code of the finding that says why."""


class Account(NamedTuple):
    """What became of the records of sheets or CSV files: those read and those refused are all there are."""

    read: int
    """Records read."""
    refused: int
    """Records refused."""
    records: tuple[Refused, ...]
    """Each refused one."""


R = TypeVar("R")


class Section(Sequence[R], Tabular):
    """A section of a dossier: its records, and what it says of itself. Records become Python objects when they are asked for.

    >>> import eken
    >>> d = eken.read("examples/data/yuanqu-2023.json")
    >>> d.facilities.complete, d.facilities[0].pointer
    (True, '/facilities/items/0')
    """

    __slots__ = ("_head", "_kind", "_name", "_native")

    def __init__(self, native: _eken.Dossier, name: str, kind: str) -> None:
        self._native, self._name, self._kind = native, name, kind
        self._head: Record | None = None

    @property
    def name(self) -> str:
        """Its name in the dossier."""
        return self._name

    @property
    def given(self) -> bool:
        """Whether it is in the dossier at all."""
        state = self._native.state(self._name)
        return state is not None and state[0]

    @property
    def refused(self) -> int:
        """How many of its records could not be read; findings say which and why."""
        state = self._native.state(self._name)
        return state[1] if state else 0

    @property
    def head(self) -> Any:
        """What it says of itself, as a record: ``complete``, ``missing``, ``as_of``, ``source``, ``note``."""
        if self._head is None:
            native = self._native.head(self._name)
            assert native is not None
            self._head = taken("SectionHead", native, f"/{self._name}")
        return self._head

    @property
    def complete(self) -> Any:
        """Whether it holds every record there is; a count over an incomplete one is a lower bound."""
        return self.head.complete

    @property
    def missing(self) -> Any:
        """Why it has no records, where it has none."""
        return self.head.missing

    @property
    def as_of(self) -> Any:
        """Day up to which it was kept."""
        return self.head.as_of

    @property
    def source(self) -> Any:
        """The department that keeps the records."""
        return self.head.source

    @property
    def note(self) -> Any:
        """Note on it."""
        return self.head.note

    def __len__(self) -> int:
        return self._native.records(self._name) or 0

    @overload
    def __getitem__(self, key: int | str) -> R: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[R, ...]: ...
    def __getitem__(self, key: int | str | slice) -> R | tuple[R, ...]:
        """The record at a place, of an identifier, or the records of a slice."""
        if isinstance(key, slice):
            return tuple(self._at(n) for n in range(*key.indices(len(self))))
        if isinstance(key, str):
            nth = self._native.find(self._name, key)
            if nth is None:
                raise UnknownError(
                    "call.unknown",
                    (f"{self._name} 中没有这个编号的记录", f"there is no record of that identifier in {self._name}"),
                    ("用 .ids() 列出编号", "list the identifiers with .ids()"),
                )
            return self._at(nth)
        nth = key if key >= 0 else len(self) + key
        if not 0 <= nth < len(self):
            raise IndexError(f"{self._name} holds {len(self)} records")
        return self._at(nth)

    def _at(self, nth: int) -> R:
        native = self._native.record(self._name, nth)
        assert native is not None
        return cast("R", taken(self._kind, native, f"/{self._name}/items/{native[0]}"))

    def get(self, id: str, default: Any = None) -> R | Any:
        """The record of an identifier, or the default."""
        nth = self._native.find(self._name, id)
        return default if nth is None else self._at(nth)

    def ids(self) -> tuple[str, ...]:
        """The identifiers of its records, in order; records without one are left out."""
        ids = (getattr(record, "id", None) for record in self)
        return tuple(id for id in ids if isinstance(id, str))

    def __iter__(self) -> Iterator[R]:
        return (self._at(n) for n in range(len(self)))

    def frame(
        self,
        *,
        labels: str | None = None,
        headings: str | None = None,
        all_columns: bool = False,
        spans: bool = False,
        pointers: bool = True,
    ) -> Frame:
        """Its records as a table: see :meth:`Dossier.frame`. Lists inside records are tables of their own."""
        owner = Dossier(self._native, self._name)
        return owner.frame(
            self._name, labels=labels, headings=headings, all_columns=all_columns, spans=spans, pointers=pointers
        )

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str):
            return self._native.find(self._name, key) is not None
        return any(record == key for record in self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Section):
            return NotImplemented
        return self._name == other._name and self.head == other.head and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((Section, self._name, len(self)))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_section_of, (Dossier(self._native, self._name), self._name))

    def __repr__(self) -> str:
        if not self.given:
            return f"<Section {self._name}: absent>"
        told = {True: ", complete", False: ", incomplete"}.get(self.complete, "")
        refused = f", {self.refused} refused" if self.refused else ""
        return f"<Section {self._name}: {len(self)} {self._kind}{told}{refused}>"

    def _repr_html_(self) -> str:
        from .display import section

        return section(self)


class Dossier(DossierFields):
    """A dossier (乡村e镇档案), as it was read. It cannot be changed; edits give another one.

    Its fields are attributes: a section is a :class:`Section`, a record a record, else a value.

    >>> import eken
    >>> d = eken.read("examples/data/yuanqu-2023.json")
    >>> d.as_of, len(d.facilities), d.town.tier.tier.en
    (datetime.date(2023, 12, 31), 7, 'key assistance county')
    """

    __slots__ = ("_line", "_name", "_native", "_once")

    def __init__(self, native: _eken.Dossier, name: str, line: int | None = None) -> None:
        self._native, self._name, self._line = native, name, line
        self._once: Record | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, name: str = "dict", limits: Limits | None = None) -> Dossier:
        """The dossier of a dictionary, as the published schema has it. Money, areas and rates are ``Decimal``, ``int`` or text.

        >>> import eken
        >>> len(eken.Dossier.from_dict({"schema_version": 1, "brands": {"items": [{"id": "B1"}]}}).brands)
        1
        """
        return cls(_eken.Dossier.read(encoded(written(data)), f"{name}.json", bounds(limits)), name)

    @classmethod
    def from_frames(cls, tables: Mapping[str, Any] | None = None, /, *, limits: Limits | None = None, **more: Any) -> Dossier:
        """The dossier of data frames, one for each kind of fact by its name, such as ``entities=df``; those inside records by
        ``{"entities.sales": df}``. A frame is of polars, pandas, pyarrow, or has ``__arrow_c_stream__``; a list of dictionaries
        serves too. Columns are named as fields, or by their headings.

        A column of floats is refused, since no float is exact: give decimals, whole numbers or texts. Only a column that counts
        may hold whole numbers as floats, as pandas makes of whole numbers with gaps.

        Whether a section is complete is not known from a frame: say it with ``d.with_value("/entities/complete", True)``.
        """
        given = {**(tables or {}), **more}
        if not given:
            raise OptionError(
                "call.option",
                ("没有给出数据表", "no data frame is given"),
                ("如 from_frames(entities=df)", "such as from_frames(entities=df)"),
            )
        files = [(key, arrow_file(key, table)) for key, table in given.items()]
        return cls(_eken.Dossier.of_tables(files, bounds(limits)), "frames")

    @property
    def name(self) -> str:
        """The name of its file, or what the caller called it."""
        return self._name

    @property
    def line(self) -> int | None:
        """Its line, in a file of many dossiers."""
        return self._line

    @property
    def format(self) -> str:
        """Extension of files of the kind that it was read from."""
        return self._native.format

    @property
    def account(self) -> Account | None:
        """What became of the records of sheets or CSV files; None for other files. One that was edited since has that of the file."""
        native = self._native.account()
        return native and Account(native[0], native[1], tuple(Refused(*each) for each in native[2]))

    @property
    def digest(self) -> str:
        """SHA-256 of its RFC 8785 bytes, as in a receipt."""
        return self._native.digest()

    def canonical(self) -> bytes:
        """Its RFC 8785 bytes: equal dossiers have equal ones."""
        return self._native.canonical()

    def to_json(self, *, pretty: bool = False) -> str:
        """It as JSON text."""
        return self._native.json(pretty)

    def sections(self) -> dict[str, Section[Any]]:
        """Its sections by name, those absent included."""
        fields = records.kinds()["Dossier"].fields
        return {field.name: getattr(self, field.attribute) for field in fields if field.kind == "section"}

    def check(self, plan: Plan | str | os.PathLike[str] | None = None, *, profile: Profile | str | os.PathLike[str] | None = None) -> Findings:
        """What is wrong with its data: every rule applied.

        A profile gives rules other severities and waives findings; a plan is needed only where its law is looked up.

        >>> import eken
        >>> eken.read("examples/data/yuanqu-2023.json").check().counts["error"]
        8
        """
        from .findings import Findings
        from .plan import as_plan, as_profile

        law, rules = as_plan(plan), as_profile(profile)
        return Findings(self, law, rules, self._native.check(law._native, None if rules is None else rules._native))

    def assess(
        self,
        year: int,
        *,
        as_of: datetime.date | str | None = None,
        readings: Mapping[str, str] | None = None,
        tier: str | None = None,
        plan: Plan | str | os.PathLike[str] | None = None,
    ) -> Assessment:
        """How the town stands on each indicator and target of the plan, for an acceptance year (验收年度).

        ``readings`` are options of readings that differ from the plan's defaults; ``tier`` supposes a county tier.

        >>> import eken
        >>> a = eken.read("examples/data/yuanqu-2023.json").assess(year=2023)
        >>> len(a), a["16"].verdict.en
        (44, 'not met')
        """
        return self.check(plan).assess(year, as_of=as_of, readings=readings, tier=tier)

    def frame(
        self,
        key: str,
        *,
        labels: str | None = None,
        headings: str | None = None,
        all_columns: bool = False,
        spans: bool = False,
        pointers: bool = True,
    ) -> Frame:
        """A table of its facts: a section such as ``"facilities"``, a list inside one such as ``"entities.sales"``, ``"dossier"``
        for its own fields, ``"sections"`` for what sections say of themselves.

        ``labels`` shows codes by their labels in a language, ``headings`` names columns so; ``all_columns`` gives every column
        that such a table may have; ``spans`` the first and last day of each partial date; ``pointers`` the JSON Pointer of each row.
        Personal data stands in it as it was filed: the metadata of its field say ``personal``.
        """
        native = self._native.frame(key, named(labels), named(headings), all_columns, spans, pointers)
        if native is None:
            raise UnknownError(
                "call.unknown",
                (f"没有表 {key}", f"there is no table {key}"),
                ("如 facilities、entities.sales", "such as facilities, entities.sales"),
            )
        given = {"labels": labels, "headings": headings, "all_columns": all_columns, "spans": spans, "pointers": pointers}
        return Frame(native, (self, "frame", {"key": key, **given}))

    def replace(self, **fields: Any) -> Dossier:
        """Another dossier with these fields of its own; None takes one out. A section may be a list of records.

        >>> import datetime, eken
        >>> d = eken.loads('{"schema_version": 1}')
        >>> d.replace(as_of=datetime.date(2023, 6, 30)).as_of, d.as_of
        (datetime.date(2023, 6, 30), None)
        """
        made = self
        known = {field.attribute: field for field in records.kinds()["Dossier"].fields}
        for name, given in fields.items():
            field = known.get(name)
            if field is None:
                raise _no_field(name, known)
            if field.kind == "section" and isinstance(given, Sequence) and not isinstance(given, (str, Section)):
                made = made.with_value(f"/{field.name}/items", given)
            else:
                made = made.with_value(f"/{field.name}", given) if given is not None else made.without(f"/{field.name}", missing_ok=True)
        return made

    def with_record(self, section: str, record: Mapping[str, Any] | Record) -> Dossier:
        """Another dossier with a record in a section: it takes the place of that of its identifier (of a phase: of the same phase), or comes
        last. What stands once, such as ``town``, is replaced.

        >>> import eken
        >>> d = eken.loads('{"schema_version": 1}').with_record("brands", {"id": "B1", "name": "示例"})
        >>> d.brands["B1"].name
        '示例'
        """
        text = written(record._data if isinstance(record, Record) else record, f"/{section}")
        encoded(text)
        return Dossier(self._native.with_record(section, text), self._name, self._line)

    def without_record(self, section: str, id: str) -> Dossier:
        """Another dossier without the record of an identifier."""
        return self.without(self._section(section)[id].pointer)

    def with_value(self, pointer: str, value: Any) -> Dossier:
        """Another dossier with the value at a JSON Pointer; a last step ``-`` appends, objects on the way are made.

        >>> import eken
        >>> from decimal import Decimal
        >>> d = eken.read("examples/data/yuanqu-2023.json")
        >>> d.with_value("/facilities/items/0/floor_area", Decimal("812.5")).facilities[0].floor_area
        <Figure 812.5>
        """
        if isinstance(value, Section):
            value = {**value.head._data, "items": list(value)}
        text = written(value, pointer)
        encoded(text)
        return Dossier(self._native.edited(pointer, text), self._name, self._line)

    def without(self, pointer: str, *, missing_ok: bool = False) -> Dossier:
        """Another dossier without the value at a JSON Pointer."""
        try:
            return Dossier(self._native.edited(pointer, None), self._name, self._line)
        except OptionError:
            if missing_ok:
                return self
            raise

    def write(
        self, path: str | os.PathLike[str], *, lang: str | None = None, tables: Literal["csv", "parquet", "arrow"] = "csv"
    ) -> None:
        """Writes it to a file whose name says the kind: ``.json``, ``.ndjson``, ``.xlsx``; a name without extension is a
        folder of tables, CSV unless ``tables`` says otherwise. A file is written whole or not at all, and reading it gives the
        dossier back."""
        self._native.write(os.fspath(path), checked_lang(lang), tables)

    def _section(self, name: str) -> Section[Any]:
        section = self.sections().get(name)
        if section is None:
            raise _no_field(name, self.sections())
        return section

    def __iter__(self) -> Iterator[str]:
        return iter(field.attribute for field in records.kinds()["Dossier"].fields)

    def __eq__(self, other: object) -> bool:
        return self.canonical() == other.canonical() if isinstance(other, Dossier) else NotImplemented

    def __hash__(self) -> int:
        return hash((Dossier, self.digest))

    def __reduce__(self) -> tuple[Any, ...]:
        # what it was read from, so that findings keep their places and refused records stay told
        name, tables = self._native.source()
        if not tables:
            name, tables = _packed(self._native, name)
        return (_unpickled, (name, tables, dict(self._native.limits), self._native.account(), self._name, self._line))

    def __copy__(self) -> Dossier:
        return self

    def __deepcopy__(self, memo: object) -> Dossier:
        return self

    def __repr__(self) -> str:
        count = sum(self._native.records(name) or 0 for name in self.sections())
        id = getattr(self.town, "id", None)
        place = f" {id}" if isinstance(id, str) else ""
        return f"<Dossier{place}: {count} records, as of {self.as_of}>"

    def _repr_html_(self) -> str:
        from .display import dossier

        return dossier(self)


def _unpickled(
    source: str,
    tables: list[tuple[str, bytes]],
    limits: dict[str, int],
    account: tuple[int, int, list[tuple[str, str]]] | None,
    name: str,
    line: int | None,
) -> Dossier:
    held = _eken.Limits(limits)
    if tables[0][0]:
        native = _eken.Dossier.of_tables(tables, held)
    else:
        native = _eken.Dossier.read(tables[0][1], source, held)
    return Dossier(native if native.account() == account else native.with_account(account), name, line)


def _packed(native: _eken.Dossier, path: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The tables of the folder that a dossier was read from, as a zip; an error where they are no longer those."""
    import io
    import zipfile

    out = io.BytesIO()
    refused: Exception | None = None
    try:
        with zipfile.ZipFile(out, "w") as packed:
            for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
                is_table = entry.name.lower().endswith(_TABLES) and not entry.name.startswith(".")
                if is_table and entry.is_file(follow_symlinks=False):
                    with open(entry.path, "rb") as file:
                        packed.writestr(zipfile.ZipInfo(entry.name), file.read())
        again = _eken.Dossier.read(out.getvalue(), "folder.zip", _eken.Limits(dict(native.limits)))
        same = (again.canonical(), again.account()) == (native.canonical(), native.account())
    except (OSError, ReadError) as error:
        same, refused = False, error
    if not same:
        raise WriteError(
            "pickle.changed",
            ("档案所在的文件夹已变动，不能序列化", "the folder of the dossier has changed since it was read; it is not pickled"),
            ("重新读入，或先压缩为 .zip 再读入", "read it again, or read it from a .zip"),
        ) from refused
    return ("folder.zip", [("", out.getvalue())])


_TABLES = (".csv", ".tsv", ".txt", ".parquet", ".pq", ".arrow", ".arrows", ".feather")


def _section_of(dossier: Dossier, name: str) -> Section[Any]:
    return dossier.sections()[name]


def encoded(text: str) -> bytes:
    """A text in UTF-8; half a character is refused."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        from .errors import BuildError

        raise BuildError(
            "build.text",
            ("文本里有半个字符，不能写成 UTF-8", "a text holds half a character and is no UTF-8"),
            ("检查读入文本时的编码", "check the encoding that the text was read with"),
        ) from None


def _no_field(name: str, known: Iterable[str]) -> UnknownError:
    import difflib

    near = difflib.get_close_matches(name, list(known), 1)
    return UnknownError(
        "call.unknown",
        (f"档案没有字段 {name}", f"a dossier has no field {name}"),
        (f"是不是 {near[0]}", f"did you mean {near[0]}") if near else ("用 list(d) 列出字段", "list(d) names the fields"),
    )

