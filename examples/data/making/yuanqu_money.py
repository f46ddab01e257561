"""Investment, funds and statistics of the Yuanqu example."""

from . import yuanqu_entities as entities
from .kit import section

FINANCE = "垣曲县财政局"
STATISTICS = "垣曲县统计局"


def investments(docs):
    audit = docs.add("乡村e镇投资完成情况审核报告", "审核报告", "2023-12-22", "例信会计师事务所", "例信审〔2023〕102号")
    rows = (
        ("planned", "public", 15_000_000, "2023", None),
        ("planned", "private", 98_000_000, "2023", None),
        ("planned", "loan", 24_000_000, "2023", None),
        ("contracted", "private", 71_500_000, "2023", None),
        ("completed", "public", 7_600_000, "2023Q2", "Q01"),
        ("completed", "public", 3_900_000, "2023Q3", "Q04"),
        ("completed", "private", 28_400_000, "2023Q2", "Q05"),
        ("completed", "private", 26_850_000, "2023Q3", "Q05"),
        ("completed", "private", 19_600_000, "2023Q4", "Q07"),
        ("completed", "loan", 11_000_000, "2023-08", "Q06"),
        ("completed", "loan", 5_250_000, "2023-11", "Q06"),
        ("completed", "other", 1_200_000, "2023-10", None),
    )
    items = []
    for place, (stage, source, amount, period, project) in enumerate(rows):
        item = {"id": f"A{place + 1:02}", "stage": stage, "source": source, "amount": amount, "period": period}
        if project:
            item["project"] = project
        items.append(item | {"evidence": [audit]})
    return section(items, FINANCE)


def appropriations():
    rows = (
        ("provincial", "晋例财建〔2023〕41号", 5_000_000, "2023-05-17", "乡村e镇培育"),
        ("city", "运例财建〔2023〕26号", 1_000_000, "2023-06-08", "乡村e镇配套"),
        ("county", "垣例财建〔2023〕15号", 2_000_000, "2023-05-24", "乡村e镇配套"),
    )
    keys = ("nature", "number", "amount", "date", "purpose")
    return section([{"id": f"U{place + 1:02}"} | dict(zip(keys, row)) for place, row in enumerate(rows)], FINANCE)


def payments():
    rows = (
        ("U01", "provincial", "project_grant", 1_250_000, "2023-06-20", "E001", "Q01", "公共服务中心改造补助"),
        ("U01", "provincial", "project_grant", 860_000, "2023-08-31", "E001", "Q02", "大数据中心补助"),
        ("U01", "provincial", "project_grant", 540_000, "2023-07-28", "E001", "Q03", "展示体验中心补助"),
        ("U01", "provincial", "project_grant", 1_120_000, "2023-09-22", "E010", "Q04", "物流中心改造补助"),
        ("U01", "provincial", "project_grant", 690_000, "2023-11-08", "E010", "Q06", "冷链设备补助"),
        ("U01", "provincial", "purchase", 420_000, "2023-12-15", "E001", "Q08", "人才培训服务"),
        ("U02", "city", "reward", 300_000, "2023-10-12", "E002", None, "电商业绩奖励"),
        ("U02", "city", "reward", 200_000, "2023-10-12", "E003", None, "电商业绩奖励"),
        ("U02", "city", "reward", 150_000, "2023-10-12", "E004", None, "电商业绩奖励"),
        ("U03", "county", "project_grant", 780_000, "2023-10-30", "E005", "Q05", "分级包装线补助"),
        ("U03", "county", "purchase", 460_000, "2023-11-27", "E002", "Q07", "品牌策划推广"),
    )
    items = []
    for place, (source, nature, support, amount, day, payee, project, purpose) in enumerate(rows):
        item = {"id": f"D{place + 1:02}", "appropriation": source, "nature": nature, "support": support}
        item |= {"amount": amount, "date": day, "payee": payee}
        if project:
            item["project"] = project
        items.append(item | {"purpose": purpose, "invoice": f"例票{20230001 + place}"})
    return section(items, FINANCE)


def fund_use(docs):
    audit = docs.add("乡村e镇专项资金使用审计报告", "审计报告", "2023-12-25", "例信会计师事务所", "例信审〔2023〕110号")
    return {
        "as_prescribed": True,
        "separately_accounted": True,
        "open_to_inspection": True,
        "no_duplicate_funding": {"missing": "not_collected", "note": "与农业专项的比对尚未完成"},
        "evidence": [audit],
    }


def statistics(items, docs):
    book = docs.add("乡村e镇统计核定表（2022—2023年）", "统计表", "2023-12-29", STATISTICS, "垣例统〔2023〕33号")
    out = []

    def add(series, period, territory, value, source=STATISTICS, **fields):
        row = {"id": f"ST{len(out) + 1:02}", "series": series, "period": period, "territory": territory}
        row["rate" if "growth" in series else "amount"] = value
        if source:
            row["source"] = source
        out.append(row | fields)

    add("gross_output", "2022", "site", 118_300_000, evidence=[book])
    add("gross_output", "2023", "site", {"value": 128_600_000, "status": "provisional"}, evidence=[book])
    add("gross_output", "2022", "core_area", 71_900_000)
    add("gross_output", "2023", "core_area", {"value": 79_400_000, "status": "provisional"})
    add("city_output_growth", "2023", "city", {"value": 6.1, "status": "provisional"}, None, note="电话记录，未见市统计局文件")
    add("city_gdp_growth", "2023", "city", 5.2, "运城市统计局")
    for year in ("2022", "2023"):
        amount = entities.retail(items, year)
        value = {"value": amount, "status": "provisional"} if year == "2023" else amount
        add("online_retail", year, "site", value, evidence=[book])
    add("online_retail", "2022", "core_area", entities.retail(items, "2022", ("core_area",)))
    add("online_retail", "2023", "core_area", entities.retail(items, "2023", ("core_area",)))
    for month in entities.MONTHS:
        add("online_retail", month, "site", entities.retail(items, month), "平台数据汇总", cumulative=False)
    return section(out, STATISTICS)
