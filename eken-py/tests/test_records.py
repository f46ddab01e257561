"""Records and values: every field reachable, each known, absent, missing with a reason, or faulty."""

import copy
import datetime
import json
import pickle
import shutil
from decimal import Decimal

import eken
import pytest
from eken import records

MADE = """{"schema_version": 1, "as_of": "2023-12-31", "id": 7, "town": {"id": "T1", "name": "示例"},
 "facilities": {"complete": false, "note": "n", "items": [3,
  {"id": "F1", "name": "展示馆", "opened": "2023-06", "closed": "2023-06-30", "floor_area": {"value": "812.50", "status": "provisional",
   "source": "统计局", "as_of": "2023-06-30"}, "roles": [{"role": "logistics", "area": {"missing": "not_collected", "note": "x"},
   "rooms": 2}, 4, {"role": "display_experience", "area": -1}], "zz": [1.50]}]},
 "sessions": {"items": [{"id": "S1", "starts": "09:30"}]},
 "trainees": {"items": [{"id": "P1", "name": "张某某", "phone": "13900000000"}]}}"""


@pytest.fixture
def made():
    return eken.loads(MADE)


def test_a_field_is_known_absent_missing_or_faulty(made):
    facility = made.facilities[0]
    assert facility.pointer == "/facilities/items/1"
    assert (facility.name, facility.address) == ("展示馆", None)
    assert isinstance(made.id, eken.Faulty) and made.id.written == 7 and not made.id
    first, refused, last = facility.roles
    match first.area:
        case eken.Missing(reason="not_collected", note="x"):
            pass
        case other:
            pytest.fail(repr(other))
    assert not first.area and first.area.reason.zh == "未采集"
    assert isinstance(refused, eken.Faulty) and isinstance(last.area, eken.Faulty)
    assert eken.known(first.rooms) and first.rooms == 2 and type(first.rooms) is int
    assert facility.extra == {"zz": [Decimal("1.50")]}


def test_figures_dates_and_codes_have_types(made):
    facility = made.facilities["F1"]
    area = facility.floor_area
    assert area == Decimal("812.5") and area.is_provisional and area.source == "统计局"
    assert isinstance(area, Decimal) and area.status.en == "provisional" and area.as_of == datetime.date(2023, 6, 30)
    assert facility.opened == eken.Period("2023-06") and facility.opened.last == datetime.date(2023, 6, 30)
    assert facility.closed == datetime.date(2023, 6, 30)
    assert facility.opened.by(datetime.date(2023, 6, 15)) is None
    role = facility.roles[0].role
    assert role == "logistics" and role.zh == "物流仓储配送中心" and role.label("en") == "logistics centre"
    assert made.sessions[0].starts == datetime.time(9, 30)


def test_personal_data_is_not_shown_by_repr_or_str(made):
    trainee = made.trainees[0]
    assert trainee.name.reveal() == "张某某"
    shown = " ".join(map(str, [trainee, repr(trainee), trainee.to_dict(), made, repr(made.trainees), f"{trainee.name}"]))
    assert "张某某" not in shown and "13900000000" not in shown
    assert "张某某" not in made._repr_html_() + made.trainees._repr_html_() and "13900000000" not in made.trainees._repr_html_()


def test_sections_are_sequences_that_say_how_complete_they_are(made):
    held = made.facilities
    assert (len(held), held.refused, held.given, held.complete, held.note) == (1, 1, True, False, "n")
    assert held[0] == held[-1] == held["F1"] == next(iter(held)) == held[:][0] == held.get("F1")
    assert "F1" in held and "F2" not in held and held.get("F2") is None and held.ids() == ("F1",)
    assert not made.brands.given and len(made.brands) == 0 and not made.brands
    with pytest.raises(eken.UnknownError):
        held["F2"]
    with pytest.raises(IndexError):
        held[1]


def test_every_kind_of_record_has_a_class_with_words_for_every_field():
    names = [name for name in dir(records) if name[0].isupper() and name not in ("Any", "Decimal", "Iterator")]
    assert "Facility" in names and len(records.kinds()) > 40
    for kind in records.kinds().values():
        holder = records.DossierFields if kind.name == "Dossier" else getattr(records, kind.name)
        for field in kind.fields:
            doc = getattr(holder, field.attribute).__doc__
            assert field.zh in doc and field.en in doc
            assert all(clause in doc for clause in field.clauses)
            assert not field.unit or "Unit" in doc
    assert "m²" in records.Facility.floor_area.__doc__ and "附件2-16" in records.DedicatedRole.area.__doc__


