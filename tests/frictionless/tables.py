"""The CSV files of a converted dossier against their Table Schemas, with Python frictionless and the published profiles."""
import csv
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys

import jsonschema
from frictionless import Package

EKEN, WORK = sys.argv[1], pathlib.Path(sys.argv[2])
TIERS = ["key_assistance", "general_promotion", "pilot_demonstration"]
EXAMPLES = pathlib.Path("examples/data")
# what the example is known to hold that a table can show: a brand that is not there, an identifier that stands twice, and so a
# test that can name its product by its number only
KNOWN = [("products", "foreign-key"), ("products", "primary-key"), ("products.tests", "foreign-key")]
failures = []


def eken(*arguments):
    done = subprocess.run([EKEN, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"eken {' '.join(map(str, arguments))}: {done.stderr}")


def profile(package, name):
    folder = pathlib.Path(importlib.util.find_spec(package).origin).parent / "profiles"
    return json.loads((folder / name).read_text(encoding="utf-8"))


def found(folder):
    """The faults that frictionless finds, by table and kind."""
    report = Package(str(folder / "datapackage.json")).validate()
    out = [("package", error.type) for error in report.errors]
    for task in report.tasks:
        out += [(task.name, error.type) for error in task.errors]
        if task.warnings:
            out.append((task.name, "warning"))
    return report, sorted(out)


def expect(what, folder, wanted):
    report, got = found(folder)
    if got != wanted:
        failures.append(f"{what}: {got[:10]}, wanted {wanted}")
        for error in [*report.errors, *(error for task in report.tasks for error in task.errors)][:5]:
            print(f"  {what}: {error.message}", file=sys.stderr)
    return len(report.tasks)


def against_profiles(folder):
    """The package and its schemas against the published profiles; schemas in files of their own are those of the package."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    table, whole = profile("tableschema", "table-schema.json"), profile("datapackage", "tabular-data-package.json")
    for resource in package["resources"]:
        schema, own = resource["schema"], folder / "schemas" / f"{resource['name']}.json"
        if own.exists() and json.loads(own.read_text(encoding="utf-8")) != schema:
            failures.append(f"{folder.name}: {own.name} differs from the package")
        for fault in jsonschema.Draft4Validator(table).iter_errors(schema):
            failures.append(f"{folder.name}, schema of {resource['name']}: {fault.message[:200]}")
    for fault in jsonschema.Draft4Validator(whole).iter_errors(package):
        failures.append(f"{folder.name}: {fault.message[:200]}")


def planted(clean, table, heading, value, wanted):
    """The clean dossier with one cell spoilt."""
    folder = WORK / f"planted-{table}-{wanted}"
    shutil.copytree(clean, folder)
    path = folder / f"{table}.csv"
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][rows[0].index(heading)] = value
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    expect(f"{table}.{heading}", folder, [(table, wanted)])


def main():
    tables = 0
    for tier in TIERS:
        for seed in (1, 2):
            dossier, folder = WORK / f"{tier}-{seed}.json", WORK / f"{tier}-{seed}"
            eken("generate", "--tier", tier, "--seed", seed, "--out", dossier)
            eken("convert", dossier, folder)
            tables += expect(f"generated, {tier}, seed {seed}", folder, [])
    english = WORK / "english"
    eken("convert", WORK / "key_assistance-1.json", english, "--lang", "en")
    tables += expect("generated, headings in English", english, [])
    for example in ["minimal", "tier-general-promotion", "tier-pilot-demonstration"]:
        eken("convert", EXAMPLES / f"{example}.json", WORK / example)
        tables += expect(example, WORK / example, [])
    eken("convert", EXAMPLES / "yuanqu-2023.json", WORK / "yuanqu")
    tables += expect("the example with its known faults", WORK / "yuanqu", KNOWN)
    for language in ["zh", "en"]:
        empty = WORK / f"tables-{language}"
        eken("template", "--tables", empty, "--lang", language)
        tables += expect(f"tables without rows, {language}", empty, [])
        against_profiles(empty)
    against_profiles(WORK / "yuanqu")
    clean = WORK / "key_assistance-1"
    planted(clean, "entities", "登记类型", "股份有限公司（错）", "constraint-error")
    planted(clean, "payments", "金额", "约五万元", "type-error")
    planted(clean, "appropriations", "金额", "-5", "constraint-error")
    planted(clean, "sessions", "日期", "2023-13-01", "constraint-error")
    planted(clean, "entities.sales", "月份", "2023-13", "type-error")
    planted(clean, "entities.sales", "市场主体编号", "没有的编号", "foreign-key")
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"frictionless: {tables} tables, {len(failures)} failures")
    return 1 if failures or tables < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
