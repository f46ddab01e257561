"""Holds the published schemas against Python jsonschema, and canonical bytes against rfc8785.

usage: check.py SCHEMAS FOLDER
Reads FOLDER/documents.ndjson and FOLDER/odd.ndjson, writes FOLDER/python.txt and FOLDER/odd.python.
"""

import json
import sys
from pathlib import Path

import rfc8785
from jsonschema import Draft202012Validator


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


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
    validator = Draft202012Validator(json.loads((schemas / "dossier.json").read_text(encoding="utf-8")))
    with open(folder / "python.txt", "w", encoding="utf-8") as out:
        for line in lines(folder / "documents.ndjson"):
            out.write("1\n" if validator.is_valid(json.loads(line)) else "0\n")
    # whole numbers as doubles too: rfc8785 refuses integers that a double may not hold, and I-JSON knows only doubles
    with open(folder / "odd.python", "wb") as out:
        for line in lines(folder / "odd.ndjson"):
            out.write(rfc8785.dumps(json.loads(line, parse_int=float)) + b"\n")
    return 0


sys.exit(main())
