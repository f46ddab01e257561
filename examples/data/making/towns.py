"""Smaller examples: one fictional town of each other tier, and the smallest sensible dossier."""

from . import names
from .kit import Chance, Documents, section, uscc

QUESTIONS = (
    "1-implementing-plan", "1-regional-economy", "4-influence-in-city", "15-needs", "15-coordination", "17-zones-as-needed",
    "21-completeness", "24-boundary-clear", "24-contiguous", "24-independent", "24-limits-precise",
)


def minimal():
    """What is needed to name the town, its tier and the day; everything else is open."""
    return {
        "schema_version": 1,
        "as_of": "2023-12-31",
        "town": {"name": "例溪县例溪乡村e镇", "tier": {"tier": "key_assistance", "evidence": ["DOC-001"]}},
        "documents": {"complete": False, "items": [{"id": "DOC-001", "title": "关于县域类型的函"}]},
    }


def pilot_demonstration():
    """Pilot demonstration county: online retail falls short of this tier alone, and one violation has been rectified."""
    town = Small("例川县", "例泉", "149921", "pilot_demonstration", demonstration=True)
    town.statistics((198_000_000, 236_000_000), (43_000_000, 48_900_000), "7.4")
    town.investments((("public", 52_000_000), ("private", 214_000_000), ("loan", 46_000_000)))
    case = {"id": "H05-1", "state": "established", "occurred": "2023-07", "decided": "2023-08-15", "authority": "例川县应急管理局"}
    town.compliance(case | {"inside": True, "rectified": "2023-09-20", "note": "仓库消防器材过期"})
    town.contests(True)
    return town.dossier


def general_promotion():
    """County of general promotion: investment short of this tier, growth exactly two points above the city, contests unreported."""
    town = Small("例原县", "例禾", "149922", "general_promotion", demonstration=False)
    town.statistics((144_000_000, 156_240_000), (27_000_000, 30_000_000), "6.5")
    town.investments((("public", 31_500_000), ("private", 142_000_000), ("loan", 23_000_000)))
    town.compliance(None)
    town.contests(False)
    return town.dossier


