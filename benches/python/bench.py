"""Times eken in Python beside pydantic, msgspec and orjson with jsonschema-rs, on the same dossiers, and writes the table into README.md.

    python bench.py FOLDER [--rounds N] [--core CORE] [--write]

FOLDER holds the generated models (`run` makes them and calls this). CORE is what `cargo bench -p eken-bench` printed.
"""

import argparse
import collections
import gc
import importlib.metadata
import os
import pathlib
import platform
import random
import re
import resource
import statistics
import subprocess
import sys
import time

import eken
import jsonschema_rs
import msgspec
import orjson
import pydantic
from eken.records import kinds

from rules import CODES, checker

HERE = pathlib.Path(__file__).resolve().parent
YEAR = 2023


def generated(folder, name, *arguments):
    """A dossier made up by eken, the same on every machine."""
    path = folder / name
    command = [sys.executable, "-m", "eken", "generate", "--tier", "key_assistance", *arguments, "--out", path]
    subprocess.run(command, check=True, capture_output=True)
    return path


class Ways:
    """Every way of reading a dossier, by name: bytes in, what was found out."""

    def __init__(self, folder):
        sys.path.insert(0, str(folder))
        self.model = importlib.import_module("made_pydantic").Dossier
        self.decoder = msgspec.json.Decoder(importlib.import_module("made_msgspec").Dossier)
        self.validator = jsonschema_rs.validator_for(eken.schema("dossier"))
        self.rules = checker(kinds())
        plan = eken.Plan()
        self.all = {
            "eken: read": eken.read,
            "eken: read, all rules": lambda data: eken.read(data).check(plan),
            "eken: read, all rules, 44 verdicts": lambda data: eken.read(data).check(plan).assess(YEAR),
            "pydantic: structure": self.model.model_validate_json,
            "pydantic: structure, 6 rules": lambda data: self.rules(self.model.model_validate_json(data)),
            "msgspec: structure": self.decoder.decode,
            "msgspec: structure, 6 rules": lambda data: self.rules(self.decoder.decode(data)),
            "orjson alone": orjson.loads,
            "orjson, jsonschema-rs: structure": lambda data: self.validator.is_valid(orjson.loads(data)),
        }

    def agree(self, data):
        """Ends the run unless every way finds in a dossier what eken finds of the six rules; says how many there are."""
        expected = collections.Counter(each.code for each in eken.read(data).check() if each.code in CODES)
        assert self.validator.is_valid(orjson.loads(data)), "jsonschema-rs finds a fault in the structure"
        for name in ("pydantic: structure, 6 rules", "msgspec: structure, 6 rules"):
            told = collections.Counter(code for code, _ in self.all[name](data))
            assert told == expected, f"{name}: {told} where eken finds {expected}"
        return expected


def rounds(ways, data, count):
    """Milliseconds of each way in each round, of the clock and of the processor; the ways come in an order of chance."""
    times = {name: [] for name in ways}
    for way in ways.values():
        way(data)
    names = list(ways)
    for _ in range(count):
        random.shuffle(names)
        for name in names:
            gc.collect()
            start, worked = time.perf_counter(), time.process_time()
            held = ways[name](data)
            times[name].append(((time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000))
            del held
    return times


def processor(times):
    return [worked for _, worked in times]


def of_one(ways, data, count):
    """A table of one dossier: median, least, rate, and how often as long as all of eken takes, in processor time."""
    times = rounds(ways, data, count)
    base = processor(times["eken: read, all rules, 44 verdicts"])
    lines = ["| way | by the clock, median | processor, median | least | rate | times eken with everything |", "|---|---|---|---|---|---|"]
    for name, both in times.items():
        each = processor(both)
        ratio = statistics.median(one / other for one, other in zip(each, base, strict=True))
        median, clock = statistics.median(each), statistics.median(wall for wall, _ in both)
        shown = f"**{name}**" if name == "eken: read, all rules, 44 verdicts" else name
        lines.append(f"| {shown} | {clock:.1f} ms | {median:.1f} ms | {min(each):.1f} ms | {len(data) / median / 1000:.0f} MB/s | {ratio:.1f} |")
    return lines, times


def of_many(ways, path, count):
    """A table of many dossiers in one file: seconds and dossiers a second, by the clock."""
    lines = path.read_bytes().splitlines()
    each = {f"eken.assess_many, threads={n}": lambda n=n: eken.assess_many(path, YEAR, threads=n) for n in (1, 2)}
    for name in ("pydantic: structure, 6 rules", "msgspec: structure, 6 rules", "orjson, jsonschema-rs: structure"):
        each[name] = lambda way=ways.all[name]: [way(line) for line in lines]
    times = {name: [] for name in each}
    for _ in range(count):
        for name in random.sample(list(each), len(each)):
            start = time.perf_counter()
            each[name]()
            times[name].append(time.perf_counter() - start)
    table = ["| way | median | dossiers a second | times assess_many on one thread |", "|---|---|---|---|"]
    base = times["eken.assess_many, threads=1"]
    for name, spent in times.items():
        median = statistics.median(spent)
        ratio = statistics.median(one / other for one, other in zip(spent, base, strict=True))
        table.append(f"| {name} | {median:.2f} s | {len(lines) / median:.0f} | {ratio:.2f} |")
    return len(lines), table


def of_import(count):
    """Milliseconds of the processor that `import eken` adds to bare Python, and what the peers add."""
    codes = ["pass", "import eken", "import eken; eken.read", "import msgspec", "import pydantic; pydantic.BaseModel"]
    times = {code: [] for code in codes}
    for _ in range(count):
        for code in codes:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code], check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times[code].append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
    lines = ["| code | adds to bare Python, processor, median |", "|---|---|"]
    for code in codes[1:]:
        lines.append(f"| `{code}` | {statistics.median(a - b for a, b in zip(times[code], times['pass'], strict=True)):.1f} ms |")
    return lines


