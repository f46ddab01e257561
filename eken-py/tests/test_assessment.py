"""Findings and assessments: what an analyst asks in five lines."""

import datetime
import json
from decimal import Decimal

import eken
import pytest

FAULTY = """{"schema_version": 1, "as_of": "2023-12-31", "entities": {"complete": true, "items": [
  {"id": "E1", "code": "91140827MA0EKEN03Y"}, {"id": "E2", "code": "91140827MA0EKEN03X", "nmae": "x"}]}}"""


def test_findings_are_a_sequence_that_can_be_narrowed():
    found = eken.loads(FAULTY).check()
    assert len(found) == sum(found.counts.values()) == sum(found.by_code.values())
    errors = found.errors
    assert {each.code for each in errors} == {"entity.code-check"} and errors.counts["error"] == len(errors) == 1
    assert [each.severity for each in found.where(severity=("error", "warning"))] == [
        each.severity for each in found if each.severity != "info"
    ]
    assert found.where(code="entity.*")[0] == errors[0] and len(found.where(code="none.*")) == 0
    assert len(found.where(section="entities")) >= 2 and len(found.where(section="brands")) == 0
    assert found[-1] == list(found)[-1] and list(found[1:]) == list(found)[1:]
    match errors[0]:
        case eken.Finding("entity.code-check", "error", pointer):
            assert pointer == "/entities/items/0/code"
        case _:
            pytest.fail("no match")


def test_a_finding_speaks_both_languages_and_has_its_place_and_clauses():
    finding = eken.loads(FAULTY).check().errors[0]
    assert (finding.line, finding.column) == (2, 24) and finding.place == "2:24" and finding.cell is None
    assert finding.message("zh") != finding.message("en") and finding.help("en") and finding.clauses
    assert finding.message() == finding.message("zh")
    eken.options.lang = "en"
    assert finding.message() == finding.message("en")
    assert finding.params["expected"] == "X"


def test_the_json_of_findings_and_assessments_is_that_of_the_command(town, outcome):
    found = eken.loads(FAULTY, name="a.json").check()
    told = json.loads(found.to_json("en"))["files"][0]
    assert told["findings"] == json.loads(json.dumps([each.to_dict("en") for each in found]))
    assert [each["code"] for each in told["not_evaluated"]] == [each.code for each in found.not_evaluated]
    assert found.to_sarif().startswith("{") and "<testsuite" in found.to_junit()
    assert "entity.code-check" in found.text()
    told = json.loads(outcome.to_json())
    assert [each["verdict"] for each in told["indicators"]] == [each.verdict for each in outcome.indicators]
    assert told["receipt"] == outcome.receipt["receipt"] and told["receipt"]["dossier"] == town.digest


def test_a_profile_changes_severities_and_waives_but_no_verdict():
    d = eken.loads(FAULTY)
    profile = eken.Profile.loads(
        '[severity]\n"entity.code-check" = "info"\n[[waiver]]\nrule = "structure.unknown-field"\nat = "/entities/items/id=E2"\n'
        'reason = "旧系统"\nauthority = "县统计局"\nuntil = "2024-06-30"\n'
    )
    found = d.check(profile=profile)
    assert found.where(code="entity.code-check")[0].severity == "info" and found.counts["error"] == 0
    (waived,) = found.waived
    assert waived.finding.code == "structure.unknown-field" and waived.until == datetime.date(2024, 6, 30)
    assert found.assess(2023).receipt == d.assess(2023).receipt
    with pytest.raises(eken.ProfileError) as caught:
        eken.Profile.loads('[severity]\n"no.rule" = "error"')
    assert caught.value.faults[0].line == 2 and caught.value.faults[0].help


def test_an_assessment_is_a_mapping_of_standings(outcome):
    assert len(outcome) == 44 and list(outcome)[:2] == ["1", "2"] and "T1" in outcome and 16 in outcome and "99" not in outcome
    assert outcome["16"] == outcome[16] and outcome["t1"].id == "T1"
    assert [each.id for each in outcome.indicators] == [str(n) for n in range(1, 29)]
    with pytest.raises(eken.UnknownError, match="99"):
        outcome["99"]
    with pytest.raises(LookupError):
        outcome["99"]
    assert sum(outcome.counts.values()) == 28 and sum(outcome.target_counts.values()) == 16
    split = outcome.met + outcome.not_met + outcome.open + outcome.where("not_applicable")
    assert {each.id for each in split} == set(outcome)


