"""Draws every chart of the example town, of towns with little on file and of a made-up province: for looking at, and for the test of
missing signs.

    python eken-py/tests/gallery.py FOLDER          SVG and PNG, Chinese by light and English by dark
    python eken-py/tests/gallery.py FOLDER --all    both languages by both themes, and 60 towns instead of 6
    python eken-py/tests/gallery.py FOLDER --check  SVG only, fewer in English; ends with 1 where no font shows a sign
"""

import pathlib
import sys

import eken
import eken.plot
from eken.plot.saving import unseen

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "examples/data"
TIERS = ("pilot_demonstration", "general_promotion", "key_assistance")


def province(folder, towns):
    """Made-up dossiers, written by the command that makes them."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(1, towns + 1):
        told = [
            "generate",
            "--seed",
            str(seed),
            "--size",
            "60kB",
            "--tier",
            TIERS[seed % 3],
            "--out",
            str(folder / f"{seed:03}.json"),
        ]
        code = eken._eken.run(["eken", *told, *(["--boundary"] if seed % 2 else [])])
        assert code == 0, told
    return sorted(path for path in folder.glob("*.json") if "planted" not in path.name)


def charts(lang, theme, paths):
    """Every chart, by name."""
    look = {"lang": lang, "theme": theme}
    town = eken.read(DATA / "yuanqu-2023.json")
    a, bare = town.assess(2023), eken.read(DATA / "minimal.json").assess(2023)
    many = eken.assess_many([*paths, DATA / "yuanqu-2023.json", DATA / "minimal.json", DATA / "broken/01-truncated.json"], 2023)
    yield "gaps", a.plot.gaps(**look)
    yield "gaps-criteria", a.plot.gaps(criteria=True, **look)
    yield "gaps-little-on-file", bare.plot.gaps(**look)
    yield "progress", a.plot.progress(**look)
    yield "progress-next-year", town.assess(2024).plot.progress(**look)
    yield "progress-no-months", bare.plot.progress(**look)
    yield "progress-nothing", eken.read(DATA / "minimal.json").assess(2023, plan="shanxi-2022").plot.progress(**look)
    yield "tiers", a.plot.tiers(**look)
    yield "tiers-every", a.plot.tiers(every=True, **look)
    yield "heatmap", many.plot.heatmap(**look)
    yield "heatmap-targets", many.plot.heatmap(targets=True, order="files", **look)
    yield "heatmap-nothing", many[:0].plot.heatmap(**look)


def main(folder, every, check):
    paths = province(folder / "dossiers", 60 if every else 6)
    looks = (
        [(lang, theme) for lang in ("zh", "en") for theme in ("light", "dark")] if every else [("zh", "light"), ("en", "dark")]
    )
    lacking = {}
    for lang, theme in looks:
        eken.options.lang = lang
        for name, chart in charts(lang, theme, paths):
            if check and lang == "en" and name not in ("progress", "heatmap"):
                continue
            path = folder / f"{name}-{lang}-{theme}"
            eken.plot.save(chart, path.with_suffix(".svg"))
            if check:
                lacking[path.name] = "".join(unseen(path.with_suffix(".svg").read_text(encoding="utf-8")))
            else:
                eken.plot.save(chart, path.with_suffix(".png"), scale=1)
            print(path.name)
    bad = {name: signs for name, signs in lacking.items() if signs}
    for name, signs in bad.items():
        print(f"{name}: no font shows {signs}", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--all" in sys.argv[2:], "--check" in sys.argv[2:]))
