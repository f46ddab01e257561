"""A province in DuckDB: SQL over what eken says of dossiers, without a file in between.

    python examples/frames/sql.py 2023 FILE…
"""

import sys

import duckdb
import eken

# a gap is negative below a floor and positive above a ceiling: the worst is the farthest from zero
NOT_MET = """
    select id, any_value(title) as title, count(*) as not_met, arg_max(gap, abs(gap)) as worst, arg_max(unit, abs(gap)) as unit
    from towns where verdict = 'not_met' group by id order by not_met desc, id
"""
BY_YEAR = "select left(month, 4) as year, sum(amount) as yuan from ledger group by all order by year"


def assessed(paths, year):
    """A connection in which `towns` are the rows of `eken.assess_many` and `ledger` the sales of all dossiers read."""
    base = duckdb.connect()
    many = eken.assess_many(paths, year)
    base.register("many", many.to_pyarrow())
    base.execute("create table towns as select * from many")
    base.execute("create table ledger (file varchar, line bigint, entities_id varchar, month varchar, channel varchar, amount decimal(38, 12))")
    for file, line in {town.file: town.line for town in many.assessed}.items():
        # a file with a dossier a line holds those refused too, which are no dossiers here
        read = [eken.read(file)] if line is None else eken.read_many(file, errors="yield")
        for dossier in (each for each in read if isinstance(each, eken.Dossier)):
            base.register("sales", dossier.frame("entities.sales").to_pyarrow())
            base.execute("insert into ledger select ?, ?, entities_id, month, channel, amount from sales", [file, dossier.line])
    return base


def main():
    year, *paths = sys.argv[1:]
    base = assessed(paths, int(year))
    print(base.sql(NOT_MET))
    print(base.sql(BY_YEAR))


if __name__ == "__main__":
    main()
