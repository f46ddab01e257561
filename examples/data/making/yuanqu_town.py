"""Town, industries, facilities, institutions, brands, products and publicity of the Yuanqu example."""

from .kit import Chance, section

OWN = ("例小菇", "例山集", "例沐野", "例舜田", "例菌坊", "例河鲜")
CATEGORY = ("垣曲猴头", "垣曲香菇", "垣曲木耳", "垣曲羊肚菌", "垣曲核桃")
GOODS = (
    ("猴头菇干品", "食用菌"), ("香菇干品", "食用菌"), ("黑木耳干品", "食用菌"), ("羊肚菌干品", "食用菌"), ("菌菇汤料包", "食用菌"),
    ("香菇脆片", "食用菌"), ("猴菇饼干", "食用菌"), ("菌菇酱", "食用菌"), ("薄皮核桃", "干果"), ("核桃油", "干果"),
    ("核桃仁", "干果"), ("小银鱼干", "水产"), ("黄河鲤鱼预制菜", "水产"), ("山楂条", "果品"), ("苹果脆片", "果品"), ("槐花蜜", "蜂产品"),
    ("土蜂蜜", "蜂产品"), ("小米", "杂粮"), ("杂粮礼盒", "杂粮"), ("石磨面粉", "杂粮"),
)


