"""The shared vectors: every language gives these verdicts, gaps, findings, and receipts equal byte for byte."""

import copy
import json
import os
import pathlib

import eken
import pytest

VECTORS = pathlib.Path(__file__).resolve().parents[2] / "tests/vectors"


class Token(str):
    """A number as it is written."""


def read(path):
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Token, parse_int=Token)


def text(value):
    if isinstance(value, Token):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(name)}:{text(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(text, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def put(root, pointer, value):
    *above, last = pointer.split("/")[1:]
    at = root
    for step in above:
        at = at[int(step)] if isinstance(at, list) else at.setdefault(step, {})
    if not isinstance(at, list):
        at[last] = value
    elif last == "-" or int(last) == len(at):
        at.append(value)
    else:
        at[int(last)] = value


def take_out(root, pointer):
    *above, last = pointer.split("/")[1:]
    at = root
    for step in above:
        at = at[int(step)] if isinstance(at, list) else at[step]
    del at[int(last) if isinstance(at, list) else last]


def assessed(vector, case):
    dossier = copy.deepcopy(vector.get("base", {}))
    for pointer, value in case.get("set", {}).items():
        put(dossier, pointer, copy.deepcopy(value))
    for pointer in case.get("unset", []):
        take_out(dossier, pointer)
    options = {"year": "2023", **vector.get("options", {}), **case.get("options", {})}
    options["year"] = int(options["year"])
    return eken.loads(text(dossier)).assess(plan=vector.get("plan"), **options)


def at(outcome, path):
    id, *steps = path.split("/")
    found, below = outcome[id], outcome[id].criteria
    for step in steps:
        found = below[int(step)]
        below = found.parts
    return found


@pytest.mark.parametrize("file", sorted((VECTORS / "verdicts").glob("*.json")), ids=lambda file: file.stem)
def test_verdicts_gaps_and_receipts(file):
    receipts = json.loads(pathlib.Path(os.environ["EKEN_RECEIPTS"]).read_text(encoding="utf-8"))
    vector = read(file)
    assert vector["cases"]
    for case in vector["cases"]:
        name = f"{file.stem}: {case['name']}"
        outcome = assessed(vector, case)
        assert case["expect"], name
        for path, expected in case["expect"].items():
            found = at(outcome, path)
            wanted = expected if isinstance(expected, str) else expected["verdict"]
            assert found.verdict == wanted, f"{name}: {path}"
            if isinstance(expected, dict) and "gap" in expected:
                assert f"{found.gap:f}" == expected["gap"], f"{name}: {path}"
        receipt = json.dumps(outcome.receipt, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert receipt == receipts[name], name


FINDINGS = sorted((VECTORS / "findings").glob("*.json"))


@pytest.mark.parametrize("file", FINDINGS, ids=lambda file: file.stem)
def test_findings(file):
    vector = read(file)
    limits = eken.Limits(**{name: int(number) for name, number in vector.get("limits", {}).items()})
    found = eken.loads(vector["text"] if "text" in vector else text(vector["dossier"]), limits=limits).check()
    assert [(each.code, each.pointer) for each in found] == [(e["code"], e["pointer"]) for e in vector["expect"]]
    if "clean" in vector:
        assert len(eken.loads(text(vector["clean"])).check()) == 0


def test_the_package_has_every_operation():
    operations = json.loads((VECTORS / "operations.json").read_text(encoding="utf-8"))["operations"]
    assert len(operations) > 30
    for operation in operations:
        at = eken
        for step in operation["python"].split(".")[1:]:
            at = getattr(at, step)
