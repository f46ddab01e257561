"""Holds the tables of eken and of other programs against the JSON: check.py EKEN DOSSIER FOLDER."""

import datetime
import json
import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import polars
import pyarrow
import pyarrow.ipc
import pyarrow.parquet

EKEN, DOSSIER, WORK = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
count = 0


def load(text):
    """JSON with every figure exact."""
    return json.loads(text, parse_float=Decimal, parse_int=int)


def eken(*arguments, expected=(0,)):
    done = subprocess.run([EKEN, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode not in expected:
        raise SystemExit(f"eken {arguments} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done


def records(dossier, key):
    """The records of a kind of fact, each with the identifier of the record it belongs to, or `#5` for a fifth whose own does not tell it."""
    found = [(None, dossier)]
    for step in key.split("."):
        inner, ids = [], [record.get("id") for _, record in found]
        for place, (_, record) in enumerate(found, 1):
            value = record.get(step)
            if isinstance(value, dict) and "items" in value:
                value = value["items"]
            own = value if isinstance(value, list) else [value] if isinstance(value, dict) else []
            name = ids[place - 1] if ids.count(ids[place - 1]) == 1 and ids[place - 1] else f"#{place}"
            inner.extend((name, each) for each in own)
        found = inner
    return found


def value_at(record, name):
    """The value that a column shows of a record, and why there is none."""
    if not isinstance(record, dict):
        return record, None
    value = record
    for step in name.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, dict) and "missing" in value:
        return None, value["missing"]
    if isinstance(value, dict) and "value" in value:
        value = value["value"]
    return value, None


def expected_of(value, kind):
    """The value of JSON in the type of its column."""
    if value is None:
        return None
    if pyarrow.types.is_decimal(kind):
        return Decimal(str(value))
    if pyarrow.types.is_date(kind):
        return datetime.date.fromisoformat(value)
    if pyarrow.types.is_time(kind):
        return datetime.time.fromisoformat(value)
    if isinstance(value, dict):
        return value
    return value


def same(own, expected):
    if isinstance(expected, dict):
        return load(own) == expected
    return own == expected and (type(own) is type(expected))


def against_json(dossier, key, table):
    """Every value of a table, as pyarrow reads it, against the JSON."""
    global count
    own = [(None, dossier)] if key == "dossier" else records(dossier, key)
    assert table.num_rows == len(own), f"{key}: {table.num_rows} rows, {len(own)} records"
    names = table.column_names
    for row, (parent, record) in zip(table.to_pylist(), own):
        for name, shown in row.items():
            if name.endswith(".missing"):
                expected = value_at(record, name.removesuffix(".missing"))[1]
            elif name.endswith(".missing_note"):
                continue
            elif name == names[0] and name.endswith("_id") and name.removesuffix("_id") == key.rpartition(".")[0]:
                expected = parent
            else:
                expected = expected_of(value_at(record, name)[0], table.schema.field(name).type)
            assert same(shown, expected), f"{key}.{name}: another value than in the JSON"
            count += 1


def read_by_all(dossier, folder, ending):
    """Reads each file by every program; all must give what pyarrow gives."""
    global count
    for path in sorted(folder.glob(f"*.{ending}")):
        key = path.stem
        if ending == "parquet":
            table = pyarrow.parquet.read_table(path)
            frame = polars.read_parquet(path)
        else:
            table = pyarrow.ipc.open_file(path).read_all()
            frame = polars.read_ipc(path)
        if key not in ("sections", "extra"):
            against_json(dossier, key, table)
        plain = table.to_pylist()
        assert [tuple(row.values()) for row in plain] == frame.rows(), f"{path.name}: polars reads another table"
        if ending == "parquet":
            rows = duckdb.sql(f"select * from read_parquet('{path}')").fetchall()
            assert [tuple(row.values()) for row in plain] == rows, f"{path.name}: duckdb reads another table"
        for field in table.schema:
            assert field.metadata[b"label.zh"], f"{key}.{field.name} has no label"
        count += table.num_rows


def back(name, folder, dossier):
    """What eken reads of a folder is the dossier it was made from."""
    out = WORK / f"{name}.json"
    eken("convert", folder, out)
    assert load(out.read_text(encoding="utf-8")) == dossier, f"{name}: the dossier did not come back"
    print(f"  {name}: came back")


def rewrite(name, ending, folder, write):
    """A folder in which another program has written each table anew."""
    target = WORK / name
    target.mkdir()
    for path in sorted(folder.glob("*.parquet")):
        write(path, target / f"{path.stem}.{ending}")
    return target


def by_pyarrow(**options):
    def write(source, target):
        pyarrow.parquet.write_table(pyarrow.parquet.read_table(source), target, **options)

    return write


def by_pyarrow_ipc(stream, compression):
    def write(source, target):
        table = pyarrow.parquet.read_table(source)
        options = pyarrow.ipc.IpcWriteOptions(compression=compression)
        new = pyarrow.ipc.new_stream if stream else pyarrow.ipc.new_file
        with new(target, table.schema, options=options) as writer:
            writer.write_table(table, max_chunksize=100)

    return write


def by_polars(source, target):
    polars.read_parquet(source).write_parquet(target, row_group_size=50)


def by_polars_ipc(compression):
    def write(source, target):
        polars.read_parquet(source).write_ipc(target, compression=compression)

    return write


def by_duckdb(codec):
    def write(source, target):
        duckdb.sql(f"copy (select * from read_parquet('{source}')) to '{target}' (format parquet, codec '{codec}')")

    return write


def loose(source, target):
    """As a notebook leaves them: no dictionaries, large texts, days as instants, figures with two decimals."""
    table = pyarrow.parquet.read_table(source)
    columns = {}
    for field, column in zip(table.schema, table.columns):
        if pyarrow.types.is_dictionary(field.type):
            column = column.cast(pyarrow.string())
        if pyarrow.types.is_string(column.type):
            column = column.cast(pyarrow.large_string())
        if pyarrow.types.is_date(column.type):
            column = column.cast(pyarrow.timestamp("ns"))
        if pyarrow.types.is_decimal(column.type):
            try:
                column = column.cast(pyarrow.decimal128(20, 2))
            except pyarrow.ArrowInvalid:
                pass
        columns[field.name] = column
    pyarrow.parquet.write_table(pyarrow.table(columns), target, row_group_size=64, data_page_version="2.0")


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    dossier = load(DOSSIER.read_text(encoding="utf-8"))
    own = {}
    for ending in ("parquet", "arrow"):
        own[ending] = WORK / f"own-{ending}"
        eken("convert", DOSSIER, own[ending], "--to", ending)
    if os.environ.get("EKEN_SABOTAGE"):
        dossier["entities"]["items"][0]["sales"][0]["amount"] += Decimal("0.00000001")
    for ending, folder in own.items():
        read_by_all(dossier, folder, ending)
        print(f"  {ending}: pyarrow, polars and duckdb read what stands in the JSON")
    parquet = own["parquet"]
    for codec in ("NONE", "SNAPPY", "GZIP", "ZSTD", "LZ4"):
        back(f"pyarrow-{codec}", rewrite(f"by-pyarrow-{codec}", "parquet", parquet, by_pyarrow(compression=codec)), dossier)
    plain = by_pyarrow(use_dictionary=False, data_page_version="2.0", row_group_size=7, version="1.0")
    back("pyarrow-plain", rewrite("by-pyarrow-plain", "pq", parquet, plain), dossier)
    back("pyarrow-loose", rewrite("by-pyarrow-loose", "parquet", parquet, loose), dossier)
    for stream, compression in ((False, "lz4"), (False, "zstd"), (True, None)):
        name = f"pyarrow-ipc-{compression or 'stream'}"
        back(name, rewrite(f"by-{name}", "arrows" if stream else "feather", parquet, by_pyarrow_ipc(stream, compression)), dossier)
    back("polars", rewrite("by-polars", "parquet", parquet, by_polars), dossier)
    for compression in ("uncompressed", "lz4", "zstd"):
        name = f"polars-ipc-{compression}"
        back(name, rewrite(f"by-{name}", "arrow", parquet, by_polars_ipc(compression)), dossier)
    for codec in ("snappy", "zstd"):
        back(f"duckdb-{codec}", rewrite(f"by-duckdb-{codec}", "parquet", parquet, by_duckdb(codec)), dossier)
    brotli = rewrite("by-pyarrow-brotli", "parquet", parquet, by_pyarrow(compression="BROTLI"))
    said = eken("convert", brotli, WORK / "none.json", expected=(2,))
    assert "BROTLI" in said.stderr and "columnar.codec" in said.stderr, said.stderr
    print(f"peers: {count} values and rows compared, 16 ways back, none differs")


try:
    main()
except AssertionError as fault:
    raise SystemExit(f"peers: {fault}") from None
