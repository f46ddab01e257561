#!/usr/bin/env python3
"""Makes the example dossiers of this folder; `--check` says whether the committed files are what it makes.

Python 3.11 or newer, standard library only, no clock: every run gives the same bytes.
"""

import pathlib
import sys

sys.dont_write_bytecode = True

from making import broken, towns, writer, yuanqu

HERE = pathlib.Path(__file__).resolve().parent


def files():
    """Every file by its name, as bytes."""
    dossiers = {
        "yuanqu-2023.json": yuanqu.make(),
        "tier-pilot-demonstration.json": towns.pilot_demonstration(),
        "tier-general-promotion.json": towns.general_promotion(),
        "minimal.json": towns.minimal(),
    }
    out = {name: writer.pretty(dossier).encode("utf-8") for name, dossier in dossiers.items()}
    return out | {f"broken/{name}": content for name, content in broken.make().items()}


def stray(made):
    """JSON files of this folder that no maker made."""
    return sorted(str(path.relative_to(HERE)) for path in HERE.rglob("*.json") if str(path.relative_to(HERE)) not in made)


def main():
    made = files()
    if sys.argv[1:] == ["--check"]:
        differing = [name for name, content in made.items() if not (HERE / name).is_file() or (HERE / name).read_bytes() != content]
        for name in differing:
            print(f"{name}: differs from what make.py makes; run python3 examples/data/make.py")
        for name in stray(made):
            print(f"{name}: not made by make.py")
        print(f"{len(made) - len(differing)} of {len(made)} files are as made")
        return 1 if differing or stray(made) else 0
    if sys.argv[1:]:
        print(__doc__)
        return 2
    for name, content in made.items():
        (HERE / name).parent.mkdir(exist_ok=True)
        (HERE / name).write_bytes(content)
    print(f"{len(made)} files made")
    return 0


if __name__ == "__main__":
    sys.exit(main())
