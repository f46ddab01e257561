"""Tables: whatever is tabular goes to polars, pandas, pyarrow and duckdb by the Arrow PyCapsule interface, without a copy by hand.

Money is decimal128, a day date32, a code list a dictionary. None of those libraries is needed, or imported, before it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import _eken
from .errors import BuildError, OptionError
from .exact import exact_polars, exact_pyarrow
from .options import checked_lang

if TYPE_CHECKING:
    import pandas as _pandas
    import polars as _polars
    import pyarrow as _pyarrow

__all__ = ["Frame", "Tabular"]


class Tabular:
    """Something with a table: :meth:`frame` makes it, and the rest hands it on."""

    __slots__ = ()

    def frame(self) -> Frame:
        """It as a table."""
        raise NotImplementedError

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """It by the Arrow PyCapsule interface, as ``polars.DataFrame(…)`` and ``pyarrow.table(…)`` take it."""
        return self.frame()._native.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        """Its schema by the Arrow PyCapsule interface."""
        return self.frame()._native.__arrow_c_schema__()

    def to_polars(self) -> _polars.DataFrame:
        """It as a polars data frame."""
        made: _polars.DataFrame = _library("polars").DataFrame(self.frame()._native)
        return made

    def to_pyarrow(self) -> _pyarrow.Table:
        """It as a pyarrow table."""
        made: _pyarrow.Table = _library("pyarrow").table(self.frame()._native)
        return made

    def to_pandas(self) -> _pandas.DataFrame:
        """It as a pandas data frame, its columns backed by Arrow so that money stays decimal (pandas and pyarrow)."""
        made: _pandas.DataFrame = self.to_pyarrow().to_pandas(types_mapper=_library("pandas").ArrowDtype)
        return made


class Frame(Tabular):
    """A table of named columns.

    >>> import eken
    >>> d = eken.read("examples/data/yuanqu-2023.json")
    >>> d.frame("facilities").columns[:3], len(d.frame("facilities"))
    (('pointer', 'id', 'name'), 7)
    """

    __slots__ = ("_made", "_native")

    def __init__(self, native: _eken.Frame, made: tuple[Any, ...]) -> None:
        # what it was made by, so that it can be made again in another process
        self._native, self._made = native, made

    def frame(self) -> Frame:
        """Itself."""
        return self

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(self._native.columns())

    def title(self, lang: str | None = None) -> str:
        """Its title."""
        zh, en = self._native.title
        return zh if checked_lang(lang) == "zh" else en

    def __len__(self) -> int:
        return len(self._native)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, self._made)

    def __repr__(self) -> str:
        return f"<Frame: {len(self)} rows, {len(self.columns)} columns>"


def _again(owner: Any, method: str, arguments: dict[str, Any]) -> Frame:
    made: Frame = getattr(owner, method)(**arguments)
    return made


def frame_of(title: tuple[str, str], columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]], made: tuple[Any, ...]) -> Frame:
    """A table of rows: a column is its name and its kind (``text``, ``code``, ``whole``, ``flag``, ``decimal``)."""
    held: list[list[str | None]] = [[] for _ in columns]
    for row in rows:
        for values, value in zip(held, row, strict=True):
            values.append(_text(value))
    told = [(name, kind, values) for (name, kind), values in zip(columns, held, strict=True)]
    return Frame(_eken.Frame.made(told, *title), made)


def _text(value: Any) -> str | None:
    if value is None or value is True or value is False:
        return None if value is None else "true" if value else "false"
    return f"{value:f}" if hasattr(value, "as_tuple") else str(value)


def arrow_file(name: str, table: Any) -> bytes:
    """A data frame of any library as the bytes of an Arrow file."""
    import io

    out = io.BytesIO()
    if type(table).__module__.partition(".")[0] == "polars":
        lazy = getattr(table, "collect", None)
        exact_polars(name, lazy() if lazy is not None else table).write_ipc(out, compat_level=_library("polars").CompatLevel.oldest())
        return out.getvalue()
    pyarrow = _library("pyarrow")
    try:
        if isinstance(table, Iterable) and not (hasattr(table, "__arrow_c_stream__") or isinstance(table, (Mapping, pyarrow.Table))):
            made = pyarrow.Table.from_pylist(list(table))
        elif type(table).__module__.partition(".")[0] == "pandas":
            made = pyarrow.Table.from_pandas(table, preserve_index=False)
        else:
            made = pyarrow.table(table)
    except (pyarrow.ArrowException, TypeError):
        # the text of that error shows a value
        raise BuildError(
            "build.table",
            ("数据表的一列里有不同类型的值，或不是数据表", "a column of the table holds values of different types, or it is no table"),
            ("每列一种类型：文本、整数、Decimal 或日期", "give each column one type: text, whole number, Decimal or date"),
            at=name,
        ) from None
    made = exact_pyarrow(name, made)
    from importlib import import_module

    with import_module("pyarrow.ipc").new_file(out, made.schema) as file:
        file.write_table(made)
    return out.getvalue()


def _library(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise missing_library(name) from None


def missing_library(name: str) -> OptionError:
    """The error of a library that is not installed."""
    return OptionError(
        "call.library",
        (f"没有安装 {name}", f"{name} is not installed"),
        (f"pip install {name}，或 pip install eken[{name}]", f"pip install {name}, or pip install eken[{name}]"),
    )


def named(asked: str | None) -> str | None:
    """A language for labels or headings; None for the names of the model."""
    return None if asked is None else checked_lang(asked)

