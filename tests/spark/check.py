"""Runs examples/spark/province.py and holds what it wrote against eken alone."""

import os
import pathlib
import shutil
import subprocess
import sys
import zipfile

import eken
import pyarrow
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
    # names that Spark passes over, or takes for a pattern
    odd = [folder / "_七镇.json", folder / ".eight.json", folder / "九 [镇].json"]
    for path, like in zip(odd, single, strict=False):
        shutil.copyfile(like, path)
    # a sale of nobody, which is refused
    with zipfile.ZipFile(folder / "sheets.zip", "w") as sheets:
        sheets.writestr("entities.csv", "id,name\nE1,例禾\n")
        sheets.writestr("entities.sales.csv", "entities_id,month,amount\nE1,2023-01,5\nE2,2023-01,7\n")
    many = generate("many.ndjson", "--seed", "7", "--size", "9MB")
    lines = many.read_bytes().splitlines(keepends=True)
    many.write_bytes(b"".join([*lines[:2], b"\n", b"[\r\n", *lines[2:], b" \n", b'{"schema_version": 1}']))
    return [*single, *odd, folder / "sheets.zip", folder / "town.xlsx", folder / "broken.json", many]


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
    accounts = [
        {
            "file": d.name,
            "line": d.line,
            "read": d.account and d.account.read,
            "refused": d.account and d.account.refused,
            "findings": sum(d.check().counts.values()),
            "not_evaluated": len(d.check().not_evaluated),
        }
        for d in dossiers
    ]
    assert [each["refused"] for each in accounts if each["file"].endswith("sheets.zip")] == [1], "the sale of nobody was not refused"
    same("accounts", rows(out, "accounts"), accounts)
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
    loses(out, len(alone))


def loses(out, filed):
    """A town less, a row less and a town twice are each noticed by the example itself."""
    sys.path.insert(0, str(ROOT / "examples/spark"))
    import province

    spark = province.session()
    spark.sparkContext.setLogLevel("ERROR")
    told = parquet.read_table(out / "rows")
    town = [n for n, row in enumerate(told.select(["file", "line"]).to_pylist()) if row == told.select(["file", "line"]).slice(0, 1).to_pylist()[0]]
    spoilt = out.with_name("spoilt")
    for what, kept in {
        "nothing": told,
        "a town": told.take([n for n in range(len(told)) if n not in town]),
        "a row": told.slice(1),
        "a town twice": pyarrow.concat_tables([told, told.take(town)]),
    }.items():
        shutil.rmtree(spoilt, ignore_errors=True)
        shutil.copytree(out / "refused", spoilt / "refused")
        (spoilt / "rows").mkdir()
        parquet.write_table(kept, spoilt / "rows" / "part.parquet")
        lost = province.missed(spark, spoilt.as_uri(), filed, YEAR)
        if lost != (what != "nothing"):
            sys.exit(f"{what} was lost on purpose, and {lost} was missed")
    spark.stop()
    print("a town less, a row less, a town twice: each is missed")


if __name__ == "__main__":
    main()
