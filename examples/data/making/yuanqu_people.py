"""Experts, leaders, influencers, contests and reviewers' judgements of the Yuanqu example."""

from . import names
from .kit import section

FIELDS = ("食用菌产业", "电商运营", "短视频与直播", "品牌设计", "跨境电商", "冷链物流", "农产品检测")


def experts(docs):
    items = []
    for number, field in enumerate(FIELDS):
        key = f"X{number + 1:02}"
        proof = docs.add(f"{field}专家聘书", "聘书", f"2023-05-{10 + number}", "垣曲县工科局", f"垣例聘〔2023〕{number + 1}号")
        item = {"id": key, "name": names.person(500 + number), "field": field, "employer": f"例大学{field}研究所"}
        item |= {"engaged": f"2023-05-{10 + number}", "until": "2025-05-31" if number < 6 else "2023-09-30", "evidence": [proof]}
        items.append(item)
    return section(items, "垣曲县人社局")


def fostered(docs):
    proof = docs.add("商业带头人培育名册", "名册", "2023-11-20", "垣曲县人社局")
    online = docs.add("本地网红培育名册", "名册", "2023-11-20", "垣曲县工科局")
    items = []
    for number in range(6):
        item = {"id": f"L{number + 1:02}", "kind": "business_leader", "name": names.person(540 + number), "entity": f"E{number + 2:03}"}
        items.append(item | {"fostered": f"2023-0{number + 4}", "local": True, "evidence": [proof]})
    for number in range(5):
        item = {"id": f"L{number + 7:02}", "kind": "influencer", "name": names.person(560 + number), "trainee": f"T{number * 60 + 5:04}"}
        item |= {"fostered": "2021-09" if number == 4 else f"2023-0{number + 5}", "local": True}
        items.append(item | {"platform": ("抖音", "快手")[number % 2], "followers": 12800 + number * 7350, "evidence": [online]})
    return section(items, "垣曲县工科局")


def contests(docs):
    proof = docs.add("乡村e镇创业创新大赛总结", "总结", "2023-10-30", "垣曲县人社局")
    held = {"id": "K01", "kind": "entrepreneurship", "name": "乡村e镇创业创新大赛", "date": "2023-10-26", "participation": "held"}
    held |= {"organiser": "垣曲县人社局", "participants": 86, "evidence": [proof]}
    attended = {"id": "K02", "kind": "skills", "name": "全市农村电商技能大赛", "date": "2023-09-15", "participation": "attended"}
    return section([held, attended | {"organiser": "运城市商务局", "participants": 9}], "垣曲县人社局")


def judgements(docs):
    report = docs.add("乡村e镇第三方评审报告", "评审报告", "2023-12-20", "例衡评估有限公司", "例衡评〔2023〕18号")
    expert, land = "第三方评审组电商专家岗", "第三方评审组规划专家岗"
    rows = [
        ("1-implementing-plan", "satisfied", land, "方案、规划与县实施方案逐条对照，范围、产业、进度一致"),
        ("1-regional-economy", "satisfied", land, "与县域食用菌产业规划和财政承受能力相符"),
        ("4-influence-in-city", "satisfied", expert, "五家企业在市内有经销网点或获市级认定，材料齐全"),
        ("4-influence-locally", "satisfied", expert, "六家企业在县内都有收购点和带动农户"),
        ("15-needs", "satisfied", expert, "抽查12家入驻企业，办公、直播、寄递需求均有落实"),
        ("15-coordination", "satisfied", expert, "服务台账完整，跨部门事项有专人协调"),
        ("17-zones-as-needed", "satisfied", expert, "分拣、冷链、发货、办公分区与现有单量相称"),
        ("21-completeness", "satisfied", land, "领导小组、办公室、成员职责和例会制度齐备"),
        ("24-boundary-clear", "satisfied", land, "界桩与勘测定界报告一致"),
        ("24-contiguous", "satisfied", land, "两村用地相连，中间无飞地"),
        ("24-independent", "satisfied", land, "有独立出入口和管理界面"),
        ("24-independent", "not_satisfied", "市级复核组自然资源岗", "皋落村既在范围内又作南界，与村庄生活区没有分开"),
        ("24-limits-precise", "satisfied", land, "四至均有坐标"),
        ("T3-influence-in-city", "satisfied", expert, "出口额居全市同类企业前列"),
        ("T3-influence-locally", "satisfied", expert, "在县内设有收购点和培训点"),
        ("T6-zones-as-needed", "satisfied", expert, "分区与实际需要相符"),
    ]
    items = []
    for place, (question, outcome, post, basis) in enumerate(rows):
        item = {"id": f"R{place + 1:02}", "question": question}
        item |= {"outcome": outcome, "post": post, "date": "2023-12-20", "basis": basis, "evidence": [report]}
        items.append(item)
    return section(items, "例衡评估有限公司")
