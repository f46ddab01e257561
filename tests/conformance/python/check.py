"""Holds the published schemas against Python jsonschema, and canonical bytes against rfc8785.

usage: check.py SCHEMAS FOLDER
Reads FOLDER/documents.ndjson and FOLDER/odd.ndjson, writes FOLDER/python.txt and FOLDER/odd.python.
"""

import json
import multiprocessing
import os
import sys
from pathlib import Path

import rfc8785
from jsonschema import Draft202012Validator


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def prepare(schema: Path) -> None:
    global validator
    validator = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))


def verdict(line: str) -> str:
    return "1\n" if validator.is_valid(json.loads(line)) else "0\n"


def main() -> int:
    schemas, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for path in sorted(schemas.glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        for number, example in enumerate(schema["examples"]):
            for error in validator.iter_errors(example):
                print(f"{path.name}: example {number}: {error.json_path}: {error.message}", file=sys.stderr)
                return 1
    documents = lines(folder / "documents.ndjson")
    with multiprocessing.Pool(os.cpu_count(), prepare, [schemas / "dossier.json"]) as pool:
        verdicts = pool.map(verdict, documents, chunksize=500)
    (folder / "python.txt").write_text("".join(verdicts), encoding="utf-8")
    # whole numbers as doubles too: rfc8785 refuses integers that a double may not hold, and I-JSON knows only doubles
    with open(folder / "odd.python", "wb") as out:
        for line in lines(folder / "odd.ndjson"):
            out.write(rfc8785.dumps(json.loads(line, parse_int=float)) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