def of_core(path, times):
    """How much longer Python takes than the benchmark of the core, from what that printed."""
    if path is None:
        return ["The benchmark of the core was not run beside it (`run --core`)."]
    units = {"ns": 1e-6, "µs": 1e-3, "ms": 1, "s": 1000}
    lines = ["| | core, median | Python, median | longer by |", "|---|---|---|---|"]
    names = {"e_eken_parse": "eken: read", "f_eken_validate": "eken: read, all rules", "g_eken_assess": "eken: read, all rules, 44 verdicts"}
    bench = None
    for line in path.read_text(encoding="utf-8").splitlines():
        bench = next((name for name in names if name in line), bench)
        found = re.findall(r"([\d.]+) (ns|µs|ms|s)\b", line)
        if "clean" in line and bench and len(found) >= 4:
            core = float(found[2][0]) * units[found[2][1]]
            python = statistics.median(wall for wall, _ in times[names[bench]])
            lines.append(f"| {names[bench]} | {core:.1f} ms | {python:.1f} ms | {100 * (python / core - 1):+.0f} % |")
    return lines


def machine():
    """The machine and the versions, and what else ran on it."""
    info = pathlib.Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.*)", info.read_text()) if info.exists() else None
    versions = f"eken {eken.__version__}, pydantic {pydantic.VERSION}, msgspec {msgspec.__version__}, orjson {orjson.__version__}, jsonschema-rs {importlib.metadata.version('jsonschema-rs')}"
    load = os.getloadavg()[0]
    return f"{time.strftime('%Y-%m')}, {os.cpu_count()} cores ({model[1].strip() if model else platform.machine()}), Python {platform.python_version()}, {versions}. Load while it began: {load:.1f}."


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--core", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="write the tables into README.md")
    given = parser.parse_args()
    ways = Ways(given.folder)
    told = [machine(), ""]

    one = generated(given.folder, "one.json", "--seed", "7", "--size", "2MB").read_bytes()
    faulty = generated(given.folder, "faulty.json", "--seed", "7", "--size", "500kB", "--faults", "all", "--count", "3").read_bytes()
    many = generated(given.folder, "many.ndjson", "--seed", "7", "--size", "30MB")
    assert not ways.agree(one), "the clean dossier has faults"
    planted = generated(given.folder, "planted.json", "--seed", "7", "--size", "500kB", "--faults", ",".join(faults()), "--count", "5").read_bytes()
    agreed = ways.agree(planted)
    assert len(agreed) >= 4, agreed
    told += [f"All ways agree on a dossier with planted faults: {', '.join(f'{count} × `{code}`' for code, count in sorted(agreed.items()))}.", ""]

    lines, times = of_one(ways.all, one, given.rounds)
    told += [f"### One dossier of {len(one) / 1e6:.2f} MB, clean", "", *lines, ""]
    eken_only = {name: way for name, way in ways.all.items() if name.startswith(("eken", "orjson"))}
    lines, _ = of_one(eken_only, faulty, given.rounds)
    found = len(eken.read(faulty).check())
    told += [f"### One of {len(faulty) / 1e6:.2f} MB with {found} findings (pydantic and msgspec refuse it at the structure)", "", *lines, ""]
    count, lines = of_many(ways, many, max(3, given.rounds // 5))
    told += [f"### {count} dossiers in one file of {many.stat().st_size / 1e6:.0f} MB", "", *lines, ""]
    told += ["### Beside the core", "", *of_core(given.core, times), ""]
    told += ["### Importing", "", *of_import(given.rounds * 2), ""]
    text = "\n".join(told)
    print(text)
    if given.write:
        readme = HERE / "README.md"
        head, _, rest = readme.read_text(encoding="utf-8").partition("<!-- written by bench.py -->\n")
        _, _, tail = rest.partition("<!-- end -->")
        readme.write_text(f"{head}<!-- written by bench.py -->\n\n{text}\n<!-- end -->{tail}", encoding="utf-8")


def faults():
    """Names of the faults to plant that the six rules find."""
    listed = subprocess.run([sys.executable, "-m", "eken", "generate", "--list-faults"], check=True, capture_output=True, text=True)
    words = {word for line in listed.stdout.splitlines() for word in re.findall(r"[a-z]+(?:[.-][a-z]+)+", line)}
    return sorted(name for name in words if name in CODES)


if __name__ == "__main__":
    main()
