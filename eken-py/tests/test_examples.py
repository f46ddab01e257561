"""Examples over many dossiers in polars and DuckDB: the rows of eken.assess_many, and every sale."""

import collections
import importlib.util
import subprocess
import sys

import eken
import polars
import pyarrow
import pytest

FILES = ["examples/data/yuanqu-2023.json", "examples/data/minimal.json"]


def example(root, name):
    spec = importlib.util.spec_from_file_location(name, root / f"examples/frames/{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def exact():
    return [{**row._asdict(), "verdict": str(row.verdict)} for row in eken.assess_many(FILES, 2023).rows()]


def sales():
    return [(file, sale["amount"]) for file in FILES for sale in eken.read(file).frame("entities.sales").to_pyarrow().to_pylist()]


def test_a_lazy_frame_of_polars_gives_the_rows_of_assess_many(root, exact):
    lazily = example(root, "lazily")
    files = polars.LazyFrame({"file": FILES})
    frame = lazily.assessed(files, 2023)
    assert frame.collect().to_dicts() == exact
    assert frame.filter(polars.col("verdict") == "open").collect().to_dicts() == [row for row in exact if row["verdict"] == "open"]
    few = lazily.assessed(files.filter(polars.col("file").str.contains("minimal")), 2023).select("file", "id").collect()
    assert set(few["file"]) == {FILES[1]} and len(few) == 44
    ledger = lazily.sold(files).collect()
    assert list(zip(ledger["file"], ledger["amount"], strict=True)) == sales() and len(ledger) > 100


def test_duckdb_gives_the_rows_of_assess_many_and_exact_sums(root, exact):
    sql = example(root, "sql")
    base = sql.assessed(FILES, 2023)
    got = pyarrow.table(base.sql("select * from towns")).to_pylist()
    order = lambda row: (row["file"], row["id"])  # noqa: E731
    assert sorted(got, key=order) == sorted(exact, key=order)
    total = base.sql("select sum(amount) from ledger").fetchall()[0][0]
    assert total == sum(amount for _, amount in sales() if amount is not None)
    told = base.sql(sql.NOT_MET).fetchall()
    missed = [row for row in exact if row["verdict"] == "not_met"]
    assert {id: count for id, _, count, *_ in told} == collections.Counter(row["id"] for row in missed) and told
    gaps = {id: [(row["gap"], row["unit"]) for row in missed if row["id"] == id and row["gap"] is not None] for id, *_ in told}
    assert {id: worst for id, _, _, *worst in told} == {
        id: list(max(each, key=lambda gap: abs(gap[0]), default=(None, None))) for id, each in gaps.items()
    }
    # a ceiling is exceeded: its gap is above zero, while that of a town that keeps it is below
    assert next(worst for id, _, _, worst, _ in told if id == "16") == 12


def test_duckdb_holds_the_sales_of_a_file_with_a_dossier_a_line(root, tmp_path):
    many = tmp_path / "many.ndjson"
    first, second = (eken.read(file).to_json() for file in FILES)
    many.write_text(f"{first}\n[\n{second}\n{first}\n", encoding="utf-8")
    base = example(root, "sql").assessed([many, FILES[1]], 2023)
    alone = {file: [amount for name, amount in sales() if name == file] for file in FILES}
    got = dict(base.sql("select line, list(amount) from ledger where file like '%ndjson' group by line").fetchall())
    assert {line: sorted(amounts) for line, amounts in got.items()} == {
        line: sorted(alone[file]) for line, file in ((1, FILES[0]), (3, FILES[1]), (4, FILES[0])) if alone[file]
    }
    assert set(got) >= {1, 4}


@pytest.mark.parametrize("name", ["lazily", "sql"])
def test_the_scripts_run_as_their_first_lines_say(root, name):
    done = subprocess.run([sys.executable, f"examples/frames/{name}.py", "2023", *FILES], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout.count("\n") > 10, done.stderr
