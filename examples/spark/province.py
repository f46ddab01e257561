"""A province in Spark: every dossier validated and assessed, and the ledger of its sales, on as many machines as there are.

    python examples/spark/province.py --year 2023 --out OUT FILE…

FILE is a dossier a file (.json, .xlsx, .zip …) or, named .ndjson, a dossier a line. OUT becomes six folders of Parquet: `rows`, as
`eken.assess_many` has them; `refused`, the dossiers that could not be read; `accounts`, what was read of each; `findings`; `ledger`, the
sales of all towns, and `ledger-findings` about them alone. It ends with 1 where what came out is not all that was filed.
"""

import argparse
import os
import pathlib
import sys

import eken
import pyarrow
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

YUAN = pyarrow.decimal128(38, 12)
SOURCES = "file string, line bigint, start bigint, length bigint, content binary"
ROWS = pyarrow.schema(
    [("file", "string"), ("line", "int64"), ("town", "string"), ("tier", "string"), ("id", "string"), ("title", "string")]
    + [("verdict", "string"), ("gap", YUAN), ("unit", "string"), ("provisional", "bool"), ("missing", "int64"), ("lead", "string")]
    + [("error", "string")]
)
FINDINGS = pyarrow.schema(
    [("file", "string"), ("line", "int64"), ("code", "string"), ("severity", "string"), ("pointer", "string"), ("message", "string")]
)
ACCOUNTS = pyarrow.schema(
    [("file", "string"), ("line", "int64"), ("read", "int64"), ("refused", "int64"), ("findings", "int64"), ("not_evaluated", "int64")]
)
LEDGER = pyarrow.schema(
    [("file", "string"), ("line", "int64"), ("nth", "int64"), ("pointer", "string"), ("entities_id", "string")]
    + [("month", "string"), ("platform", "string"), ("channel", "string"), ("amount", YUAN)]
)
# a line beyond it is refused, as eken.assess_many does
LINE = eken.Limits(bytes=8 << 20)


def ddl(schema):
    """A schema in the words of Spark."""
    words = {"string": "string", "int64": "bigint", "bool": "boolean", str(YUAN): "decimal(38,12)"}
    return ", ".join(f"{field.name} {words[str(field.type)]}" for field in schema)


# where the dossiers are


def whole(spark, paths):
    """Files of one dossier each, read by Spark from wherever it can read."""
    # Spark passes over a name that begins with _ or . and says nothing, and takes these signs for a pattern: such a file is read here
    odd = [path for path in paths if path.name.startswith(("_", ".")) or set("{}[]*?\\") & set(str(path))]
    sources = spark.createDataFrame([(str(path), None, None, None, path.read_bytes()) for path in odd], SOURCES)
    plain = [str(path) for path in paths if path not in odd]
    if plain:
        path = F.regexp_replace("path", "^file:/*", "/").alias("file")
        nulls = (F.lit(None).cast("bigint").alias(name) for name in ("line", "start", "length"))
        sources = sources.union(spark.read.format("binaryFile").load(plain).select(path, *nulls, "content"))
    return sources


def lines(spark, path, size=4 << 20):
    """A file with a dossier a line, in pieces of whole lines, each with the number of its first, which the workers read themselves; and
    how many dossiers there are in it."""
    pieces, start, end, line, first, filed = [], 0, 0, 1, 1, 0
    with open(path, "rb") as file:
        for text in file:
            end, line, filed = end + len(text), line + 1, filed + bool(text.strip())
            if end - start >= size:
                pieces.append((str(path), first, start, end - start, None))
                start, first = end, line
    if end > start:
        pieces.append((str(path), first, start, end - start, None))
    return spark.createDataFrame(pieces, SOURCES).repartition(max(1, len(pieces))), filed


# what a worker does: batches of sources in, batches of rows out


