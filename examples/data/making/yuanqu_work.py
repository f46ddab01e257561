"""Instruments, organisation, phases, projects, inspections, compliance and disclosure of the Yuanqu example."""

from .kit import section

BUREAU = "垣曲县工科局"
GROUP = "垣曲县皋陶乡村e镇工作领导小组"
MEMBERS = (
    ("县工科局", "局长", "制定方案并组织实施，统计监测，政务公开，指导公共服务中心"),
    ("县财政局", "局长", "统筹和拨付资金，督查专项资金"),
    ("县发改局", "局长", "推进快递业与电子商务协同"),
    ("县农业农村局", "局长", "组织生产主体触网，指导区域公用品牌和认证"),
    ("县乡村振兴局", "局长", "落实倾斜政策，组织低收入农户培训"),
    ("县教育局", "局长", "配合培训和实习实训"),
    ("县人社局", "局长", "培养人才，纳入就业创业培训"),
    ("县交通局", "局长", "交通设施和共同配送"),
    ("县文旅局", "局长", "旅游产品上线"),
    ("县市场监管局", "局长", "商标、认证和网销质量监管"),
    ("县统计局", "局长", "指导主体统计，评估数据"),
    ("县行政审批局", "局长", "登记审批，深化简政"),
    ("县税务局", "局长", "办税服务和优惠落实"),
    ("县融媒体中心", "主任", "发布培训通知和宣传报道"),
    ("县金融服务中心", "主任", "对接银行，改善信贷"),
    ("各乡镇人民政府", "乡（镇）长", "组织产业参与，配备管理人员；皋落乡、新城镇保障重点工程"),
    ("县供销联社", "主任", "建立供销体系，开展网络营销"),
    ("联通、移动、电信公司", "经理", "通信基础设施和技术支持"),
    ("县供电公司", "经理", "保障用电"),
    ("县政府办公室", "主任", None),
)


def instruments(docs):
    items = []

    def add(kind, title, number, issuer, issued, covers, **fields):
        item = {"id": f"W{len(items) + 1:02}", "kind": kind, "title": title}
        if number:
            item["number"] = number
        item |= {"issuer": issuer, "issued": issued} | fields
        item["covers"] = [{"content": content, "article": article} for content, article in covers]
        if not fields.get("draft"):
            item["document"] = docs.add(title, "制度文件", issued, issuer, number)
        items.append(item)

    add("scheme", "皋陶乡村e镇建设方案", "垣例工科〔2023〕5号", BUREAU, "2023-04-14", [("e_town_scheme", "全文")])
    add("scheme", "皋陶乡村e镇发展规划（2023—2025年）", "垣例工科〔2023〕6号", BUREAU, "2023-04-28", [("development_plan", "全文")])
    reward = [("reward_standard", "第五条"), ("sales_performance_support", "第七条")]
    add("measure", "乡村e镇电商企业奖励办法", "垣例工科〔2023〕12号", BUREAU, "2023-06-01", reward, effective="2023-06-01", expires="2025-12-31")
    brand = [
        ("regional_brand_regime", "全文"),
        ("brand_standard", "第二章"),
        ("brand_admission", "第三章"),
        ("brand_supervision", "第四章"),
        ("brand_exit", "第五章"),
    ]
    add("regime", "区域公用品牌运行管理制度", "垣例农〔2023〕31号", "垣曲县农业农村局", "2023-06-16", brand)
    add("policy", "乡村e镇深化简政放权专门措施", "垣例审批〔2023〕9号", "垣曲县行政审批局", "2023-06-20", [("streamlining_policy", "全文")])
    funds = [
        ("fund_management", "全文"),
        ("special_fund_measure", "全文"),
        ("support_standard_project_grant", "第八条"),
        ("support_standard_reward", "第十条"),
    ]
    add("measure", "乡村e镇专项资金管理办法", "垣例财〔2023〕18号", "垣曲县财政局", "2023-05-12", funds)
    work = [("work_mechanism", "第二部分"), ("appraisal_system", "第四部分")]
    add("regime", "乡村e镇工作机制和考核办法", "垣例镇组〔2023〕2号", GROUP, "2023-04-28", work)
    add("measure", "乡村e镇项目管理办法", "垣例工科〔2023〕9号", BUREAU, "2023-05-12", [("project_measure", "全文")])
    add("measure", "乡村e镇项目验收办法", "垣例工科〔2023〕24号", BUREAU, "2023-07-03", [("acceptance_measure", "全文")])
    add("measure", "乡村e镇日常监管办法", "垣例工科〔2023〕10号", BUREAU, "2023-05-19", [("daily_supervision_measure", "全文")])
    support = [
        ("entry_conditions", "第二章"),
        ("rent_subsidy", "第九条"),
        ("tax_reward", "第十条"),
        ("innovation_support", "第十一条"),
        ("sales_performance_support", "第十二条"),
        ("shop_opening_help", "第十四条"),
    ]
    add("policy", "乡村e镇入驻条件和扶持政策", "垣例工科〔2023〕13号", BUREAU, "2023-06-05", support)
    add("notice", "关于成立皋陶乡村e镇工作领导小组的通知", "垣例政办〔2023〕11号", "垣曲县人民政府办公室", "2023-04-06", [("other", "全文")])
    add("regime", "承办主体信息保护制度", "垣例工科〔2023〕15号", BUREAU, "2023-06-09", [("data_protection", "全文")])
    add("measure", "乡村e镇大数据共享办法（征求意见稿）", None, BUREAU, "2023-11-27", [("other", "全文")], draft=True)
    add("measure", "电商企业奖励暂行办法", "垣例工科〔2020〕17号", BUREAU, "2020-09-10", [("reward_standard", "第三条")], repealed="2023-05-31")
    return section(items, BUREAU)


