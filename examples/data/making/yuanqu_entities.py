"""Market entities of the Yuanqu example with their monthly sales."""

from . import names
from .kit import Chance, uscc

LEGAL = {"company", "cooperative", "rural_collective", "public_institution", "private_non_enterprise"}
KIND = {
    "company": ("91", "MA0EK"),
    "cooperative": ("93", "MF0EK"),
    "sole_trader": ("92", "MA1EK"),
    "family_farm": ("92", "MA2EK"),
    "sole_proprietorship": ("91", "MA3EK"),
    "partnership": ("91", "MA4EK"),
    "branch": ("91", "MA5EK"),
    "rural_collective": ("N2", "MF1EK"),
}
TRADE = {
    "e_commerce": ("电子商务有限公司", "F5292"),
    "cross_border": ("进出口贸易有限公司", "F5193"),
    "service": ("电商服务有限公司", "L7299"),
    "logistics": ("物流有限公司", "G5430"),
    "production": ("食用菌科技有限公司", "C1373"),
    "other": ("农业发展有限公司", "A0142"),
}
TITLE = {
    "cooperative": ("食用菌种植专业合作社", "A0142"),
    "sole_trader": ("农产品商行", "F5223"),
    "family_farm": ("家庭农场", "A0149"),
    "sole_proprietorship": ("食品加工厂", "C1371"),
    "partnership": ("山货行（普通合伙）", "F5192"),
    "branch": ("商贸有限公司皋落分公司", "F5199"),
    "rural_collective": ("村股份经济合作社", "S9600"),
}
SEASON = (1.35, 0.80, 0.78, 0.82, 0.90, 1.10, 0.78, 0.84, 1.25, 1.02, 1.38, 1.18)
SHOPS = (
    ("淘宝", "platform_shop"),
    ("抖音", "live_streaming"),
    ("拼多多", "platform_shop"),
    ("快手", "live_streaming"),
    ("微信", "social"),
)
ABROAD = (("阿里巴巴国际站", "cross_border"), ("亚马逊", "cross_border"))
# where those that do not trade online sell: by role, else by form
COUNTERS = {
    "service": ("线下服务", 62_000),
    "logistics": ("线下运输", 148_000),
    "sole_trader": ("线下门店", 19_000),
    "family_farm": ("产地批发", 14_000),
    "cooperative": ("产地批发", 38_000),
    "branch": ("线下门店", 27_000),
}
COUNTER = ("线下批发", 46_000)
MONTHS = [f"{year}-{month:02}" for year in (2022, 2023) for month in range(1, 13)]
# what the trade inside the boundary should come to, before rounding to whole yuan
TARGET = {"2022": 21_250_000, "2023": 23_910_000}


def named(number, form, role):
    tail, industry = TITLE.get(form) or TRADE[role.removeprefix("leading_")]
    return f"垣曲县{names.word(number)}{tail}", industry


def make(docs):
    """The entities, their sales filled in; no fault is planted yet."""
    chance = Chance(14082701)
    items, weights = [], {}

    def add(form, role, territory, registered, moved_in=None, weight=0.0, more=None, **fields):
        number = len(items)
        kind, body = KIND[form]
        name, industry = named(number, form, role)
        township = {"core_area": "皋落乡", "site": "新城镇"}.get(territory) or chance.one(
            ("毛家镇", "王茅镇", "历山镇", "古城镇") if territory == "county" else ("皋落乡", "新城镇")
        )
        held = {"role": role}
        if role != "other":
            held["since"] = moved_in or registered
        item = {
            "id": f"E{number + 1:03}",
            "code": uscc(kind, f"{body}{number + 101:03}"),
            "name": name,
            "form": form,
            "legal_person": form in LEGAL,
            "statistical_legal_unit": form in LEGAL or form in ("sole_proprietorship", "partnership"),
            "roles": [held | (more or {})],
            "industry": industry,
            "registered": registered,
        }
        if moved_in:
            item["moved_in"] = moved_in
        item |= {"territory": territory, "township": township} | fields
        weights[item["id"]] = weight
        items.append(item)
        return item

    notable(add, docs)
    newcomers(add)
    older(add, chance)
    sell(items, weights, chance)
    sell_over_the_counter(items, Chance(14082702))
    return items