def rectangle(west, south, east, north):
    """A made-up rectangle, corners in order; no surveyed line."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def town(docs):
    tier = docs.add("关于明确乡村e镇县域类型的函", "函", "2023-03-06", "运城市商务局", "运例商函〔2023〕6号")
    shown = docs.add("电子商务进农村综合示范县批复文件", "批复", "2020-07-15", "山西省商务厅", "晋例商批〔2020〕15号")
    survey = docs.add("乡村e镇用地范围勘测定界报告", "测绘报告", "2023-05-25", "例测地理信息有限公司", "例测〔2023〕37号")
    archive = docs.add("乡村e镇建设情况核查记录", "核查记录", "2023-12-08", "垣曲县工科局")
    return {
        "id": "yuanqu-gaoyao",
        "name": "垣曲县皋陶乡村e镇",
        "county": "垣曲县",
        "division": "140827",
        # wide enough to hold the county, whatever its surveyed line
        "county_bounds": rectangle(110.9, 34.8, 112.5, 35.6),
        "tier": {"tier": "key_assistance", "evidence": [tier], "note": "方案未写明县域类型，按市商务局来函申报"},
        "demonstration_county": {"is": True, "evidence": [shown]},
        "main_industry": "食用菌＋特色农产品",
        "programme_start": "2023-04",
        "completed": "2023-11",
        "site": {
            "villages": ["新城镇坡底村", "皋落乡皋落村"],
            "townships": ["新城镇", "皋落乡"],
            "limits": {"east": "鲁家坡", "west": "滨河东路", "south": "皋落村", "north": "学府路"},
            "area": {"value": 3200000, "source": "勘测定界报告"},
            "core_area": {"value": 1500000, "source": "勘测定界报告"},
            "built_area": {"value": 860000, "status": "estimated", "source": "县自然资源局"},
            "floor_area": {"value": 412000, "status": "estimated", "source": "县自然资源局"},
            # of about the stated area
            "boundary": rectangle(111.6588, 35.2876, 111.6808, 35.3020),
            "evidence": [survey],
        },
        "facts": {
            "sign_in_prominent_place": True,
            "archive_kept": True,
            "operating_team": True,
            "convenience_circle": {"missing": "not_collected", "note": "商务、民政两家口径不一，待核"},
            "couriers_brought_together": True,
            "shop_opening_help": True,
            "talent_link": True,
            "functions": ["display", "data_collection", "statistics", "office", "meeting", "reception_negotiation", "advice"],
            "services": ["agency_trade", "small_banking", "information", "job_placement", "travel"],
            "evidence": [archive],
        },
    }


def industries(docs):
    proof = docs.add("乡村e镇主导产业论证报告", "论证报告", "2023-04-19", "垣曲县农业农村局")
    return section(
        [
            {"id": "I01", "name": "食用菌＋特色农产品", "code": "A0142", "composite": True, "since": "2023-04", "evidence": [proof]},
            {"id": "I02", "name": "核桃精深加工", "code": "C1373", "composite": False, "since": "2023-04", "evidence": [proof]},
        ],
        "垣曲县农业农村局",
    )


def supply_chains(docs):
    proof = docs.add("食用菌产销对接协议汇编", "协议", "2023-06-30", "垣曲县工科局")
    links = ["菌种繁育", "标准化种植", "分级初加工", "冷链仓储", "品牌包装", "网络销售"]
    chain = {"id": "C01", "name": "食用菌上下游产业链供应链", "links": links}
    chain |= {"entities": ["E002", "E003", "E005", "E010", "E017"], "established": "2023-06", "evidence": [proof]}
    return section([chain], "垣曲县工科局")


def facilities(docs):
    area = docs.add("公共服务中心等设施房屋面积测绘报告", "测绘报告", "2023-09-18", "例测地理信息有限公司", "例测〔2023〕64号")
    show = docs.add("展示体验中心房屋面积测绘报告", "测绘报告", "2023-09-20", "例测地理信息有限公司", "例测〔2023〕65号")
    shared = docs.add("培训中心统筹使用协议", "协议", "2023-05-15", "垣曲县工科局")
    assigned = docs.add("主直播间划归公共服务中心管理的通知", "通知", "2023-07-03", "垣曲县工科局", "垣例工科〔2023〕22号")
    allowed = docs.add("关于物流配送中心建筑面积例外事项的批复", "批复", "2023-06-12", "垣曲县皋陶乡村e镇工作领导小组", "垣例镇组〔2023〕4号")
    mapped = {"source": "测绘报告"}
    items = [
        {
            "id": "F01",
            "name": "垣曲县皋陶乡村e镇公共服务中心",
            "building": "皋落电商园1号楼",
            "address": "皋落乡皋落村电商园内",
            "roles": [{"role": "public_service", "area": {"value": 1180} | mapped}],
            "floor_area": 1560,
            "overlaps": [{"with": "F02", "area": 268}],
            "zones": [{"kind": "office", "area": 520}, {"kind": "training", "area": 268}, {"kind": "incubation", "area": 310}],
            "opened": "2023-07-01",
            "evidence": [area],
        },
        {
            "id": "F02",
            "name": "电商产业培训孵化中心",
            "building": "皋落电商园1号楼",
            "roles": [
                {"role": "training_incubation", "area": {"value": 268} | mapped},
                {"role": "cross_border_base", "area": {"value": 268} | mapped},
            ],
            "floor_area": 268,
            "inside": "F01",
            "zones": [{"kind": "training", "area": 180}, {"kind": "incubation", "area": 88}],
            "shared_use": [
                {"programme": "demonstration", "since": "2021-03", "evidence": [shared]},
                {"programme": "cross_border", "since": "2023-06", "evidence": [shared]},
            ],
            "opened": "2021-03",
            "evidence": [area],
        },
        {
            "id": "F03",
            "name": "电商产品展示体验中心",
            "building": "皋落电商园2号楼",
            "roles": [{"role": "display_experience", "area": {"value": 312, "source": "测绘报告", "note": "含过厅"}}],
            "floor_area": 360,
            "zones": [
                {"kind": "offline_display", "area": 150},
                {"kind": "tasting_experience", "area": 86},
                {"kind": "sales_matching", "area": 76},
            ],
            "opened": "2023-07-20",
            "evidence": [show],
        },
        {
            "id": "F04",
            "name": "电子商务物流仓储配送中心",
            "building": "坡底仓储院",
            "address": "新城镇坡底村",
            "roles": [{"role": "logistics", "area": {"value": 486} | mapped}],
            "floor_area": 486,
            "zones": [
                {"kind": "sorting", "area": 190},
                {"kind": "cold_chain_storage", "area": 140},
                {"kind": "dispatch", "area": 108},
                {"kind": "office", "area": 48},
            ],
            "shared_use": [{"programme": "demonstration", "since": "2021-05", "evidence": [shared]}],
            "opened": "2021-05",
            "exemptions": [
                {
                    "role": "logistics",
                    "reason": "利用存量仓储院改造，相邻冷库由镇内企业自用，业务量尚不需要扩建",
                    "approved_by": "垣曲县皋陶乡村e镇工作领导小组",
                    "approved": "2023-06-12",
                    "document": allowed,
                }
            ],
            "evidence": [area],
        },
        {
            "id": "F05",
            "name": "大数据中心",
            "building": "皋落电商园1号楼",
            "roles": [{"role": "big_data_centre", "area": 86}],
            "floor_area": 86,
            "inside": "F01",
            "opened": "2023-08",
            "evidence": [area],
        },
        {
            "id": "F06",
            "name": "主直播间",
            "building": "皋落电商园2号楼",
            "roles": [{"role": "main_live_room", "area": 64, "rooms": 1}],
            "floor_area": 64,
            "assigned_to": "F01",
            "zones": [{"kind": "live_streaming", "area": 64}],
            "opened": "2023-07-20",
            "evidence": [assigned],
        },
        {
            "id": "F07",
            "name": "原农产品展厅",
            "building": "新城镇旧供销社",
            "roles": [{"role": "display_experience", "area": 240}],
            "floor_area": 240,
            "zones": [
                {"kind": "offline_display", "area": 120},
                {"kind": "tasting_experience", "area": 60},
                {"kind": "sales_matching", "area": 60},
            ],
            "opened": "2019-06",
            "closed": "2023-03-31",
        },
    ]
    return section(items, "垣曲县工科局")


def institutions(docs):
    items = []

    def add(kind, name, opened, working=True, **fields):
        proof = docs.add(f"{name}入驻协议", "协议", opened if len(opened) == 10 else f"{opened}-20", "垣曲县工科局")
        item = {"id": f"J{len(items) + 1:02}", "kind": kind, "name": name, "opened": opened, "working": working}
        items.append(item | {"territory": "core_area"} | fields | {"evidence": [proof]})

    add("research", "例研农村电商研究中心", "2023-06-15", address="皋落电商园1号楼3层")
    add("finance", "例泰银行皋落普惠金融服务点", "2023-05-30", address="皋落电商园1号楼1层")
    add("finance", "例信社坡底助农取款点", "2018-11", False, address="新城镇坡底村", closed="2022-09")
    add("telecom", "例讯通信皋落服务点", "2023-06-08", address="皋落电商园1号楼1层")
    add("training", "例成电商职业培训学校", "2023-05-10", address="皋落电商园1号楼2层")
    return section(items, "垣曲县工科局")


def brands(docs):
    regime = docs.add("区域公用品牌授权使用名单", "名单", "2023-10-09", "垣曲县农业农村局")
    every = ["食用菌", "干果", "水产", "果品", "蜂产品", "杂粮"]
    items = [
        {
            "id": "B01",
            "level": "regional_public",
            "name": "例垣山水",
            "launched": "2023-06-20",
            "covers_all_categories": True,
            "categories": every,
            "trademark": {"number": "例商标第00000001号", "state": "registered", "registered": "2023-05-14", "expires": "2033-05-13"},
            "evidence": [regime],
        }
    ]
    for name in CATEGORY:
        kind = "干果" if name.endswith("核桃") else "食用菌"
        item = {"id": f"B{len(items) + 1:02}", "level": "category", "name": name, "mother": "B01", "launched": "2023-07"}
        items.append(item | {"covers_all_categories": False, "categories": [kind]})
    for place, name in enumerate(OWN):
        item = {"id": f"B{len(items) + 1:02}", "level": "boutique_own", "name": name}
        if place != 2:
            item["mother"] = "B01"
        item |= {"owner": f"E{place + 2:03}", "launched": f"202{place % 3 + 1}-0{place + 3}"}
        if place == 0:
            item["certifications"] = [{"kind": "green_food", "number": "例绿0000001", "issued": "2022-08-10", "expires": "2025-08-09"}]
        items.append(item)
    return section(items, "垣曲县市场监管局")


def products():
    chance = Chance(14082705)
    items = []
    for number in range(40):
        name, category = GOODS[number % len(GOODS)]
        size = ("250g袋装", "礼盒装")[number // len(GOODS)]
        owner = number % 6
        item = {"id": f"P{number + 1:02}", "name": f"{name}（{size}）", "category": category, "sku": f"EK-{1001 + number}"}
        item |= {"brand": f"B{7 + owner:02}", "entity": f"E{owner + 2:03}"}
        item["listed"] = f"202{chance.whole(1, 3)}-0{chance.whole(1, 9)}"
        if number in (11, 27):
            item["delisted"] = "2023-10"
        item |= {"packaged": True, "standardised": number % 7 != 3, "traceable": number % 5 != 4}
        if number % 3 == 0:
            day = f"2023-0{chance.whole(4, 9)}-{chance.whole(10, 28)}"
            item["tests"] = [{"number": f"例检{2023000 + number}", "date": day, "passed": True}]
        items.append(item)
    return section(items, "垣曲县农业农村局")


def pavilions(docs):
    proof = docs.add("特色馆开馆证明", "截图公证", "2023-08-21", "例信公证处")
    first = {"id": "G01", "name": "垣曲特产馆", "platform": "淘宝", "national_influence": True, "products": "county", "operator": "E002"}
    second = {"id": "G02", "name": "垣曲助农馆", "platform": "例购同城商城", "national_influence": False, "products": "county"}
    return section(
        [
            first | {"opened": "2023-08-18", "evidence": [proof]},
            second | {"operator": "E001", "opened": "2022-05"},
        ],
        "垣曲县工科局",
    )


def events(docs):
    items = []

    def add(kind, name, date, participation, subjects, **fields):
        proof = docs.add(f"{name}活动资料", "活动资料", date, "垣曲县融媒体中心")
        item = {"id": f"V{len(items) + 1:02}", "kind": kind, "name": name, "date": date, "participation": participation}
        items.append(item | {"subjects": subjects} | fields | {"evidence": [proof]})

    brand = ["regional_public_brand", "six_treasures"]
    add("publicity_activity", "乡村e镇启动宣传周", "2023-05-18", "held", ["e_town", "policy"])
    add("brand_exhibition", "丰收节区域公用品牌展销", "2023-09-23", "held", brand, brand="B01")
    add("brand_exhibition", "省级农产品交易博览会参展", "2023-10-19", "attended", brand, brand="B01")
    add("publicity_activity", "乡村e镇成果宣传月", "2023-11-10", "held", ["e_town", "own_brand"])
    add("other", "县域电商交流会", "2023-08-08", "attended", ["training"])
    return section(items, "垣曲县融媒体中心")


def channels():
    rows = (
        ("皋陶e镇视频号", "new_media", "online", ["e_town", "six_treasures"], "2023-05"),
        ("皋陶e镇直播账号", "new_media", "online", ["regional_public_brand", "own_brand"], "2023-06"),
        ("县广播电视台专题", "traditional", "online", ["e_town", "policy"], "2023-05"),
        ("农村大喇叭", "traditional", "offline", ["policy", "training"], "2023-04"),
        ("高铁站灯箱", "traditional", "offline", ["regional_public_brand", "six_treasures"], "2023-07"),
        ("村口横幅和传单", "traditional", "offline", ["e_town"], "2023-04"),
    )
    keys = ("name", "medium", "setting", "subjects", "started")
    return section([{"id": f"N{place + 1:02}"} | dict(zip(keys, row)) for place, row in enumerate(rows)], "垣曲县融媒体中心")