def organisation(docs):
    members = []
    for department, post, duties in MEMBERS:
        member = {"department": department, "post": post, "duties_laid_down": True}
        members.append(member | {"duties": duties or "综合协调"})
    meetings = []
    for place, (day, subject) in enumerate((("2023-04-12", "启动部署"), ("2023-07-06", "中期调度"), ("2023-11-02", "绩效评估准备"))):
        minutes = docs.add(f"领导小组会议纪要（第{place + 1}次）", "会议纪要", day, GROUP, f"垣例镇组纪〔2023〕{place + 1}号")
        meetings.append({"date": day, "subject": subject, "document": minutes})
    tender = docs.add("运营主体中标通知书", "中标通知书", "2023-05-06", "例标招标代理有限公司", "例标〔2023〕45号")
    case = docs.add("食用菌线上销售典型案例", "案例", "2023-12-11", BUREAU)
    reports = []
    for month in range(4, 12):
        reports.append({"due": f"2023-{month + 1:02}-10", "sent": f"2023-{month + 1:02}-0{month % 5 + 4}", "to": "市商务局、省商务厅"})
    return {
        "leading_group": {
            "established": "2023-04-06",
            "head_office": "county_government",
            "head_post": "县长",
            "deputy_post": "分管副县长",
            "office": "县工科局",
            "members": members,
            "members_complete": True,
            "meetings": meetings,
            "instrument": "W12",
        },
        "information_officer": {
            "department": "县工科局",
            "post": "电子商务股信息联络岗",
            "appointed": "2023-04-14",
            "reports": reports,
            "reports_complete": True,
        },
        "operation": {
            "operator": "E001",
            "selection": "public_tender",
            "selected": "2023-05-06",
            "evidence": [tender],
            "undertaker_data_supplied": True,
            "undertaker_data_protected": True,
            "experience": [
                {"id": "EX1", "title": "食用菌线上销售典型案例", "reported": "2023-12-12", "to": "市商务局", "document": case}
            ],
        },
    }