def notable(add, docs):
    """The operator, the leading enterprises, the cross-border ones, the carrier."""
    add("company", "service", "core_area", "2019-03-12", "2023-05-08", subsidised=True)
    weight = (26.0, 15.0, 11.0, 8.0, 6.0, 5.0)
    for place, share in enumerate(weight):
        more = {"influence": "city" if place < 5 else "county"}
        if place < 3:
            more |= {"recognition": "city", "recognised_by": "运城市商务局"}
        else:
            more["recognition"] = {"missing": "not_applicable"}
        title = f"电商龙头企业影响力证明材料（第{place + 1}家）"
        more["evidence"] = [docs.add(title, "证明材料", f"2023-08-{10 + place}", "例验商务咨询有限公司", f"例验〔2023〕{place + 11}号")]
        form = "cooperative" if place == 3 else "company"
        where = "core_area" if place % 2 else "site"
        registered = f"20{14 + place}-0{place + 2}-1{place}"
        item = add(form, "leading_e_commerce", where, registered, f"2023-0{5 + place % 3}-1{place}", share, more, subsidised=place < 4)
        item["above_designated_size"] = place == 0
        if place == 0:
            item["above_designated_size_since"] = "2023-01"
        item["roles"].insert(0, {"role": "e_commerce", "since": item["registered"]})
    proof = docs.add("跨境电商龙头企业影响力证明材料", "证明材料", "2023-09-04", "例验商务咨询有限公司", "例验〔2023〕21号")
    more = {"influence": "city", "evidence": [proof]}
    item = add("company", "leading_cross_border", "core_area", "2021-06-18", "2023-06-05", 4.0, more)
    item["roles"].insert(0, {"role": "cross_border", "since": "2021-06-18"})
    add("company", "cross_border", "site", "2020-09-21", "2023-07-11", 2.0)
    add("company", "logistics", "site", "2017-04-26", "2023-05-22", subsidised=True)


def newcomers(add):
    """Registered in 2023: ten legal persons inside the boundary, one of them struck off again, and others that do not count."""
    for place in range(6):
        trade = "e_commerce" if place < 5 else "service"
        end = {"deregistered": "2023-11-20"} if place == 4 else {}
        day = f"2023-0{place + 3}-1{place}"
        add("company", trade, "core_area" if place % 2 else "site", day, day, 0.9 - place * 0.12, **end)
    for place in range(4):
        trade = "e_commerce" if place == 0 else "production"
        add("cooperative", trade, "site" if place % 2 else "core_area", f"2023-0{place + 4}-2{place}", weight=0.3 if place < 2 else 0)
    for place in range(9):
        trades = place < 3
        role, territory = "e_commerce" if trades else "other", "core_area" if place % 3 else "site"
        add("sole_trader", role, territory, f"2023-0{place % 8 + 2}-0{place + 1}", weight=0.25 if trades else 0)
    add("family_farm", "production", "host_townships", "2023-05-16")
    add("family_farm", "production", "county", "2023-06-27")
    add("company", "e_commerce", "host_townships", "2023-04-18", weight=0.3)
    add("company", "production", "host_townships", "2023-08-02")
    add("cooperative", "production", "county", "2023-03-29")


