# What examples/notebooks/province.py must have found; run as its last cell.
import json

assert len(many.assessed) == 100 and [town.error.code for town in many.refused] == ["json.syntax"]
assert rows.height == 100 * 44 and binding.height == 100 * 28

planted = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.planted")}
assert len(planted) == 100, "each town has a side file: what the generator put where"

# the generator, which reads no plan, says for each figure on which side of its threshold it put it
verdicts = {(town, id): verdict for town, id, verdict in binding.select("档案", "id", "verdict").iter_rows()}
figures = 0
for town, told in planted.items():
    for figure in told.get("boundary", ()):
        figures += 1
        met = verdicts[town, figure["indicator"]] in ("met", "met_by_exemption")
        assert met == figure["met"], (town, figure)
assert figures == 50 * 28, figures

# each planted fault was found, and nothing else
expected = {}
for told in planted.values():
    for fault in told.get("planted", ()):
        expected[fault["code"]] = expected.get(fault["code"], 0) + 1
assert dict(common.select("code", "处").iter_rows()) == expected and len(expected) == 4

clean = [town for town in binding["档案"].unique() if int(town[-3:]) % 4 == 2]
assert all(verdicts[town, str(id)] == "met" for town in clean for id in range(1, 29)), "a clean town reaches every indicator"
assert ranking["达到"].is_sorted(descending=True) and ranking.height == 100
assert (ranking["达到"] + ranking["未达到"] + ranking["待定"] == 28).all()
assert (close["差距"].str.contains(r"^-?0\.01$")).head(8).all()
assert hard["未达到"].sum() == binding.filter(binding["verdict"] == "not_met").height

cells = many[81:].plot.heatmap_frame().to_polars()
assert len(many[81:]) == 20 and cells.height == 19 * 28 + 1, cells.height