def phases(docs):
    record = docs.add("乡村e镇阶段工作记录", "工作记录", "2023-12-28", BUREAU)

    def done(kind, day, title):
        return {"kind": kind, "title": title, "done": day, "evidence": [record]}

    return section(
        [
            {
                "phase": "start",
                "started": "2023-04-03",
                "ended": "2023-05-26",
                "milestones": [
                    done("survey", "2023-04-21", "全县电商基础摸底"),
                    done("leading_group", "2023-04-06", "成立领导小组"),
                    done("regimes", "2023-05-19", "印发首批制度"),
                    done("publicity", "2023-05-18", "启动宣传周"),
                ],
                "milestones_complete": True,
            },
            {
                "phase": "implementation",
                "started": "2023-05-08",
                "ended": "2023-11-24",
                "milestones": [
                    done("periodic_check", "2023-07-14", "三季度督查"),
                    done("periodic_check", "2023-10-13", "四季度督查"),
                ],
                "milestones_complete": True,
            },
            {
                "phase": "performance_evaluation",
                "started": "2023-11-27",
                "ended": "2023-12-28",
                "milestones": [
                    done("expert_evaluation", "2023-12-14", "专家组绩效评价"),
                    done("rectification", "2023-12-26", "按评价意见整改"),
                ],
                "milestones_complete": True,
            },
            {
                "phase": "acceptance",
                "started": {"missing": "not_yet_due"},
                "ended": {"missing": "not_yet_due"},
                "milestones": [{"kind": "rectification_plan", "due": "2024-01"}, {"kind": "wrap_up", "due": "2024-03"}],
                "milestones_complete": True,
            },
        ],
        BUREAU,
    )


def projects():
    rows = (
        ("公共服务中心升级改造", ["E001"], "accepted", "2023-05-15", "2023-07-31", "2023-06-29", True),
        ("大数据中心建设", ["E001"], "done", "2023-06-01", "2023-09-30", "2023-08-25", True),
        ("展示体验中心改造", ["E001"], "accepted", "2023-06-05", "2023-08-31", "2023-07-18", True),
        ("物流仓储配送中心改造", ["E010"], "done", "2023-05-22", "2023-09-30", "2023-09-12", True),
        ("食用菌分级包装线", ["E005"], "done", "2023-06-12", "2023-10-31", "2023-10-20", False),
        ("冷链设备购置", ["E010"], "done", "2023-07-03", "2023-10-31", "2023-10-27", True),
        ("品牌策划与推广", ["E002"], "done", "2023-07-10", "2023-11-30", "2023-11-22", False),
        ("电商人才培训", ["E001"], "under_way", "2023-04-20", "2024-03-31", None, True),
    )
    items = []
    for place, (name, undertakers, state, started, due, finished, funded) in enumerate(rows):
        item = {"id": f"Q{place + 1:02}", "name": name, "undertakers": undertakers, "state": state, "started": started, "due": due}
        if finished:
            item["finished"] = finished
        halfway = {"date": "2023-09-30" if not finished else started[:8] + "28", "done": 45}
        last = {"date": finished, "done": 100} if finished else {"date": "2023-12-15", "done": 85}
        items.append(item | {"progress": [halfway, last], "provincially_funded": funded})
    return section(items, BUREAU)


def inspections(docs):
    rows = (
        ("2023-06-16", "daily", BUREAU, 2),
        ("2023-07-14", "on_site", BUREAU, 2),
        ("2023-09-08", "finance", "垣曲县财政局", 1),
        ("2023-10-13", "on_site", BUREAU, 1),
        ("2023-11-17", "third_party", "例衡评估有限公司", 2),
        ("2023-12-07", "discipline", "垣曲县纪检监察派驻组", 1),
    )
    items = []
    for place, (day, kind, body, count) in enumerate(rows):
        report = docs.add(f"乡村e镇检查报告（第{place + 1}次）", "检查报告", day, body)
        item = {"id": f"Y{place + 1:02}", "date": day, "kind": kind, "inspector": body}
        items.append(item | {"issues_found": count, "document": report})
    return section(items, BUREAU)