def test_criteria_are_exact():
    text = """{"schema_version": 1, "as_of": "2023-12-31", "facilities": {"complete": true, "items": [
      {"id": "F1", "opened": "2023-06", "roles": [{"role": "display_experience", "area": "312.5"}],
       "zones": [{"kind": "offline_display"}, {"kind": "tasting_experience"}, {"kind": "sales_matching"}]}]}}"""
    standing = eken.loads(text).assess(year=2023)["16"]
    area = standing.criteria[0]
    assert (standing.verdict, area.measured, area.gap, area.unit) == ("not_met", Decimal("312.5"), Decimal("12.5"), "m2")
    assert area.required == eken.Required("between", None, Decimal(100), Decimal(300)) and type(area.gap) is Decimal
    assert area.evidence and all(pointer.startswith("/facilities/items/0") for pointer in area.evidence)
    zones = standing.criteria[1]
    assert zones.measured == {"offline_display", "tasting_experience", "sales_matching"} and isinstance(zones.measured, frozenset)
    assert standing.title("en") and standing.clauses and standing.departments.lead.zh and "312.5" in standing.explain()
    match area:
        case eken.Criterion(verdict="not_met", measured=Decimal() as measured):
            assert measured > 300
        case _:
            pytest.fail("no match")


def test_what_is_open_says_what_it_lacks_and_who_must_act():
    outcome = eken.loads('{"schema_version": 1, "as_of": "2023-12-31"}').assess(year=2023)
    assert outcome.open and all(each.missing or each.verdict == "conflict" for each in outcome.open)
    by = outcome.by_department()
    assert {each.id for standings in by.values() for each in standings} == {e.id for e in outcome.open + outcome.not_met}
    assert all(lack.message for each in outcome.open for lack in each.missing)


def test_options_change_the_assessment_and_wrong_ones_are_refused(town, outcome):
    reading = next(each for each in eken.Plan().readings if len(each["option"]) > 1)
    other = next(each["id"] for each in reading["option"] if each["id"] != reading["default"])
    changed = town.assess(2023, readings={reading["id"]: other}, as_of=datetime.date(2023, 12, 31))
    assert eken.Reading(reading["id"], other, False) in changed.readings
    assert changed.receipt["receipt"]["options"] != outcome.receipt["receipt"]["options"]
    for wrong in ({"readings": {"R99": "x"}}, {"readings": {reading["id"]: "x"}}, {"tier": "x"}, {"plan": "no-such-plan"}):
        with pytest.raises(eken.UnknownError):
            town.assess(2023, **wrong)
    for wrong in ({"year": 1800}, {"year": 2023, "as_of": "2023-02-30"}):
        with pytest.raises(eken.OptionError):
            town.assess(**wrong)


def test_receipts_hold_for_their_dossier_only(town, outcome, tmp_path):
    assert all(town.check().verify(outcome.receipt).values())
    (tmp_path / "receipt.json").write_text(json.dumps(outcome.receipt), encoding="utf-8")
    other = town.replace(prepared_by="别处").check().verify(tmp_path / "receipt.json")
    assert other["dossier"] is False and other["plan"] is True
    assert all(town.check().verify(outcome.to_json()).values())
    with pytest.raises(eken.ReadError):
        town.check().verify("{}")


def test_dependences_and_the_report(outcome, tmp_path):
    assert all(each.verdict != each.otherwise and each.id in outcome for each in outcome.sensitivity())
    outcome.write_report(tmp_path / "report.html", "en")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page == outcome.html("en") and page.rstrip().endswith("</html>")


def test_plans_load_from_files_and_their_faults_have_places(tmp_path, town):
    path = tmp_path / "county.toml"
    path.write_text(
        'id = "county"\ntitle = { zh = "某县", en = "county" }\nbase = "shanxi-2022"\n', encoding="utf-8"
    )
    plan = eken.Plan.load(path)
    assert plan.id == "county" and len(plan.indicators) == 28 and plan.title["zh"] == "某县"
    assert town.assess(2023, plan=path).plan == plan and not plan.targets
    assert eken.Plan("shanxi-2022").diff(eken.Plan()) and not plan.diff(plan)
    assert eken.Plan.loads(plan.to_json(), name="plan.json") == plan
    path.write_text('id = "county"\nno_such = 1\n', encoding="utf-8")
    with pytest.raises(eken.PlanError) as caught:
        eken.Plan.load(path)
    assert any(fault.line == 2 and fault.file == "county.toml" for fault in caught.value.faults)
    with pytest.raises(eken.ReadError, match="file.not-found"):
        eken.Plan.load(tmp_path / "none.toml")


def test_rules_and_schemas_are_told():
    codes = [rule.code for rule in eken.rules("en")]
    assert len(codes) == len(set(codes)) > 100 and codes == [rule.code for rule in eken.rules("zh")]
    for name in ("dossier", "plan", "findings", "assessment"):
        assert eken.schema(name)["$id"].endswith(name)
    with pytest.raises(eken.UnknownError):
        eken.schema("none")