def dossiers(batch):
    """The dossiers of a batch, each with its file and line; an `eken.Error` in the place of one that is none."""
    for source in batch.to_pylist():
        file, first = source["file"], source["line"]
        if first is None:
            yield file, None, read(source["content"], file, None)
            continue
        with open(file, "rb") as opened:
            opened.seek(source["start"])
            texts = opened.read(source["length"]).split(b"\n")
        for line, text in enumerate(texts, first):
            if text.strip():
                yield file, line, read(text, "", LINE)


def read(data, name, limits):
    try:
        return eken.loads(data, name=name, limits=limits)
    except eken.Error as error:
        return error


def assessed(year):
    """Rows of the assessments, for mapInArrow; a dossier that could not be read is a row with its error."""

    def work(batches):
        for batch in batches:
            rows = []
            for file, line, dossier in dossiers(batch):
                if isinstance(dossier, eken.Error):
                    rows.append({"file": file, "line": line, "error": dossier.code})
                else:
                    rows += [{**row._asdict(), "file": file, "line": line} for row in dossier.assess(year).rows()]
            yield table(rows, ROWS)

    return work


def found(batches):
    """The findings, for mapInArrow."""
    for batch in batches:
        rows = []
        for file, line, dossier in dossiers(batch):
            for each in () if isinstance(dossier, eken.Error) else dossier.check():
                told = {"code": each.code, "severity": str(each.severity), "pointer": each.pointer, "message": each.message()}
                rows.append({"file": file, "line": line, **told})
        yield table(rows, FINDINGS)


def counted(batches):
    """What was read of each dossier, for mapInArrow: rows of its sheets read and refused (null where it is JSON), findings, listed or not,
    and rules that could not be evaluated."""
    for batch in batches:
        rows = []
        for file, line, dossier in dossiers(batch):
            if not isinstance(dossier, eken.Error):
                account, found = dossier.account, dossier.check()
                told = {"findings": sum(found.counts.values()), "not_evaluated": len(found.not_evaluated)}
                if account is not None:
                    told |= {"read": account.read, "refused": account.refused}
                rows.append({"file": file, "line": line, **told})
        yield table(rows, ACCOUNTS)


def sold(batches):
    """The ledger: a row for each month, platform and channel of each entity, its amount exact; for mapInArrow."""
    for batch in batches:
        rows = []
        for file, line, dossier in dossiers(batch):
            if not isinstance(dossier, eken.Error):
                sales = dossier.frame("entities.sales").to_pyarrow().to_pylist()
                rows += [{"file": file, "line": line, "nth": nth, **sale} for nth, sale in enumerate(sales)]
        yield table(rows, LEDGER)


def ledger_checked(batches):
    """Findings about the rows of a ledger, towns one after the other; for mapInArrow over a ledger that is sorted by town."""
    held, town = [], None
    for batch in batches:
        for row in batch.to_pylist():
            if (row["file"], row["line"]) != town and held:
                yield of_ledger(town, held)
                held = []
            town = (row["file"], row["line"])
            held.append(row)
    if held:
        yield of_ledger(town, held)


def of_ledger(town, rows):
    """What eken finds in the sales of one town."""
    by_entity = {}
    for row in rows:
        by_entity.setdefault(row["entities_id"], []).append(row)
    # from the place in the dossier that the ledger makes to the place in the town's own
    places = {
        f"/entities/items/{nth}/sales/{place}": row["pointer"]
        for nth, own in enumerate(by_entity.values())
        for place, row in enumerate(own)
    }
    sales = pyarrow.Table.from_pylist(rows, LEDGER).drop_columns(["file", "line", "nth", "pointer"])
    # a table of one column is not told from a list of notes, so a second one stands beside the identifiers, empty
    entities = pyarrow.table({"id": list(by_entity), "name": pyarrow.nulls(len(by_entity), "string")})
    dossier = eken.Dossier.from_frames({"entities": entities, "entities.sales": sales})
    if dossier.account.refused:
        raise RuntimeError(f"{dossier.account.refused} rows of the ledger were not read")
    told = []
    for each in dossier.check():
        sale = "/".join(each.pointer.split("/")[:6])
        if sale in places:
            pointer = places[sale] + each.pointer.removeprefix(sale)
            words = {"code": each.code, "severity": str(each.severity), "pointer": pointer, "message": each.message()}
            told.append({"file": town[0], "line": town[1], **words})
    return table(told, FINDINGS)