def issues(docs):
    rows = (
        ("Y01", "2023-06-16", "培训签到缺身份信息", "县工科局", "2023-07-15", "2023-07-10"),
        ("Y01", "2023-06-16", "标识标牌未按方案设置", "皋落乡", "2023-07-31", "2023-07-20"),
        ("Y02", "2023-07-14", "展示中心消防通道堆放货物", "县工科局", "2023-07-31", "2023-07-18"),
        ("Y02", "2023-07-14", "项目进度记录不连续", "县工科局", "2023-08-31", "2023-08-14"),
        ("Y03", "2023-09-08", "个别凭证未分资金性质", "县财政局", "2023-10-15", "2023-10-08"),
        ("Y04", "2023-10-13", "展示体验中心面积超出方案上限", "县工科局", "2023-12-15", None),
        ("Y05", "2023-11-17", "网货产品追溯码覆盖不全", "县农业农村局", "2023-12-20", "2023-12-18"),
        ("Y05", "2023-11-17", "两场培训没有签到名单", "县工科局", "2023-12-20", "2023-12-19"),
        ("Y06", "2023-12-07", "付款审批单签章不全", "县财政局", "2023-12-25", "2023-12-22"),
    )
    items = []
    for place, (inspection, found, text, department, due, rectified) in enumerate(rows):
        item = {"id": f"Z{place + 1:02}", "inspection": inspection, "found": found, "description": text}
        item |= {"department": department, "due": due}
        if rectified:
            item["rectified"] = rectified
            item["evidence"] = [docs.add(f"整改报告（Z{place + 1:02}）", "整改报告", rectified, f"垣曲{department}")]
        items.append(item)
    return section(items, BUREAU)


def compliance(docs):
    rows = (
        ("land_use", "垣曲县自然资源局"),
        ("ecology", "运城市生态环境局垣曲分局"),
        ("housing", "垣曲县住建局"),
        ("work_safety", "垣曲县应急管理局"),
    )
    items = []
    for place, (field, body) in enumerate(rows):
        proof = docs.add(f"合规情况说明（{field}）", "说明", "2023-12-31", body)
        item = {"id": f"H{place + 1:02}", "field": field, "no_violation": True, "from": "2023-04-01", "until": "2023-12-31"}
        item |= {"declared_by": body, "declared": "2023-12-31"}
        if field == "ecology":
            case = {"id": "H02-1", "state": "dismissed", "occurred": "2023-08", "decided": "2023-09-12", "authority": body}
            item["cases"] = [case | {"inside": True, "note": "噪声投诉，监测达标，不予立案"}]
        items.append(item | {"evidence": [proof]})
    return section(items, BUREAU)


def disclosures(docs):
    rows = (
        ("plan", ["county_site", "city", "province"], "2023-03-24"),
        ("fund_regime", ["county_site", "city", "province"], "2023-05-18"),
        ("project_regime", ["county_site", "city"], "2023-05-18"),
        ("decision_documents", ["county_site"], "2023-06-09"),
        ("project_basics", ["county_site"], "2023-06-30"),
        ("self_evaluation", ["city", "province"], "2023-11-30"),
        ("province_system_entry", ["province_system"], "2023-12-05"),
    )
    items = []
    for place, (subject, places, day) in enumerate(rows):
        proof = docs.add(f"公开与报送记录（{subject}）", "截图", day, BUREAU)
        item = {"id": f"M{place + 1:02}", "subject": subject, "places": places, "date": day}
        items.append(item | {"reference": f"例公开〔2023〕{place + 1}号", "document": proof})
    return section(items, BUREAU)
