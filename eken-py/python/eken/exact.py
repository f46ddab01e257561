"""Columns of floats in a data frame: refused, since no float is exact; but whole numbers of a column that counts are taken."""

from __future__ import annotations

import re
from typing import Any

from .errors import BuildError

__all__ = ["exact_polars", "exact_pyarrow"]

# a float of so many bits holds every whole number below it
_WHOLE = {16: 1 << 11, 32: 1 << 24, 64: 1 << 53}


def exact_polars(key: str, table: Any) -> Any:
    """The table of a kind of fact, its counts whole numbers; an error where a column of floats is left."""
    import polars

    for name, kind in table.schema.items():
        if kind.is_float():
            column = table[name]
            known = column.drop_nulls()
            most = _WHOLE[int(str(kind).removeprefix("Float"))]
            whole = bool((known.is_finite() & (known == known.floor()) & (known.abs() < most)).all())
            _settle(key, name, len(known), whole)
            table = table.with_columns(column.cast(polars.Int64))
        elif _polars_inside(kind):
            _settle(key, name, len(table[name].drop_nulls()), False)
    return table


def _polars_inside(kind: Any) -> bool:
    """Whether lists or structs hold floats."""
    below = [field.dtype for field in getattr(kind, "fields", ())] + ([kind.inner] if hasattr(kind, "inner") else [])
    return any(one.is_float() or _polars_inside(one) for one in below)


def exact_pyarrow(key: str, table: Any) -> Any:
    """As :func:`exact_polars`."""
    from importlib import import_module

    pyarrow, compute = import_module("pyarrow"), import_module("pyarrow.compute")
    for place, field in enumerate(table.schema):
        kind = field.type
        while pyarrow.types.is_dictionary(kind) or pyarrow.types.is_run_end_encoded(kind):
            kind = kind.value_type
        if not pyarrow.types.is_floating(kind):
            if _arrow_inside(kind, pyarrow.types.is_floating):
                _settle(key, field.name, len(table.column(place).drop_null()), False)
            continue
        column = table.column(place).cast(pyarrow.float64())
        known = column.drop_null()
        small = compute.less(compute.abs(known), float(_WHOLE[kind.bit_width]))
        whole = compute.and_(small, compute.equal(known, compute.floor(known)))
        _settle(key, field.name, len(known), compute.all(whole, min_count=0).as_py())
        table = table.set_column(place, field.name, column.cast(pyarrow.int64()))
    return table


def _arrow_inside(kind: Any, is_float: Any) -> bool:
    below = [kind.field(n).type for n in range(kind.num_fields)]
    return any(is_float(one) or _arrow_inside(one, is_float) for one in below)


def _settle(key: str, name: str, values: int, whole: bool) -> None:
    field = _field(key, name)
    # degrees are no money: geographic libraries give them as floats
    if values == 0 or (field is not None and ((whole and field.kind == "count") or field.kind == "geometry")):
        return
    raise BuildError(
        "build.float",
        (
            "这一列是浮点数，不精确：金额、面积、比率不能用 float，人数、个数只能是整数",
            "the column holds floats, which are not exact: no money, area or rate is given as one, and what is counted is whole",
        ),
        (
            "读入时就读成文本或小数：pl.read_csv(f, schema_overrides={列: pl.String})，pandas.read_csv(f, dtype={列: str})；"
            '有空值的整数列在 pandas 中用 astype("Int64")',
            "read it as text or decimal from the first: pl.read_csv(f, schema_overrides={column: pl.String}), "
            'pandas.read_csv(f, dtype={column: str}); whole numbers with gaps are astype("Int64") in pandas',
        ),
        # a name that is not of the model may be somebody's
        at=key if field is None else f"{key}: {name}",
    )


def _field(key: str, name: str) -> Any:
    """The field of a column, by its name or its heading; None where the model has none."""
    from .records import kinds

    kind = kinds()["Dossier"]
    steps = [] if key in ("dossier", "基本情况") else key.split(".")
    # a column inside a record has the names on the way before its own
    *within, last = re.split("[.·]", str(name))
    for step in (*steps, *within):
        found = next((field for field in kind.fields if _is(field, step)), None)
        if found is None or found.of not in kinds():
            return None
        kind = kinds()[found.of]
    return next((field for field in kind.fields if _is(field, last)), None)


def _is(field: Any, name: str) -> bool:
    plain = re.sub(r"[（(].*?[）)]", "", name).strip()
    return plain in (field.name, field.zh, field.en)