class Small:
    """A small town with all that the 28 indicators ask, but for what its caller adds."""

    def __init__(self, county, core, division, tier, demonstration):
        self.county, self.core, self.division = county, core, division
        self.docs = Documents(f"{county}{core}")
        self.chance = Chance(int(division))
        self.bureau = f"{county}商务局"
        docs = self.docs
        shown = docs.add("关于县域类型的函", "函", "2022-12-20", "例州市商务局", "例州商函〔2022〕40号")
        programme = docs.add("综合示范县情况说明", "说明", "2023-01-10", self.bureau)
        survey = docs.add("用地勘测定界报告", "测绘报告", "2023-04-11", "例测地理信息有限公司")
        self.dossier = {
            "$schema": "../../eken-core/schemas/v1/dossier.json",
            "schema_version": 1,
            "id": f"example-{tier.replace('_', '-')}",
            "as_of": "2023-12-31",
            "prepared_by": self.bureau,
            "town": {
                "name": f"{county}{core}乡村e镇",
                "county": county,
                "division": division,
                "tier": {"tier": tier, "evidence": [shown]},
                "demonstration_county": {"is": demonstration, "evidence": [programme]},
                "main_industry": "杂粮",
                "programme_start": "2022-07",
                "completed": "2023-06",
                "site": {
                    "villages": [f"{core}镇东村", f"{core}镇西村"],
                    "townships": [f"{core}镇"],
                    "limits": {"east": "东干渠", "west": "西环路", "south": "南堤", "north": "北大街"},
                    "area": 2400000,
                    "evidence": [survey],
                },
            },
        }
        self.things()
        self.people()
        self.papers()

    def put(self, name, items, **head):
        self.dossier[name] = section(items, **head)

    def proof(self, title, issued="2023-09-15"):
        return [self.docs.add(title, "佐证", issued, self.bureau)]

    def things(self):
        """Industries, facilities, entities, outlets, brands, products, pavilions."""
        self.put("industries", [{"id": "I1", "name": "杂粮", "code": "A0111", "composite": False, "since": "2022-07"}])
        links = ["种植", "加工", "销售"]
        self.put("supply_chains", [{"id": "C1", "name": "杂粮产业链供应链", "links": links, "established": "2022-10"}])
        self.facilities()
        entities = []
        for number in range(20):
            form = "cooperative" if number % 4 == 3 else "company"
            kind, body = ("93", "MF0EK") if form == "cooperative" else ("91", "MA0EK")
            tail = "专业合作社" if form == "cooperative" else "电子商务有限公司"
            item = {"id": f"E{number + 1:02}", "code": uscc(kind, f"{body}{self.division[5]}{number + 11}", self.division)}
            item |= {"name": f"{self.county}{names.word(number + 30)}{tail}", "form": form, "legal_person": True}
            role = {"role": "e_commerce"}
            if number < 6:
                evidence = self.proof(f"龙头企业影响力材料（{number + 1}）")
                role = {"role": "leading_e_commerce", "influence": "city", "recognition": "city", "since": "2022-09", "evidence": evidence}
            item |= {"roles": [role], "registered": f"202{2 if number < 8 else 3}-0{number % 9 + 1}-1{number % 10}"}
            entities.append(item | {"territory": "site", "township": f"{self.core}镇"})
        self.put("entities", entities)
        rows = (("research", "例研电商研究院"), ("finance", "例泰银行服务点"), ("telecom", "例讯通信服务点"), ("training", "例成培训学校"))
        outlets = []
        for place, (kind, name) in enumerate(rows):
            item = {"id": f"J{place + 1}", "kind": kind, "name": name, "opened": "2022-11", "working": True, "territory": "site"}
            outlets.append(item | {"evidence": self.proof(f"{name}入驻协议", "2022-11-15")})
        self.put("institutions", outlets)
        brands = [{"id": "B1", "level": "regional_public", "name": f"{self.core}谷香", "launched": "2022-09", "covers_all_categories": True}]
        for place in range(6):
            item = {"id": f"B{place + 2}", "level": "boutique_own", "name": names.word(place + 70), "mother": "B1"}
            brands.append(item | {"owner": f"E{place + 1:02}", "launched": "2022-12"})
        self.put("brands", brands)
        products = []
        for place, name in enumerate(("小米", "红豆", "荞麦面", "燕麦片", "黄米糕", "杂粮粥料", "黑豆", "绿豆")):
            item = {"id": f"P{place + 1}", "name": f"{name}500g装", "brand": f"B{place % 6 + 2}", "listed": "2023-02"}
            products.append(item | {"packaged": True, "standardised": True, "traceable": True})
        self.put("products", products)
        pavilion = {"id": "G1", "platform": "淘宝", "national_influence": True, "products": "county", "opened": "2023-01"}
        self.put("pavilions", [pavilion | {"evidence": self.proof("特色馆开馆证明", "2023-01-20")}])

    def facilities(self):
        proof = self.proof("设施房屋面积测绘报告", "2023-05-30")
        shared = [{"programme": "demonstration", "since": "2022-08", "evidence": proof}]
        rows = (
            ("F1", "public_service", 1460, []),
            ("F2", "training_incubation", 320, []),
            ("F3", "display_experience", 288, ["offline_display", "tasting_experience", "sales_matching"]),
            ("F4", "logistics", 1240, ["sorting", "cold_chain_storage", "dispatch", "office"]),
            ("F5", "big_data_centre", 90, []),
            ("F6", "main_live_room", 70, []),
        )
        items = []
        for key, role, area, zones in rows:
            item = {"id": key, "building": f"e镇园区{key[1]}号楼", "roles": [{"role": role, "area": area}], "floor_area": area}
            if key in ("F5", "F6"):
                item["inside"] = "F1"
            if zones:
                item["zones"] = [{"kind": kind, "area": area // len(zones)} for kind in zones]
            if key == "F2" and self.dossier["town"]["demonstration_county"]["is"]:
                item["shared_use"] = shared
            items.append(item | {"opened": "2023-05", "evidence": proof})
        self.put("facilities", items)

    @staticmethod
    def seat_everyone(sessions, trainees):
        """Nobody has a file for nothing: whom no session drew takes the seat, in the last, of one whom several drew."""
        for trainee in trainees:
            drawn = [each for session in sessions for each in session["attendance"]]
            if trainee not in drawn:
                last = sessions[-1]["attendance"]
                last.remove(next(each for each in last if drawn.count(each) > 1))
                last.append(trainee)
                last.sort()

    def people(self):
        """Trainees, sessions, experts, leaders, influencers."""
        groups = ("returning_migrant_worker", "graduate", "veteran", "sole_trader", "new_type_farmer", "lifted_out_of_poverty")
        trainees = []
        for number in range(130):
            item = {"id": f"T{number + 1:03}", "name": names.person(number * 5 + 7), "groups": [groups[number % 6]]}
            item |= {"origin": "e_town" if number % 3 else "surrounding_villages", "opened": "2023-03"}
            trainees.append(item | {"follow_up": [{"date": "2023-11", "kind": "visit"}]})
        sessions = []
        for number in range(9):
            there = sorted(self.chance.some([item["id"] for item in trainees], 58 + number))
            item = {"id": f"S{number + 1}", "topic": "e_commerce", "cross_border": False, "date": f"2023-0{number % 7 + 3}-{number + 11}"}
            sessions.append(item | {"hours": 6, "trainer": f"X{number % 5 + 1}", "facility": "F2", "attendance": there, "head_count": len(there)})
        self.seat_everyone(sessions, [item["id"] for item in trainees])
        self.put("sessions", sessions)
        self.put("trainees", trainees)
        experts, fostered = [], []
        for number in range(5):
            item = {"id": f"X{number + 1}", "name": names.person(200 + number), "field": "电商运营", "engaged": "2022-10", "until": "2024-10"}
            experts.append(item | {"evidence": self.proof(f"专家聘书（{number + 1}）", "2022-10-12")})
        for number in range(11):
            kind = "business_leader" if number < 5 else "influencer"
            item = {"id": f"L{number + 1}", "kind": kind, "name": names.person(230 + number), "fostered": "2023-04", "local": True}
            fostered.append(item | {"evidence": self.proof(f"培育证明（{number + 1}）")})
        self.put("experts", experts)
        self.put("fostered", fostered)

    def papers(self):
        """Publicity, instruments, leading group, judgements, documents."""
        rows = (
            ("brand_exhibition", "名优农产品展", "2023-09-10", "attended", ["regional_public_brand"]),
            ("publicity_activity", "e镇开放日", "2023-05-20", "held", ["e_town"]),
            ("publicity_activity", "e镇年货节", "2023-12-16", "held", ["e_town"]),
        )
        keys = ("kind", "name", "date", "participation", "subjects")
        self.put("events", [{"id": f"V{place + 1}"} | dict(zip(keys, row)) for place, row in enumerate(rows)])
        channels = [("视频号", "new_media", "online"), ("农村大喇叭", "traditional", "offline")]
        items = [{"id": f"N{place + 1}"} | dict(zip(("name", "medium", "setting"), row)) for place, row in enumerate(channels)]
        self.put("channels", [item | {"subjects": ["e_town", "regional_public_brand"], "started": "2022-08"} for item in items])
        rows = (
            ("乡村e镇建设方案", ["e_town_scheme"]),
            ("乡村e镇发展规划", ["development_plan"]),
            ("电商企业奖励办法", ["reward_standard"]),
            ("区域公用品牌管理制度", ["regional_brand_regime"]),
            ("乡村e镇简政便民政策", ["streamlining_policy"]),
            ("专项资金管理办法", ["fund_management", "support_standard_project_grant"]),
            ("关于成立乡村e镇领导小组的通知", ["work_mechanism"]),
        )
        instruments = []
        for place, (title, covers) in enumerate(rows):
            number = f"{self.core}政发〔2022〕{place + 11}号"
            item = {"id": f"W{place + 1}", "kind": "measure", "title": title, "number": number, "issuer": f"{self.county}人民政府办公室"}
            item |= {"issued": f"2022-08-{place + 11}", "covers": [{"content": content, "article": f"第{part + 3}条"} for part, content in enumerate(covers)]}
            instruments.append(item | {"document": self.docs.add(title, "制度文件", f"2022-08-{place + 11}", item["issuer"], number)})
        self.put("instruments", instruments)
        minutes = self.docs.add("领导小组会议纪要", "会议纪要", "2023-02-20", self.bureau)
        members = [
            {"department": name, "post": "局长", "duties_laid_down": True, "duties": "按分工落实"}
            for name in ("县商务局", "县财政局", "县农业农村局", "县市场监管局", "县统计局")
        ]
        group = {"established": "2022-08", "head_office": "county_government", "head_post": "县长", "deputy_post": "分管副县长"}
        group |= {"office": "县商务局", "members": members, "members_complete": True}
        group |= {"meetings": [{"date": "2023-02-20", "subject": "年度部署", "document": minutes}], "instrument": "W7"}
        self.dossier["organisation"] = {"leading_group": group}
        report = self.docs.add("第三方评审报告", "评审报告", "2023-12-18", "例衡评估有限公司")
        judgements = []
        for place, question in enumerate(QUESTIONS):
            item = {"id": f"R{place + 1}", "question": question, "outcome": "satisfied", "post": "第三方评审组专家岗"}
            judgements.append(item | {"date": "2023-12-18", "basis": "查阅资料并现场核对，符合要求", "evidence": [report]})
        self.put("judgements", judgements)
        self.dossier["documents"] = section(self.docs.items)

    def statistics(self, output, retail, city):
        source = f"{self.county}统计局"
        rows = []
        for series, amounts in (("gross_output", output), ("online_retail", retail)):
            for year, amount in zip(("2022", "2023"), amounts):
                rows.append({"series": series, "period": year, "territory": "site", "amount": amount, "source": source})
        rows.append({"series": "city_output_growth", "period": "2023", "territory": "city", "rate": city, "source": "例州市统计局"})
        self.put("statistics", [{"id": f"F{place + 1}"} | row for place, row in enumerate(rows)])

    def investments(self, rows):
        proof = self.proof("投资完成情况审核报告", "2023-12-15")
        items = []
        for place, (source, amount) in enumerate(rows):
            item = {"id": f"A{place + 1}", "stage": "completed", "source": source, "amount": amount, "period": "2023"}
            items.append(item | {"evidence": proof})
        self.put("investments", items)

    def compliance(self, case):
        items = []
        for place, field in enumerate(("land_use", "ecology", "debt", "housing", "work_safety")):
            hit = case is not None and field == "work_safety"
            item = {"id": f"H{place + 1:02}", "field": field, "no_violation": not hit, "from": "2022-07-01", "until": "2023-12-31"}
            item |= {"declared_by": self.bureau, "declared": "2023-12-31"}
            if hit:
                item["cases"] = [case]
            items.append(item | {"evidence": self.proof(f"合规情况说明（{field}）", "2023-12-31")})
        self.put("compliance", items)

    def contests(self, known):
        if not known:
            self.put("contests", [], complete=False, note="人社部门尚未报送")
            return
        item = {"id": "K1", "kind": "combined", "name": "创业创新和技能大赛", "date": "2023-10-12", "participation": "held"}
        self.put("contests", [item | {"evidence": self.proof("大赛总结", "2023-10-30")}])