def table(rows, schema):
    return pyarrow.RecordBatch.from_pylist([{name: plain(row.get(name)) for name in schema.names} for row in rows], schema)


def plain(value):
    """A value as Arrow takes it: a code is a text."""
    return str(value) if isinstance(value, str) else value


# what came out


def missed(spark, out, filed, year):
    """How many of the dossiers that were filed did not come out whole and once."""
    each = len(eken.loads('{"schema_version": 1}').assess(year).rows())
    towns = spark.read.parquet(f"{out}/rows").groupBy("file", "line").count()
    assessed = towns.where(F.col("count") == each).count()
    refused = spark.read.parquet(f"{out}/refused").select("file", "line").distinct().count()
    print(f"档案{filed}份：已评估{assessed}，未能读入{refused} | dossiers: {filed} filed, {assessed} assessed, {refused} refused")
    return filed - assessed - refused


def asked(spark, out):
    """What an office asks first."""
    rows, ledger = spark.read.parquet(f"{out}/rows"), spark.read.parquet(f"{out}/ledger")
    print("结论 verdicts")
    rows.groupBy("verdict").count().orderBy("verdict").show()
    print("发现最多的规则 rules with most findings")
    # a structure, since a line that is null would not be counted
    towns, findings = F.count_distinct(F.struct("file", "line")).alias("towns"), F.count("*").alias("findings")
    by_rule = spark.read.parquet(f"{out}/findings").groupBy("severity", "code").agg(towns, findings)
    by_rule.orderBy(F.desc("findings"), "code").show(5, truncate=False)
    print("表格的行 rows of sheets")
    spark.read.parquet(f"{out}/accounts").agg(F.sum("read").alias("read"), F.sum("refused").alias("refused")).show()
    print("销售额，元 sales in yuan")
    ledger.groupBy(F.substring("month", 1, 4).alias("year")).agg(F.sum("amount").alias("yuan")).orderBy("year").show(truncate=False)


def session():
    """Spark on this machine alone, or where spark-submit says."""
    builder = SparkSession.builder.appName("eken")
    if "PYSPARK_GATEWAY_PORT" not in os.environ:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = builder.master("local[2]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    # a batch of files is held in memory by one worker
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "64").config("spark.sql.shuffle.partitions", "4")
    return builder.getOrCreate()


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    given = parser.parse_args()
    files = [path.resolve() for path in given.files]
    many = [path for path in files if path.suffix in (".ndjson", ".jsonl")]
    spark = session()
    spark.sparkContext.setLogLevel("ERROR")
    single = [path for path in files if path not in many]
    source, filed = whole(spark, single), len(single)
    for path in many:
        pieces, in_it = lines(spark, path)
        source, filed = source.union(pieces), filed + in_it

    out = given.out.resolve().as_uri()
    told = source.mapInArrow(assessed(given.year), ddl(ROWS)).cache()
    told.where("error is null").drop("error").write.parquet(f"{out}/rows")
    told.where("error is not null").select("file", "line", "error").write.parquet(f"{out}/refused")
    source.mapInArrow(counted, ddl(ACCOUNTS)).write.parquet(f"{out}/accounts")
    source.mapInArrow(found, ddl(FINDINGS)).write.parquet(f"{out}/findings")
    source.mapInArrow(sold, ddl(LEDGER)).write.parquet(f"{out}/ledger")

    ledger = spark.read.parquet(f"{out}/ledger")
    towns = ledger.repartition("file", "line").sortWithinPartitions("file", "line", "nth")
    towns.mapInArrow(ledger_checked, ddl(FINDINGS)).write.parquet(f"{out}/ledger-findings")
    asked(spark, out)
    lost = missed(spark, out, filed, given.year)
    spark.stop()
    if lost:
        sys.exit("有档案丢失或重复，结果不可用 | dossiers were lost or came twice: do not use the result")


if __name__ == "__main__":
    main()
