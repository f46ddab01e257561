"""Python values as the JSON of a dossier: exact, and never a float for money."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from json import dumps
from typing import Any

from .errors import BuildError
from .records import Record
from .values import Faulty, Figure, Geometry, Missing, Period, Personal

__all__ = ["written"]


def written(value: Any, at: str = "", exact: bool = True) -> str:
    """The JSON text of a value. ``None`` is null, as in JSON."""
    parts: list[str] = []
    _write(value, at, exact, parts)
    return "".join(parts)


def _write(value: Any, at: str, exact: bool, out: list[str]) -> None:
    if value is None:
        out.append("null")
    elif value is True or value is False:
        out.append("true" if value else "false")
    elif isinstance(value, str):
        out.append(dumps(str(value), ensure_ascii=False))
    elif isinstance(value, int):
        out.append(str(int(value)))
    elif isinstance(value, Decimal):
        _decimal(value, at, exact, out)
    elif isinstance(value, float):
        if exact or value != value or value in (float("inf"), float("-inf")):
            raise _refused_float(at)
        out.append(repr(value))
    elif isinstance(value, datetime.datetime):
        raise _refused(at, ("时间戳不能作日期", "a timestamp is no day"), ("用 .date()", "take its .date()"))
    elif isinstance(value, datetime.date):
        out.append(f'"{value.isoformat()}"')
    elif isinstance(value, datetime.time):
        out.append(f'"{value:%H:%M}"')
    elif isinstance(value, Period):
        out.append(f'"{value}"')
    elif isinstance(value, Personal):
        out.append(dumps(value.reveal(), ensure_ascii=False))
    elif isinstance(value, Missing):
        told = {"missing": str(value.reason)} | ({"note": value.note} if value.note is not None else {})
        _write(told, at, exact, out)
    elif isinstance(value, (Faulty, Geometry)):
        _write(value.written, at, exact, out)
    elif isinstance(value, Record):
        _write(value._data, at, exact, out)
    elif isinstance(value, Mapping):
        _mapping(value, at, exact, out)
    elif isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray, memoryview)):
        out.append("[")
        for n, one in enumerate(value):
            out.append("," if n else "")
            _write(one, f"{at}/{n}", exact, out)
        out.append("]")
    else:
        raise _refused(
            at,
            (f"{type(value).__name__} 不能写入档案", f"a {type(value).__name__} cannot stand in a dossier"),
            ("用 str、int、Decimal、date、dict、list", "give a str, int, Decimal, date, dict or list"),
        )


def _decimal(value: Decimal, at: str, exact: bool, out: list[str]) -> None:
    if not value.is_finite():
        raise _refused(
            at,
            ("不是数", "no number"),
            ('缺失的值写 eken.Missing("not_collected")', 'for a missing value give eken.Missing("not_collected")'),
        )
    if isinstance(value, Figure) and value.detail:
        _write({"value": Decimal(value), **value.detail}, at, exact, out)
    elif value.as_tuple().exponent not in range(-60, 60):
        raise _refused(at, ("位数太多", "too many digits"), ("写成基本单位的数", "give it in the base unit"))
    else:
        out.append(f"{value:f}")


def _mapping(value: Mapping[Any, Any], at: str, exact: bool, out: list[str]) -> None:
    # coordinates are degrees, not money: GeoJSON from elsewhere has them as floats
    is_geometry = value.get("type") in ("Polygon", "MultiPolygon")
    out.append("{")
    for n, (name, one) in enumerate(value.items()):
        if not isinstance(name, str):
            raise _refused(at, ("字段名不是文本", "the name of a field is no text"), ("字段名写成 str", "give names as str"))
        out.append("," if n else "")
        out.append(dumps(name, ensure_ascii=False))
        out.append(":")
        _write(one, f"{at}/{name}", exact and not is_geometry, out)
    out.append("}")


def _refused_float(at: str) -> BuildError:
    return _refused(
        at,
        ("浮点数不精确，金额、面积、比率不能用 float", "a float is not exact: no money, area or rate is given as one"),
        (
            'Decimal("312.5")，或文本 "312.5"；读 JSON 时用 json.load(f, parse_float=Decimal)，或直接 eken.read(文件)',
            'give Decimal("312.5"), or the text "312.5"; read JSON with json.load(f, parse_float=Decimal), or let eken.read(file) do it',
        ),
        "build.float",
    )


def _refused(at: str, words: tuple[str, str], help: tuple[str, str], code: str = "build.type") -> BuildError:
    return BuildError(code, words, help, at=at or None)
