"""Tables in polars, pandas and pyarrow: money as decimal128, days as date32, codes as dictionaries; and dossiers of data frames."""

import datetime
import pickle
from decimal import Decimal

import duckdb
import eken
import pandas
import polars
import pyarrow
import pytest


def test_facts_have_their_types_in_every_library(town):
    facilities = town.facilities
    table = facilities.to_pyarrow()
    assert table.num_rows == len(facilities) == len(polars.DataFrame(facilities)) == len(facilities.to_pandas())
    assert table.column("id").to_pylist() == list(facilities.ids())
    assert pyarrow.types.is_decimal128(table.schema.field("floor_area").type)
    roles = town.frame("facilities.roles").to_pyarrow()
    assert pyarrow.types.is_dictionary(roles.schema.field("role").type)
    assert roles.column("area").to_pylist() == [role.area for each in facilities for role in each.roles]
    assert pyarrow.types.is_date32(town.documents.to_pyarrow().schema.field("issued").type)
    assert isinstance(facilities.to_polars()["floor_area"].dtype, polars.Decimal)
    assert isinstance(facilities.to_pandas()["floor_area"].dtype, pandas.ArrowDtype)


def test_labels_and_headings_come_in_both_languages(town):
    zh = town.frame("facilities.roles", labels="zh", headings="zh").to_polars()
    en = town.frame("facilities.roles", labels="en").to_polars()
    first = town.facilities[0].roles[0].role
    assert "功能" in zh.columns and first.zh in zh["功能"].to_list()
    assert first.en in en["role"].to_list()
    with pytest.raises(eken.UnknownError):
        town.frame("none")
    with pytest.raises(eken.OptionError):
        town.frame("facilities", labels="fr")


def test_findings_assessments_plans_and_many_are_tables(town, outcome):
    found = eken.loads('{"schema_version": 1, "as_of": "2023-02-30", "zz": 1}').check()
    assert found.to_polars()["code"].to_list() == [each.code for each in found]
    assert found.errors.to_polars()["message"].to_list() == [each.message() for each in found.errors]
    standings = outcome.to_polars()
    assert standings["id"].to_list() == list(outcome) and standings["verdict"].to_list() == [each.verdict for each in outcome.values()]
    assert len(outcome.frame(criteria=True)) >= sum(1 for each in outcome.values() for _ in each.leaves())
    assert len(eken.Plan().to_polars()) == 44
    many = eken.assess_many("examples/data/*.json", 2023)
    table = many.to_pyarrow()
    assert table.num_rows == 44 * len(many) and pyarrow.types.is_decimal128(table.schema.field("gap").type)
    assert table.column("gap").to_pylist() == [row.gap for row in many.rows()]
    for frame in (outcome.frame(lang="en"), many.frame(), town.frame("facilities", spans=True)):
        again = pickle.loads(pickle.dumps(frame))
        assert pyarrow.table(again).equals(pyarrow.table(frame)) and again.title("en") == frame.title("en")


@pytest.mark.parametrize("kind", ["polars", "pandas", "pyarrow", "lists"])
def test_a_dossier_is_built_of_data_frames(kind):
    rows = [
        {"id": "F1", "name": "展示馆", "floor_area": Decimal("812.50"), "opened": datetime.date(2023, 6, 1)},
        {"id": "F2", "name": "仓库", "floor_area": None, "opened": None},
    ]
    roles = [{"facilities_id": "F1", "role": "display_experience", "area": Decimal("280")}]
    make = {"polars": polars.DataFrame, "pyarrow": pyarrow.Table.from_pylist, "lists": list, "pandas": pandas.DataFrame}[kind]
    d = eken.Dossier.from_frames({"facilities.roles": make(roles)}, facilities=make(rows))
    assert d.facilities.ids() == ("F1", "F2") and d.facilities["F2"].floor_area is None
    first = d.facilities["F1"]
    assert (first.floor_area, first.opened) == (Decimal("812.5"), datetime.date(2023, 6, 1))
    assert (first.roles[0].role, first.roles[0].area) == ("display_experience", 280)
    assert d.account.read == 3 and d.account.refused == 0


MONEY = [{"id": "S1", "head_count": 30, "hours": 7.5}, {"id": "S2", "head_count": None, "hours": 8.0}]


