# What examples/notebooks/one-town.py must have found; run as its last cell.
import json
import subprocess
from decimal import Decimal

# the same verdicts as the command gives for the same file
told = subprocess.run(
    ["eken", "assess", "../data/yuanqu-2023.json", "--year", "2023", "--format", "json"], check=True, capture_output=True, text=True
)
command = json.loads(told.stdout)
assert {each["id"]: each["verdict"] for each in (*command["indicators"], *command["targets"])} == {id: str(a[id].verdict) for id in a}
assert len(a) == 44, len(a)

assert found.counts == {"error": 8, "warning": 12, "info": 2}, found.counts
assert (area.measured, area.required.max, area.gap) == (Decimal(312), Decimal(300), Decimal(12))
assert set(lacking["编号"]) == {standing.id for standing in a.open}, "every open verdict says what it lacks"
assert {id: str(after) for id, (_, after) in supposed.changes.items()} == {"16": "met", "18": "met"}
assert depends.height == len(a.sensitivity()) > 0
assert standings.height == 44

# the saved chart tells every id in words, and its frame has the figures of the assessment
drawing = (out / "差距.svg").read_text(encoding="utf-8")
assert all(f">{id}<" in drawing or f">{id} " in drawing for id in ("13", "16", "T6")) and "展示体验中心" in drawing
assert a.plot.gaps_frame().to_polars().height == 44

# the months, summed from the text of the file
with open("../data/yuanqu-2023.json", encoding="utf-8") as file:
    written = json.load(file, parse_float=Decimal)
sums = {}
for entity in written["entities"]["items"]:
    for sale in entity.get("sales", ()):
        amount = sale.get("amount")
        amount = amount.get("value") if isinstance(amount, dict) else amount
        sums[sale["month"]] = sums.get(sale["month"], Decimal(0)) + Decimal(str(amount))
assert dict(by_month.iter_rows()) == sums

page = (out / "报告.html").read_text(encoding="utf-8")
assert "<script" not in page and "16" in page and page.count("未达到") >= 8
assert found.verify(receipt) == dict.fromkeys(("version", "dossier", "plan", "options", "verdicts"), True)
assert d.with_value("/facilities/items/2/roles/0/area", 300).check().verify(receipt)["dossier"] is False
assert again == d and again.account.refused == 0
