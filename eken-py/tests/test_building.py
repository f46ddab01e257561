"""Building: dossiers from Python values, edits that give another dossier, files of every kind."""

import datetime
import json
from decimal import Decimal

import eken
import pytest


def test_a_dictionary_gives_the_dossier_that_its_json_gives(root):
    text = (root / "examples/data/yuanqu-2023.json").read_text(encoding="utf-8")
    data = json.loads(text, parse_float=Decimal)
    assert eken.read(data) == eken.loads(text) == eken.Dossier.from_dict(data)


def test_a_float_for_money_is_refused_with_a_message_that_shows_how():
    with pytest.raises(eken.BuildError, match=r'Decimal\("312.5"\)') as caught:
        eken.read({"schema_version": 1, "facilities": {"items": [{"id": "F1", "floor_area": 312.5}]}})
    assert caught.value.at == "/facilities/items/0/floor_area" and isinstance(caught.value, (eken.Error, ValueError))
    eken.options.lang = "en"
    assert "a float is not exact" in str(caught.value)


def test_degrees_may_be_floats_as_geographic_libraries_give_them():
    ring = [[111.5, 35.0], [111.75, 35.0], [111.75, 35.25], [111.5, 35.25], [111.5, 35.0]]
    d = eken.read({"schema_version": 1, "town": {"id": "T", "site": {"boundary": {"type": "Polygon", "coordinates": [ring]}}}})
    assert d.town.site.boundary.coordinates[0][0][0] == Decimal("111.5")
    assert d.town.site.boundary.__geo_interface__["coordinates"][0][1] == [111.75, 35.0]


@pytest.mark.parametrize("value", [float("nan"), Decimal("NaN"), Decimal("1e400"), datetime.datetime(2023, 1, 1), b"x", {1: 2}, object()])
def test_what_cannot_stand_in_a_dossier_is_refused(value):
    with pytest.raises(eken.BuildError):
        eken.read({"schema_version": 1, "x": value})


def test_half_a_character_is_refused_and_never_crashes():
    with pytest.raises(eken.BuildError):
        eken.read({"schema_version": 1, "prepared_by": "\ud800"})
    with pytest.raises(eken.Error):
        eken.loads("\ud800")


def test_edits_give_another_dossier_and_leave_the_one_as_it_was(town):
    before = town.digest
    area = eken.Figure("812.5", status="provisional", source="统计局", as_of=datetime.date(2023, 6, 30))
    role = {"role": "logistics", "area": eken.Missing("not_collected", "x")}
    other = town.with_record("facilities", {"id": "F9", "floor_area": area, "roles": [role], "opened": eken.Period("2023-06")})
    assert len(other.facilities) == len(town.facilities) + 1
    added = other.facilities["F9"]
    assert added.floor_area.source == "统计局" and added.roles[0].area.note == "x" and added.opened == eken.Period("2023-06")
    assert other.without_record("facilities", "F9") == town
    first = town.facilities[0]
    assert town.with_record("facilities", first) == town
    moved = town.replace(as_of=datetime.date(2024, 1, 31), facilities=[first])
    assert moved.as_of == datetime.date(2024, 1, 31) and list(moved.facilities) == [first]
    assert moved.replace(facilities=town.facilities, as_of=town.as_of) == town
    assert town.replace(as_of=None).as_of is None
    assert town.digest == before


def test_an_edit_that_leads_nowhere_says_so(town):
    for pointer in ("", "x", "/facilities/items/99/name", "/as_of/x"):
        with pytest.raises(eken.OptionError):
            town.with_value(pointer, 1)
    with pytest.raises(eken.OptionError):
        town.without("/none")
    with pytest.raises(eken.UnknownError, match="facilities"):
        town.replace(facilites=[])
    with pytest.raises(eken.UnknownError):
        town.with_record("none", {"id": "1"})


def test_a_list_that_could_not_be_read_is_not_written_over():
    d = eken.loads('{"schema_version": 1, "facilities": {"items": {"kept": 1}}}')
    with pytest.raises(eken.OptionError):
        d.with_record("facilities", {"id": "F1"})
    d = eken.loads('{"schema_version": 1, "facilities": {"note": "kept"}}').with_record("facilities", {"id": "F1"})
    assert (d.facilities.note, d.facilities.ids()) == ("kept", ("F1",))


@pytest.mark.parametrize("name", ["town.json", "town.ndjson", "town.xlsx", "tables"])
def test_a_dossier_is_written_to_every_kind_of_file_and_read_back_as_it_was(town, tmp_path, name):
    town.write(tmp_path / name)
    back = next(eken.read_many(tmp_path / name)) if name.endswith(".ndjson") else eken.read(tmp_path / name)
    assert back == town
    assert [each.name for each in tmp_path.iterdir()] == [name]
    if name in ("town.xlsx", "tables"):
        account = back.account
        assert account.refused == 0 and account.read > 0 and account.records == ()
        bad = town.with_value("/facilities/items/0/name", 5)
        bad.write(tmp_path / name)
        assert all(finding.cell for finding in eken.read(tmp_path / name).check().where(section="facilities"))


def test_a_file_of_another_kind_is_not_written(town, tmp_path):
    with pytest.raises(eken.WriteError, match="xlsx"):
        town.write(tmp_path / "town.docx")
    with pytest.raises(eken.WriteError):
        town.write(tmp_path / "no/such/folder.json")


def test_what_if_tells_the_verdicts_that_change(outcome, town):
    pointer = next(p for leaf in outcome["16"].leaves() for p in leaf.evidence if "roles" in p)
    change = outcome.what_if({f"{pointer.split('/roles/')[0]}/roles/0/area": Decimal("10")})
    assert change.assessment.dossier != town
    assert change.changes == {
        id: (outcome[id].verdict, change.assessment[id].verdict) for id in outcome if outcome[id] != change.assessment[id] and outcome[id].verdict != change.assessment[id].verdict
    }
    supposed = outcome.what_if(tier="pilot_demonstration").assessment
    assert supposed.tier == "pilot_demonstration" and supposed.tier_supposed
