"""A province in polars, lazily: dossiers are assessed only when a query needs them, and only those that it needs.

    python examples/frames/lazily.py 2023 FILE…
"""

import sys

import eken
import polars as pl

KINDS = {"file": pl.String, "line": pl.Int64, "town": pl.String, "tier": pl.String, "id": pl.String, "title": pl.String}
KINDS |= {"verdict": pl.String, "gap": pl.Decimal(38, 12), "unit": pl.String, "provisional": pl.Boolean, "missing": pl.Int64}
KINDS |= {"lead": pl.String}
SALES = {"file": pl.String, "entities_id": pl.String, "month": pl.String, "channel": pl.String, "amount": pl.Decimal(38, 12)}


def assessed(files, year):
    """The rows of `eken.assess_many` over a lazy frame with a column `file`."""

    def work(batch):
        return eken.assess_many(batch["file"].to_list(), year).to_polars().cast(KINDS)

    # a row is no file: polars is told to move no filter and no slice past this step
    return files.map_batches(work, schema=KINDS, predicate_pushdown=False, projection_pushdown=False, slice_pushdown=False)


def sold(files):
    """The sales ledger of the dossiers of a lazy frame with a column `file`."""

    def work(batch):
        ledgers = [eken.read(file).frame("entities.sales").to_polars().with_columns(file=pl.lit(file)) for file in batch["file"]]
        empty = pl.DataFrame(schema=SALES)
        return pl.concat([empty, *(ledger.select(pl.col(name).cast(kind) for name, kind in SALES.items()) for ledger in ledgers)])

    return files.map_batches(work, schema=SALES, predicate_pushdown=False, projection_pushdown=False, slice_pushdown=False)


def main():
    year, *paths = sys.argv[1:]
    files = pl.LazyFrame({"file": paths})
    print(assessed(files, int(year)).group_by("verdict").len().sort("verdict").collect())
    print(sold(files).group_by(pl.col("month").str.head(4).alias("year")).agg(pl.col("amount").sum()).sort("year").collect())


if __name__ == "__main__":
    main()
