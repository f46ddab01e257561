"""Runs examples/spark/province.py and holds what it wrote against eken alone."""

import os
import pathlib
import shutil
import subprocess
import sys

import eken
import pyarrow.parquet as parquet

ROOT = pathlib.Path(__file__).resolve().parents[2]
YEAR = 2023
SALE = ("pointer", "entities_id", "month", "platform", "channel", "amount")


def made(folder):
    """Dossiers of every kind of file, some of them none, with faults in some."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def generate(name, *arguments):
        command = [sys.executable, "-m", "eken", "generate", "--tier", "key_assistance", *arguments, "--out", folder / name]
        subprocess.run(command, check=True, capture_output=True)
        return folder / name

    single = [generate(f"town-{n}.json", "--seed", str(n), "--size", "60kB", *("--faults", "all")[: 2 * (n % 2)]) for n in range(1, 7)]
    eken.read(ROOT / "examples/data/yuanqu-2023.json").write(folder / "town.xlsx")
    (folder / "broken.json").write_text("[", encoding="utf-8")
    many = generate("many.ndjson", "--seed", "7", "--size", "9MB")
    lines = many.read_bytes().splitlines(keepends=True)
    many.write_bytes(b"".join([*lines[:2], b"\n", b"[\r\n", *lines[2:], b" \n", b'{"schema_version": 1}']))
    return [*single, folder / "town.xlsx", folder / "broken.json", many]


def rows(out, name):
    return parquet.read_table(out / name).to_pylist()


def order(row):
    return [("" if value is None else str(value)) for value in row.values()]


def same(what, got, wanted):
    got, wanted = sorted(got, key=order), sorted(wanted, key=order)
    for one, other in zip(got, wanted, strict=False):
        if one != other:
            fields = [name for name in other if one.get(name) != other[name]]
            sys.exit(f"{what}: {other.get('file')}:{other.get('line')} differs in {', '.join(fields)}")
    if len(got) != len(wanted):
        sys.exit(f"{what}: {len(got)} rows from Spark, {len(wanted)} from eken")
    print(f"{what}: {len(got)} rows, the same")


def main():
    folder = pathlib.Path(sys.argv[1])
    files = made(folder / "in")
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, ROOT / "examples/spark/province.py", "--year", str(YEAR), "--out", out, *files]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    subprocess.run(command, check=True, env=environment, cwd=folder)
    if os.environ.get("EKEN_SABOTAGE"):
        text = files[0].read_text(encoding="utf-8")
        files[0].write_text(text.replace('"amount":', '"amount":1', 1), encoding="utf-8")

    alone = eken.assess_many(files, YEAR)
    exact = [{**row._asdict(), "verdict": str(row.verdict)} for row in alone.rows()]
    same("rows of verdicts", rows(out, "rows"), exact)
    same("dossiers refused", rows(out, "refused"), [{"file": t.file, "line": t.line, "error": t.error.code} for t in alone.refused])
    dossiers = [*(eken.read(file) for file in files if file.suffix != ".ndjson" and file.name != "broken.json")]
    dossiers += [each for each in eken.read_many(files[-1], errors="yield") if isinstance(each, eken.Dossier)]
    found = [
        {"file": d.name, "line": d.line, "code": e.code, "severity": str(e.severity), "pointer": e.pointer, "message": e.message()}
        for d in dossiers
        for e in d.check()
    ]
    same("findings", rows(out, "findings"), found)
    sales = [
        {"file": d.name, "line": d.line, "nth": nth, **{name: sale.get(name) for name in SALE}}
        for d in dossiers
        for nth, sale in enumerate(d.frame("entities.sales").to_pyarrow().to_pylist())
    ]
    same("the sales ledger", rows(out, "ledger"), sales)
    twice = [each for each in found if each["code"] == "entity.sales-month-twice"]
    ledger = [each for each in rows(out, "ledger-findings") if each["code"] == "entity.sales-month-twice"]
    assert twice, "no month is filed twice in what was made"
    same("months filed twice, found in the ledger alone", ledger, twice)


if __name__ == "__main__":
    main()