def older(add, chance):
    """The stock of before 2023."""
    plan = (
        ["company"] * 22 + ["cooperative"] * 17 + ["sole_trader"] * 26 + ["family_farm"] * 6
        + ["sole_proprietorship"] * 3 + ["partnership"] * 2 + ["branch"] * 2 + ["rural_collective"] * 8
    )
    for place, form in enumerate(plan):
        territory = ("core_area", "site", "host_townships", "county")[place % 4 if place % 7 else 0]
        year = chance.whole(2009, 2022)
        registered = f"{year}-{chance.whole(1, 12):02}-{chance.whole(1, 28):02}"
        trades = form in ("company", "cooperative", "sole_trader") and place % 5 < 2
        role = "e_commerce" if trades else ("other" if form in ("rural_collective", "branch") else "production")
        if form == "company" and not trades:
            role = ("production", "other", "service")[place % 3]
        weight = 0.25 + 1.6 * chance.part() ** 3 if trades else 0.0
        fields = {}
        if place in (19, 33, 47):
            fields["deregistered"] = f"202{place % 2 + 2}-0{place % 9 + 1}-15"
        if place in (8, 30):
            fields["moved_out"] = "2023-06-30"
        inside = territory in ("core_area", "site")
        moved = f"2023-0{chance.whole(5, 9)}-{chance.whole(10, 28)}" if inside and trades and place % 3 == 0 else None
        add(form, role, territory, registered, moved, weight, **fields)


def online_inside(item):
    """The sales of an entity that are online and inside the boundary, as (month, row)."""
    if item["territory"] not in ("core_area", "site"):
        return []
    return [row for row in item.get("sales", []) if row["channel"] != "offline"]


def sell(items, weights, chance):
    """Monthly sales: skewed by weight, seasonal, rising; scaled to what the trade inside the boundary comes to."""
    for item in items:
        weight = weights[item["id"]]
        if weight == 0:
            continue
        role = item["roles"][-1]["role"]
        shops = list(ABROAD) if "cross_border" in role else chance.some(SHOPS, 1 + (weight > 0.5) + (weight > 4))
        if weight > 3 and "cross_border" not in role:
            shops.append(("线下门店", "offline"))
        split = [1.0 / (place + 1) for place in range(len(shops))]
        rows = []
        for month in MONTHS:
            if not trades(item, month):
                continue
            for (platform, channel), part in zip(shops, split):
                # a small seller has its second shop open in most months only
                if platform != shops[0][0] and weight < 0.6 and chance.part() < 0.12:
                    continue
                noise = 0.82 + 0.36 * chance.part()
                amount = weight * part / sum(split) * SEASON[int(month[5:]) - 1] * noise
                rows.append({"month": month, "platform": platform, "channel": channel, "amount": amount})
        item["sales"] = rows
    for year, target in TARGET.items():
        rows = [row for item in items for row in item.get("sales", []) if row["month"].startswith(year)]
        inside = sum(row["amount"] for item in items for row in online_inside(item) if row["month"].startswith(year))
        for row in rows:
            row["amount"] = max(80, round(row["amount"] * target / inside))


def sell_over_the_counter(items, chance):
    """Monthly sales, none of them online, of everyone else that trades: all but the village collectives."""
    for item in items:
        if "sales" in item or item["form"] == "rural_collective":
            continue
        role = item["roles"][-1]["role"]
        platform, usual = COUNTERS.get(role) or COUNTERS.get(item["form"]) or COUNTER
        size = usual * (0.5 + chance.part())
        rows = []
        for month in MONTHS:
            if not trades(item, month):
                continue
            rise = 1.0 if month < "2023" else 1.06
            amount = round(size * rise * (0.6 + 0.4 * SEASON[int(month[5:]) - 1]) * (0.9 + 0.2 * chance.part()))
            rows.append({"month": month, "platform": platform, "channel": "offline", "amount": amount})
        if rows:
            item["sales"] = rows


def trades(item, month):
    """Whether an entity trades in the whole of a month: after its registration, up to where it ended or left."""
    ended = min(item.get("deregistered", "2099")[:7], item.get("moved_out", "2099")[:7])
    return item["registered"][:7] < month <= ended


def retail(items, period, territories=("core_area", "site")):
    """Online sales of a month or year in some territories."""
    return sum(
        row["amount"]
        for item in items
        if item["territory"] in territories
        for row in item.get("sales", [])
        if row["channel"] != "offline" and row["month"].startswith(period)
    )
