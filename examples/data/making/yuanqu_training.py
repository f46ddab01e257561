"""Training sessions and the files of the trainees of the Yuanqu example."""

from . import names
from .kit import Chance, digest

GROUPS = (
    "returning_migrant_worker", "university_student", "graduate", "veteran", "lifted_out_of_poverty",
    "sole_trader", "enterprise_staff", "cooperative_member", "new_type_farmer",
)
# resident ids made up for the tests of eken; every other file is masked, hashed or without
WHOLE = ("142733197001010017", "14273319920229203X", "140827200111114053", "14082720010101004X")
TOPICS = ("e_commerce", "live_selling", "business_leader", "brand_design", "marketing")
TITLES = {
    "e_commerce": "农村电商应用培训", "live_selling": "短视频与直播带货培训", "business_leader": "商业带头人研修",
    "brand_design": "农产品品牌设计培训", "marketing": "网络营销培训", "cross_border": "跨境电商实务培训",
}
# day, persons on the list, head-count where there is no list
BEFORE = (("2023-02-16", 26, 0), ("2023-03-09", 24, 0))
ORDINARY = (
    ("2023-04-20", 18, 0), ("2023-05-06", 16, 0), ("2023-05-20", 0, 45), ("2023-05-31", 17, 0), ("2023-06-08", 19, 0),
    ("2023-06-21", 15, 0), ("2023-07-05", 18, 0), ("2023-07-19", 17, 0), ("2023-07-26", 16, 0), ("2023-08-03", 20, 0),
    ("2023-08-24", 18, 0), ("2023-09-06", 17, 0), ("2023-09-13", 15, 0), ("2023-09-27", 16, 0), ("2023-10-11", 19, 0),
    ("2023-10-25", 17, 0), ("2023-11-03", 0, 38), ("2023-11-08", 18, 0), ("2023-11-22", 16, 0), ("2023-11-29", 17, 0),
    ("2023-12-06", 15, 0), ("2023-12-13", 17, 0),
)
ABROAD = (
    ("2023-06-14", 33, 0), ("2023-07-12", 31, 0), ("2023-08-16", 30, 0), ("2023-09-20", 32, 0), ("2023-10-18", 0, 32),
    ("2023-11-15", 30, 0),
)


def sessions(trainees):
    """The sessions in the order of their days; every trainee is on a list once before any is twice."""
    chance = Chance(14082702)
    plan = sorted(
        [(day, size, heads, False) for day, size, heads in BEFORE + ORDINARY]
        + [(day, size, heads, True) for day, size, heads in ABROAD]
    )
    order = chance.some([trainee["id"] for trainee in trainees], len(trainees))
    items = []
    for number, (day, size, heads, abroad) in enumerate(plan):
        topic = "cross_border" if abroad else TOPICS[number % len(TOPICS)]
        item = {"id": f"S{number + 1:02}", "topic": topic, "title": f"{TITLES[topic]}（第{number + 1}期）", "cross_border": abroad}
        item |= {"date": day, "starts": "09:00", "ends": "17:00", "hours": 6, "trainer": f"X{number % 6 + 1:02}"}
        item |= {"institution": "J05", "facility": "F02"}
        if size:
            head, order = order[:size], order[size:]
            if len(head) < size:
                head += chance.some([trainee["id"] for trainee in trainees if trainee["id"] not in head], size - len(head))
            item["attendance"] = sorted(head)
        item["head_count"] = size or heads
        items.append(item)
    return items


def trainees(entities):
    """The files: names made up, numbers masked, hashed or left out."""
    chance = Chance(14082703)
    employers = [item["id"] for item in entities if item["territory"] in ("core_area", "site")]
    items = []
    for number in range(400):
        item = {"id": f"T{number + 1:04}", "name": names.person(number * 3 + number // 60)}
        form = number % 5
        if number % 100 == 40:
            item["resident_id"] = WHOLE[number // 100]
        elif form in (0, 1):
            item["resident_id"] = f"{'142733' if form else '140827'}********{number + 1:04}"
        elif form in (2, 3):
            item["resident_id"] = "sha256:" + digest(f"made up trainee {number + 1}")
        group = GROUPS[(number * 4 + number // 9) % len(GROUPS)]
        item["groups"] = [group]
        near = chance.part() < 0.55
        item["origin"] = "e_town" if near else ("surrounding_villages" if chance.part() < 0.8 else "elsewhere")
        item["township"] = chance.one(("皋落乡", "新城镇")) if near else chance.one(("王茅镇", "历山镇", "古城镇", "毛家镇", "长直乡"))
        if group in ("enterprise_staff", "cooperative_member", "sole_trader"):
            item["entity"] = chance.one(employers)
        items.append(item)
    return items


def follow_up(trainees, sessions):
    """Opens each file on the day of the first session, and adds a follow-up after the last one."""
    chance = Chance(14082704)
    first = {}
    for session in sessions:
        for person in session.get("attendance", []):
            first.setdefault(person, session["date"])
    for trainee in trainees:
        day = first[trainee["id"]]
        trainee["opened"] = day
        month = min(12, int(day[5:7]) + 1)
        date = f"2023-{month:02}-{chance.whole(20, 28) if month == 12 else chance.whole(1, 28):02}"
        trainee["follow_up"] = [{"date": date, "kind": chance.one(("visit", "visit", "shop_opening", "employment", "guidance"))}]
