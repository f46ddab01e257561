"""Reading dossiers: from files of every kind, bytes, dictionaries and file objects."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from . import _eken
from .dossier import Dossier, encoded
from .errors import Error, OptionError
from .limits import Limits, bounds

__all__ = ["loads", "read", "read_many"]


def read(source: Any, *, name: str | None = None, limits: Limits | None = None) -> Dossier:
    """Reads a dossier from a file of any kind: ``.json``, ``.xlsx``, ``.csv``, a ``.zip`` or a folder of CSV files; from bytes,
    a file object, or a dictionary. ``name`` is the file's where it has none of its own; its extension settles what the bytes
    leave open. ``limits`` bound what is read.

    A file with several dossiers, one a line, is read by :func:`read_many`.

    >>> import eken
    >>> eken.read("examples/data/minimal.json").format
    '.json'

    Raises :class:`eken.ReadError` where it is no dossier, with code, place and help.
    """
    if isinstance(source, Dossier):
        return source
    if isinstance(source, (bytes, bytearray, memoryview)):
        return loads(bytes(source), name=name, limits=limits)
    if isinstance(source, Mapping):
        return Dossier.from_dict(source, name=name or "dict", limits=limits)
    if isinstance(source, (str, os.PathLike)):
        path = os.fspath(source)
        if not isinstance(path, str):
            path = os.fsdecode(path)
        return Dossier(_eken.Dossier.open(path, bounds(limits)), name or path)
    if hasattr(source, "read"):
        data = source.read()
        named = name or getattr(source, "name", None)
        return loads(data, name=named if isinstance(named, str) else None, limits=limits)
    raise OptionError(
        "call.source",
        (f"{type(source).__name__} 不是档案的来源", f"a {type(source).__name__} is no source of a dossier"),
        ("给出路径、bytes、文件对象或 dict", "give a path, bytes, a file object or a dict"),
    )


def loads(text: str | bytes, *, name: str | None = None, limits: Limits | None = None) -> Dossier:
    """Reads a dossier from a text of JSON, or from the bytes of a file of any kind.

    >>> import eken
    >>> eken.loads('{"schema_version": 1}')
    <Dossier: 0 records, as of None>
    """
    data = encoded(text) if isinstance(text, str) else text
    return Dossier(_eken.Dossier.read(data, name or "", bounds(limits)), name or "text")


def read_many(
    path: str | os.PathLike[str], *, errors: Literal["raise", "yield"] = "raise", limits: Limits | None = None
) -> Iterator[Dossier | Error]:
    """Reads a file with a dossier a line (``.ndjson``, ``.jsonl``), one after the other, in memory that does not grow.

    A line that is no dossier raises its error; with ``errors="yield"`` the error comes in its place and the rest goes on.

    >>> import eken, os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "many.ndjson")
    >>> with open(path, "w") as file:
    ...     _ = file.write('{"schema_version": 1}\\n[\\n{"schema_version": 1, "id": "b"}\\n')
    >>> [each.line for each in eken.read_many(path, errors="yield")]
    [1, 2, 3]
    """
    if errors not in ("raise", "yield"):
        raise OptionError(
            "call.option",
            ('errors 应为 "raise" 或 "yield"', 'errors is neither "raise" nor "yield"'),
            ('如 errors="yield"', 'such as errors="yield"'),
        )
    return _lines(_eken.Lines(os.fspath(path), bounds(limits)), os.fspath(path), errors == "yield")


def _lines(lines: _eken.Lines, path: str, yields: bool) -> Iterator[Dossier | Error]:
    while (told := lines.next()) is not None:
        number, native, error = told
        if native is not None:
            yield Dossier(native, path, number)
        elif yields and isinstance(error, Error):
            yield error
        elif error is not None:
            raise error