@pytest.mark.parametrize("kind", ["polars", "pandas", "pyarrow", "lists"])
def test_a_column_of_floats_is_refused_and_the_message_shows_how(kind):
    make = {"polars": polars.DataFrame, "pyarrow": pyarrow.Table.from_pylist, "lists": list, "pandas": pandas.DataFrame}[kind]
    with pytest.raises(eken.BuildError, match="build.float") as caught:
        eken.Dossier.from_frames(sessions=make(MONEY))
    assert caught.value.at == "sessions: hours" and "pl.String" in str(caught.value) and isinstance(caught.value, TypeError)
    exact = [{**row, "hours": Decimal(str(row["hours"]))} for row in MONEY]
    sessions = eken.Dossier.from_frames(sessions=make(exact)).sessions
    assert [each.hours for each in sessions] == [Decimal("7.5"), Decimal("8")]
    assert [each.head_count for each in sessions] == [30, None]


def test_whole_numbers_of_a_column_that_counts_may_be_floats_as_pandas_makes_them():
    gaps = {"id": ["S1", "S2"], "head_count": [30.0, None]}
    zh = {"编号": ["S1", "S2"], "申报人数（人）": [30.0, None]}
    for table in (pandas.DataFrame(gaps), polars.DataFrame(gaps), pyarrow.table(gaps), gaps, pandas.DataFrame(zh)):
        d = eken.Dossier.from_frames(sessions=table)
        assert [each.head_count for each in d.sessions] == [30, None] and len(d.check().where(code="cell.*")) == 0
    for wrong in (30.5, float("inf"), 2.0**53):
        for make in (pandas.DataFrame, polars.DataFrame, pyarrow.table):
            with pytest.raises(eken.BuildError, match="build.float"):
                eken.Dossier.from_frames(sessions=make({"id": ["S1"], "head_count": [wrong]}))
    # a column that counts nothing that the model knows is not named: it may be a person's
    with pytest.raises(eken.BuildError) as caught:
        eken.Dossier.from_frames(sessions=polars.DataFrame({"id": ["S1"], "张某某": [1.0]}))
    assert "张某某" not in str(caught.value) and caught.value.at == "sessions"


@pytest.mark.parametrize("kind", ["polars", "pyarrow", "lists"])
def test_floats_inside_lists_are_refused_too(kind):
    make = {"polars": polars.DataFrame, "pyarrow": pyarrow.Table.from_pylist, "lists": list}[kind]
    with pytest.raises(eken.BuildError, match="build.float") as caught:
        eken.Dossier.from_frames(facilities=make([{"id": "F1", "roles": [{"role": "logistics", "area": 812.5}]}]))
    assert caught.value.at == "facilities: roles"


def test_a_column_without_values_may_have_any_type():
    d = eken.Dossier.from_frames(facilities=pandas.DataFrame({"id": ["F1"], "name": [float("nan")], "floor_area": [None]}))
    assert d.facilities["F1"].name is None and d.facilities["F1"].floor_area is None


def test_the_error_of_a_table_of_mixed_types_shows_no_value():
    with pytest.raises(eken.BuildError, match="build.table") as caught:
        eken.Dossier.from_frames(trainees=[{"id": "P1", "phone": "13900000000"}, {"id": 5, "phone": 13900000000}])
    assert "13900000000" not in f"{caught.value}{caught.value.__cause__}{caught.value.args}"


def test_duckdb_takes_tables_and_gives_them(town):
    facilities, entities = town.facilities, town.frame("entities.sales")
    assert duckdb.sql("select count(*) from facilities").fetchall() == [(len(town.facilities),)]
    area = duckdb.sql("select sum(floor_area) from facilities").fetchall()[0][0]
    assert isinstance(area, Decimal) and area == sum(each.floor_area for each in facilities if isinstance(each.floor_area, Decimal))
    assert duckdb.sql("select count(*) from entities").fetchall() == [(len(entities),)]
    verdicts = town.assess(2023)
    counts = dict(duckdb.sql("select verdict::varchar, count(*) from verdicts where try_cast(id as int) is not null group by all").fetchall())
    assert counts == {code: count for code, count in verdicts.counts.items() if count}
    relation = duckdb.sql("select id, floor_area, opened from facilities")
    back = eken.Dossier.from_frames(facilities=relation)
    assert [each.floor_area for each in back.facilities] == [each.floor_area for each in facilities]


def test_frames_of_a_dossier_give_the_dossier_back(town):
    keys = ["dossier", "sections", *(name for name, held in town.sections().items() if len(held))]
    tables = {key: town.frame(key, pointers=False).to_polars() for key in keys}
    back = eken.Dossier.from_frames(tables)
    assert back.facilities.ids() == town.facilities.ids() and back.as_of == town.as_of
    assert back.facilities.complete == town.facilities.complete


@pytest.mark.parametrize("tables", ["parquet", "arrow"])
def test_folders_of_tables_are_written_and_read(town, tmp_path, tables):
    town.write(tmp_path / "tables", tables=tables)
    assert eken.read(tmp_path / "tables") == town
    with pytest.raises(eken.UnknownError):
        town.write(tmp_path / "tables", tables="xls")