def test_objects_cannot_be_changed_and_can_be_copied_pickled_and_compared(made, town, outcome):
    facility, found = made.facilities[0], made.check()
    for each in (facility, found[0], outcome["16"], outcome["16"].criteria[0]):
        with pytest.raises(AttributeError):
            each.verdict = each.name = 1
        with pytest.raises(AttributeError):
            each.new = 1
    values = [
        facility, facility.roles, facility.roles[0].area, facility.roles[0].role, facility.floor_area, facility.opened, made.id,
        made, town, found, found[:1], found[0], outcome, outcome["16"], outcome["16"].criteria[0], eken.Plan(),
        eken.Plan.loads('id = "own"\ntitle = { zh = "示例", en = "own" }\nbase = "shanxi-2022"'),
        made.trainees[0].name, eken.Profile.loads(""), eken.assess_many("examples/data/minimal.json", 2023),
    ]  # fmt: skip
    for each in values:
        again = pickle.loads(pickle.dumps(each))
        assert again == each and type(again) is type(each), each
        assert copy.copy(each) == each and copy.deepcopy(each) == each, each
        assert hash(again) == hash(each), each
        assert "\n" not in repr(each), each
    assert pickle.loads(pickle.dumps(made.facilities)) == made.facilities
    assert pickle.loads(pickle.dumps(facility.floor_area)).source == "统计局"


@pytest.mark.parametrize("name", ["town.xlsx", "tables", "tables.zip", "town.csv", "frames", "edited", "many.ndjson"])
def test_a_pickled_dossier_keeps_places_refused_records_and_limits(town, tmp_path, name):
    limits = eken.Limits(unknown_fields=1)
    if name == "frames":
        d = eken.Dossier.from_frames(brands=[{"id": "B1", "name": "示例"}, {"id": "B1", "name": "二"}], limits=limits)
    elif name == "edited":
        d = eken.loads('{"schema_version": 1,\n "x": 1, "y": 2}', limits=limits).with_value("/as_of", "2023-02-30")
    elif name == "many.ndjson":
        (tmp_path / name).write_text('\n{"schema_version": 1, "as_of": "2023-02-30"}\n', encoding="utf-8")
        (d,) = eken.read_many(tmp_path / name, limits=limits)
    elif name == "town.csv":
        (tmp_path / "brands.csv").write_text("id,name,nmae\nB1,示例,x\nB1,二,\n", encoding="utf-8")
        d = eken.read(tmp_path / "brands.csv", limits=limits)
    else:
        bad = town.with_value("/facilities/items/0/name", 5).with_value("/brands/items/0/zz", 1)
        bad.write(tmp_path / name.removesuffix(".zip"))
        if name == "tables.zip":
            shutil.make_archive(str(tmp_path / "tables"), "zip", tmp_path / "tables")
        d = eken.read(tmp_path / name, limits=limits)
    again = pickle.loads(pickle.dumps(d))
    assert len(d.check()) > 0 and list(again.check()) == list(d.check()) and again.check().counts == d.check().counts
    assert (again, again.account, again.name, again.line) == (d, d.account, d.name, d.line)
    assert dict(again._native.limits)["unknown_fields"] == 1


def test_an_edited_dossier_still_tells_the_rows_that_were_refused(tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "entities.csv").write_text("id,name\nE1,示例\n", encoding="utf-8")
    (tmp_path / "tables" / "entities.sales.csv").write_text("entities_id,month,amount\nE1,2023-01,5\nE9,2023-01,7\n", encoding="utf-8")
    d = eken.read(tmp_path / "tables")
    refused = [(each.cell, each.code) for each in d.account.records]
    assert (d.account.read, d.account.refused, refused) == (2, 1, [("entities.sales:3:1", "table.parent-unknown")])
    edited = d.with_value("/entities/items/0/name", "二")
    assert edited.account == d.account
    assert pickle.loads(pickle.dumps(edited)).account == d.account
    assert eken.loads('{"schema_version": 1}').with_value("/as_of", "2023-12-31").account is None


def test_a_dossier_of_a_folder_that_has_changed_is_not_pickled_as_another(town, tmp_path):
    town.write(tmp_path / "tables")
    d = eken.read(tmp_path / "tables")
    for file in (tmp_path / "tables").glob("*.csv"):
        file.unlink()
    with pytest.raises(eken.WriteError, match="pickle.changed"):
        pickle.dumps(d)


def test_the_error_of_a_file_can_be_pickled():
    with pytest.raises(eken.ReadError) as caught:
        eken.loads("[")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.code, again.line, str(again)) == (caught.value.code, caught.value.line, str(caught.value))


def test_a_record_matches_by_its_fields(made):
    match made.facilities[0]:
        case records.Facility(id="F1", opened=eken.Period(text=text)):
            assert text == "2023-06"
        case _:
            pytest.fail("no match")


def test_the_json_of_a_dossier_reads_as_the_same_dossier(made, town):
    for each in (made, town):
        assert eken.loads(each.to_json()) == each == eken.loads(each.to_json(pretty=True))
        assert eken.loads(each.canonical()).digest == each.digest
        json.loads(each.to_json())
