"""Charts: their data are the frames', their text shows, nothing comes from the net, and what cannot be drawn is said."""

import json
import os
import pickle
import re
import subprocess
import sys
from decimal import Decimal

import altair
import eken
import polars
import pyarrow
import pytest
from eken.plot import figure, months

BROKEN = "examples/data/broken/01-truncated.json"
NS = "{http://www.w3.org/2000/svg}"


def drawn(chart, *fields):
    """The rows of a chart that have these fields, in order."""
    assert isinstance(chart, (altair.LayerChart, altair.VConcatChart))
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows if all(field in row for field in fields)]


def rows(frame):
    return polars.DataFrame(frame).to_dicts()


def near(exact):
    return None if exact is None else float(exact)


@pytest.fixture(scope="module")
def many():
    return eken.assess_many(["examples/data/yuanqu-2023.json", "examples/data/tier-general-promotion.json", BROKEN], 2023)


def statistics(*filed, as_of="2023-12-31", more=""):
    """An assessment of a dossier with monthly figures: period, whether cumulative, amount."""
    items = [
        f'{{"id": "S{n}", "series": "gross_output", "period": "{period}", "territory": "site", "amount": {amount}, "source": "县统计局"'
        + ("}" if since is None else f', "cumulative": {json.dumps(since)}}}')
        for n, (period, since, amount) in enumerate(filed)
    ]
    return eken.loads(
        f'{{"schema_version": 1, "as_of": "{as_of}", "town": {{"name": "例镇"}}, "statistics": {{"items": [{",".join(items)}]}}{more}}}'
    ).assess(2023)


# the data of a chart are those of its frame


@pytest.mark.parametrize("criteria", [False, True])
def test_bars_of_gaps_are_the_rows_of_the_frame(outcome, criteria):
    table, bars = rows(outcome.plot.gaps_frame(criteria=criteria)), drawn(outcome.plot.gaps(criteria=criteria), "solid", "said")
    assert len(table) == len(bars) == (sum(1 for each in outcome.values() for _ in each.leaves()) if criteria else len(outcome))
    for row, bar in zip(table, bars, strict=True):
        assert (bar["id"], bar["title"], bar["criterion"], bar["verdict"]) == (
            row["id"],
            row["title"],
            row["criterion"] or "",
            row["verdict"],
        )
        assert (bar["gap"], bar["share"], bar["share_most"]) == (
            near(row["gap"]),
            near(row["share_least"]),
            near(row["share_most"]),
        )
        assert criteria or bar["word"] == outcome[row["id"]].verdict.zh


def test_months_of_progress_are_the_rows_of_the_frame(outcome):
    table, marks = rows(outcome.plot.progress_frame()), drawn(outcome.plot.progress(), "what", "yuan", "from")
    # without the names at the ends of the lines
    marks = [mark for mark in marks if "label" not in mark]
    assert len(table) == 12 and len(marks) == 36
    for field, what in (("amount", "amount"), ("cumulative", "cumulative"), ("cumulative_year_before", "before")):
        told = [mark["yuan"] for mark in marks if mark["what"] == what]
        assert told == [near(row[field]) for row in table] and None not in told
    assert (
        {row["required_by_indicators"] for row in table} == {row["required_by_targets"] for row in table} == {Decimal(20_000_000)}
    )
    assert [line["yuan_required"] for line in drawn(outcome.plot.progress(), "yuan_required")] == [2e7]
    assert table[-1]["cumulative"] == outcome["26"].criteria[0].measured


def test_phases_are_the_rows_of_the_frame(outcome):
    table, chart = rows(outcome.plot.phases_frame()), outcome.plot.progress()
    went = {(row["phase"], row["said"]) for row in drawn(chart, "phase", "running")}
    assert went == {(row["phase"], f"{row['from']} – {row['until']}") for row in table if row["what"] == "went" and row["from"]}
    marks = {(row["phase"], row["label"], row["day"], row["done"]) for row in drawn(chart, "phase", "done")}
    assert marks == {(row["phase"], row["milestone"], row["from"], row["what"] == "done") for row in table if row["milestone"]}
    assert {row["verdict"] for row in table if row["phase"] == "acceptance" and row["what"] != "planned"} == {"open"}


def test_cells_of_tiers_are_the_rows_of_the_frame(outcome):
    table = rows(outcome.plot.tiers_frame())
    for every in (False, True):
        cells = drawn(outcome.plot.tiers(every=every), "tier", "whole")
        told = [
            (row["tier"], row["verdict"], row["criterion"] or "", near(row["share_least"]))
            for row in table
            if every or row["differs"]
        ]
        assert [(cell["tier"], cell["verdict"], cell["criterion"], cell["share"]) for cell in cells] == told
    for tier in {row["tier"] for row in table}:
        other = outcome.what_if(tier=tier).assessment
        whole = {row["id"]: row["verdict"] for row in table if row["tier"] == tier and row["criterion"] is None}
        assert whole == {id: standing.verdict for id, standing in other.items()}
        assert {row["used"] for row in table if row["tier"] == tier} == {tier == outcome.tier}


@pytest.mark.parametrize("targets", [False, True])
def test_cells_of_the_heat_map_are_the_rows_of_the_frame(many, targets):
    table = rows(many.plot.heatmap_frame(targets=targets))
    cells = drawn(many.plot.heatmap(targets=targets, order="files"), "row", "town", "verdict")
    read = [row for row in table if row["error"] is None]
    assert len(read) == 2 * (44 if targets else 28) and [row["error"] for row in table if row["error"]] == ["json.syntax"]
    told = [(row["row"], row["id"], row["title"], row["verdict"], near(row["gap"])) for row in read]
    assert [(cell["row"], cell["id"], cell["title"], cell["verdict"], cell["gap"]) for cell in cells] == told
    whole = {(row.file, row.id): row.verdict for row in many.rows()}
    assert all(whole[row["file"], row["id"]] == row["verdict"] for row in read)


def test_frames_are_tables_of_exact_figures_that_pickle(outcome, many):
    plots = outcome.plot
    frames = [
        plots.gaps_frame(),
        plots.progress_frame(),
        plots.phases_frame(),
        plots.tiers_frame(lang="en"),
        many.plot.heatmap_frame(),
    ]
    for frame in frames:
        table = pyarrow.table(frame)
        again = pickle.loads(pickle.dumps(frame))
        assert pyarrow.table(again).equals(table) and table.num_rows > 0 and frame.title("zh") != frame.title("en")
    gap = pyarrow.table(frames[0])
    assert pyarrow.types.is_decimal128(gap.schema.field("gap").type) and pyarrow.types.is_dictionary(
        gap.schema.field("verdict").type
    )
    assert pickle.loads(pickle.dumps(plots)) == plots and pickle.loads(pickle.dumps(many.plot)) == many.plot
    assert hash(plots) == hash(outcome.plot) and plots != many.plot


# what a bar says


def test_a_bar_to_the_left_is_short_or_over_and_exact(outcome):
    table = {row["id"]: row for row in rows(outcome.plot.gaps_frame())}
    assert [table[id]["share_least"] for id in ("13", "16", "17", "2")] == [-20, -4, Decimal("-2.8"), 0]
    assert table["16"]["gap"] == 12 and table["18"]["share_least"] is None
    for leaf in rows(outcome.plot.gaps_frame(criteria=True)):
        if leaf["share_least"] is not None and leaf["verdict"] in ("met", "not_met"):
            assert (leaf["share_least"] < 0) == (leaf["verdict"] == "not_met"), leaf["id"]
    bars = {bar["id"]: bar for bar in drawn(outcome.plot.gaps(), "solid", "said")}
    assert bars["16"]["said"] == "展示体验专用建筑面积：312平方米，要求 100～300平方米，超出 4%"
    assert bars["13"]["said"] == "4人，要求 ≥ 5人，差 20%"
    english = {bar["id"]: bar for bar in drawn(outcome.plot.gaps(lang="en"), "solid", "said")}
    assert english["17"]["said"] == "floor area dedicated to logistics: 486 m²; required ≥ 500 m², 2.8% short"


def test_nothing_is_drawn_as_sure_while_the_verdict_is_open():
    bare = eken.read("examples/data/minimal.json").assess(2023)
    bars = drawn(bare.plot.gaps(criteria=True), "solid", "said")
    assert sum(bar["verdict"] == "open" for bar in bars) > 20
    for bar in bars:
        assert bar["verdict"] not in ("open", "conflict") or bar["solid"] is None, bar["id"]
    assert any(bar["pale"] == -100 and bar["pale_end"] == 100 for bar in bars)
    assert any("随县域类型而定" in bar["said"] for bar in bars)


def test_a_shortfall_however_small_is_never_rounded_away():
    assert figure.share(Decimal("-0.0000001"), Decimal(500)) == Decimal("-0.0001")
    assert figure.percent(Decimal("-0.0001")) == "0.1%" and figure.percent(Decimal("0.19")) == "0.1%"
    assert figure.share(Decimal("0.0000001"), Decimal(500)) == 0 and figure.share(Decimal(1), Decimal(0)) is None


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("239100040000", "yuan", "2,391.0004亿元", "239,100.04 million yuan"),
        ("12345678.9", "yuan", "1,234.56789万元", "12.3456789 million yuan"),
        ("9999.99", "yuan", "9,999.99元", "9,999.99 yuan"),
        ("-88000", "m2", "−8.8万平方米", "−88,000 m²"),
        ("12.517666", "percent", "12.517666%", "12.517666%"),
        ("3", "item", "3个", "3"),
    ],
)
def test_figures_are_told_whole_in_the_unit_that_fits(value, unit, zh, en):
    exact = Decimal(value)
    assert figure.figure(exact, figure.unit(unit, exact, "zh")) == zh
    assert figure.figure(exact, figure.unit(unit, exact, "en")) == en


# months


def held(a):
    return [
        (m.month[5:], m.amount, m.amount_filed, m.cumulative, m.cumulative_filed, m.conflict)
        for m in months.months(a, None, range(2023, 2024))
    ]


def test_months_add_up_and_a_missing_one_ends_the_sum_until_a_cumulative_figure_takes_it_up():
    a = statistics(
        ("2023-01", None, 10), ("2023-02", False, 5), ("2023-04", False, 7), ("2023-06", True, 40), ("2023-07", False, 1)
    )
    assert held(a) == [
        ("01", 10, True, 10, True, False),
        ("02", 5, True, 15, False, False),
        ("04", 7, True, None, None, False),
        ("06", None, None, 40, True, False),
        ("07", 1, True, 41, False, False),
    ]


def test_a_month_follows_from_sums_and_a_quarter_gives_its_last_month():
    a = statistics(("2023-01", True, 10), ("2023-02", True, 25), ("2023Q1", None, 60))
    assert held(a) == [("01", 10, True, 10, True, False), ("02", 15, False, 25, True, False), ("03", 35, False, 60, False, False)]


def test_records_that_disagree_are_told_and_none_is_taken():
    a = statistics(
        ("2023-01", None, 10), ("2023-02", False, 5), ("2023-02", False, 6), ("2023-03", False, 5), ("2023-03", False, "5.0")
    )
    assert held(a) == [
        ("01", 10, True, 10, True, False),
        ("02", None, None, None, None, True),
        ("03", 5, True, None, None, False),
    ]
    assert "不一致" in json.dumps(a.plot.progress().to_dict(), ensure_ascii=False)


def test_what_is_unclear_or_after_the_as_of_day_or_elsewhere_is_not_a_month():
    a = statistics(("2023-05", None, 10), ("2023-07", False, 5), ("2023", None, 99), as_of="2023-06-30")
    assert held(a) == []
    core = eken.read("examples/data/yuanqu-2023.json").assess(2023, readings={"R23": "core-area"})
    assert rows(core.plot.progress_frame()) == []


def test_provisional_months_are_hollow_and_make_the_sums_after_them_so():
    a = statistics(("2023-01", None, '{"value": 10, "status": "provisional"}'), ("2023-02", False, 5))
    assert [row["provisional"] for row in rows(a.plot.progress_frame())] == [True, True]
    assert "空心点" in json.dumps(a.plot.progress().to_dict(), ensure_ascii=False)


# languages, empty charts, hostile names


def texts(chart):
    from xml.etree import ElementTree

    import vl_convert

    svg = vl_convert.vegalite_to_svg(chart.to_dict(), vl_version="6.4")
    return ["".join(node.itertext()) for node in ElementTree.fromstring(svg).iter(f"{NS}text")]


def spoken(chart):
    """Everything that a chart says, without the names of the town and its files, which stand in Chinese anyway."""
    told = json.dumps({**chart.to_dict(), "config": None}, ensure_ascii=False)
    return re.sub(r"[\w（）]*乡村e镇[\w. ]*", "", told)


def test_charts_speak_the_language_asked_for(outcome, many):
    for make in (outcome.plot.gaps, outcome.plot.progress, outcome.plot.tiers, many.plot.heatmap):
        chinese, english = spoken(make()), spoken(make(lang="en"))
        assert re.search("[\u3000-\u9fff]", chinese)
        assert not re.search("[\u3000-\u9fff]", english), re.findall("[\u3000-\u9fff]+", english)
        with pytest.raises(eken.OptionError):
            make(lang="fr")
        with pytest.raises(eken.OptionError):
            make(theme="blue")
    eken.options.lang = "en"
    assert spoken(outcome.plot.tiers()) == spoken(outcome.plot.tiers(lang="en")) != spoken(outcome.plot.tiers(lang="zh"))


def test_a_verdict_stands_by_mark_and_word(outcome, many):
    from eken.plot import theme

    for chart in (outcome.plot.tiers(every=True), many.plot.heatmap()):
        words = set(texts(chart))
        assert '"shape"' in json.dumps(chart.to_dict()) and {"达到", "未达到", "待定"} <= words
    assert len(set(theme._SHAPES.values())) == 6 == len({code for code in theme.look("light").cells})


def test_what_cannot_be_drawn_is_said(many):
    bare = eken.read("examples/data/minimal.json")
    said = texts(bare.assess(2023, plan="shanxi-2022").plot.progress())
    assert any("没有按月的统计数据" in text for text in said) and any("例溪县" in text for text in said)
    assert any("只画实施阶段" in text for text in texts(bare.assess(2023).plot.progress()))
    assert any("没有档案" in text for text in texts(many[:0].plot.heatmap()))
    assert any("json.syntax" in text for text in texts(many[2:].plot.heatmap()))
    assert polars.DataFrame(many[:0].plot.heatmap_frame()).height == 0
    same = eken.Plan.loads(PLAN)
    a = bare.assess(2023, plan=same)
    assert any("不分县域类型" in text for text in texts(a.plot.tiers()))


PLAN = """
id = "county"
title = { zh = "这是一个名称很长很长的县级方案，用来看看很长很长的名称会不会被截断，会不会和别的文字叠在一起", en = "a county plan" }
[[tier]]
id = "general_promotion"
label = { zh = "唯一的一类县", en = "the one tier" }
[[clause]]
id = "三首段1"
class = "computable"
[[target]]
id = "T1"
slug = "long"
title = { zh = "名称很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的目标", en = "long" }
clauses = ["三首段1"]
[[target.all]]
title = { zh = "品牌", en = "brands" }
measure = "brands"
level = "boutique_own"
at-least = { value = "1", unit = "item" }
"""


def test_a_long_title_is_wrapped_not_cut():
    bare = eken.read("examples/data/minimal.json")
    label = next(line for line in PLAN.splitlines() if "很长的目标" in line).split('"')[1]
    told = texts(bare.assess(2023, plan=eken.Plan.loads(PLAN)).plot.gaps())
    assert "…" not in "".join(told) and label in "".join(told)


HOSTILE = (
    """{"schema_version": 1, "as_of": "2023-12-31", "town": {"name": "</script><script>alert(1)</script>13900000000\\u202e"}}"""
)


def test_a_hostile_name_neither_ends_a_script_nor_shows_a_personal_number(tmp_path):
    a = eken.loads(HOSTILE).assess(2023)
    (tmp_path / "x.json").write_text(HOSTILE, encoding="utf-8")
    many = eken.assess_many([tmp_path / "x.json"], 2023)
    chart = many.plot.heatmap()
    eken.plot.save(chart, tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    # altair's own page escapes nothing, so that the chart itself must be harmless
    for told in (page, json.dumps(a.plot.tiers().to_dict(), ensure_ascii=False), chart.to_html()):
        for steers in ("<script>alert", "13900000000", "\u202e"):
            assert steers not in told, steers
    assert page.count("</script>") == 2
    assert "13900000000" not in str(rows(many.plot.heatmap_frame()))


def test_charts_hold_no_personal_data(outcome):
    d = outcome.dossier
    secrets = {t.name.reveal() for t in d.trainees if eken.known(t.name)} | {
        t.resident_id.reveal() for t in d.trainees if eken.known(t.resident_id)
    }
    told = json.dumps(
        [
            chart.to_dict()
            for chart in (outcome.plot.gaps(criteria=True), outcome.plot.progress(), outcome.plot.tiers(every=True))
        ],
        ensure_ascii=False,
    )
    assert len(secrets) > 100 and not any(secret in told for secret in secrets)


# files


def test_files_are_written_by_their_ending(outcome, tmp_path):
    chart = outcome.plot.tiers()
    for ending, begins in (("svg", b"<svg"), ("png", b"\x89PNG"), ("html", b"<!DOCTYPE html>"), ("json", b"{")):
        eken.plot.save(chart, tmp_path / f"x.{ending}", fonts=os.environ.get("EKEN_FONTS"))
        assert (tmp_path / f"x.{ending}").read_bytes().startswith(begins)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.html", "x.json", "x.png", "x.svg"]
    assert "Noto Sans CJK SC" in (tmp_path / "x.svg").read_text(encoding="utf-8") and "Microsoft YaHei" in eken.plot.FONTS
    with pytest.raises(eken.OptionError) as caught:
        eken.plot.save(chart, tmp_path / "x.pdf")
    assert ".svg" in caught.value.message
    with pytest.raises(eken.WriteError):
        eken.plot.save(chart, tmp_path / "none" / "x.svg")


def test_a_page_asks_nothing_of_the_net(outcome, tmp_path):
    eken.plot.save(outcome.plot.tiers(), tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    tags = re.findall(r"<(?:script|link|iframe|object|embed)\b[^>]*>", page)
    assert tags == ["<script>", "<script>"]
    assert "default-src 'none'" in page and "editor: false" in page and "cdn." not in page


# signs


def alone(folder, *arguments):
    """Runs in a process of its own whose only fonts are those of a folder, beside the Latin one that the renderer brings."""
    folder.mkdir(exist_ok=True)
    conf = folder.parent / f"{folder.name}.conf"
    conf.write_text(f'<?xml version="1.0"?><fontconfig><dir>{folder}</dir></fontconfig>', encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(conf), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, encoding="utf-8")


def test_every_sign_of_the_gallery_shows(root, tmp_path):
    import pathlib

    gallery = str(root / "eken-py/tests/gallery.py")
    fonts = os.environ.get("EKEN_FONTS")
    if fonts is None:
        done = subprocess.run(
            [sys.executable, gallery, str(tmp_path), "--check"], capture_output=True, text=True, encoding="utf-8"
        )
    else:
        done = alone(pathlib.Path(fonts), gallery, str(tmp_path), "--check")
    told = "install a font with Chinese, or name its folder in EKEN_FONTS (tests/python/run does)"
    assert done.returncode == 0, f"{done.stderr[-2000:]}\n{told}"
    assert len(list(tmp_path.glob("*.svg"))) == 14


def test_boxes_are_found_and_refused(outcome, tmp_path):
    eken.plot.save(outcome.plot.tiers(), tmp_path / "x.svg")
    script = (
        "import eken, sys, pathlib; from eken.plot.saving import unseen\n"
        "lacking = unseen(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))\n"
        "print(''.join(lacking))\n"
        "a = eken.read('examples/data/yuanqu-2023.json').assess(2023)\n"
        "try: eken.plot.save(a.plot.tiers(), sys.argv[2])\n"
        "except eken.OptionError as error: print(error)\n"
    )
    done = alone(tmp_path / "none", "-c", script, str(tmp_path / "x.svg"), str(tmp_path / "x.png"))
    assert done.returncode == 0, done.stderr
    lacking, said = done.stdout.split("\n", 1)
    assert "达" in lacking and "要" in lacking and not re.search("[ -~]", lacking)
    assert "call.font" in said and "fonts-noto-cjk" in said and not (tmp_path / "x.png").exists()


def test_without_the_extra_the_frames_are_there_and_charts_say_how_to_install_it():
    script = (
        "import sys; sys.modules.update(altair=None, vl_convert=None)\n"
        "import eken; a = eken.read('examples/data/yuanqu-2023.json').assess(2023)\n"
        "print(len(a.plot.gaps_frame()), len(a.plot.tiers_frame()) > 100, [m for m in sys.modules if m.startswith('altair.')])\n"
        "try: a.plot.gaps()\n"
        "except eken.OptionError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.startswith("44 True []") and "eken[plot]" in done.stdout and "altair" in done.stdout, (
        done.stdout + done.stderr
    )


def test_import_eken_imports_no_chart():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, eken; print([m for m in sys.modules if 'plot' in m or 'altair' in m]); eken.plot.save; eken.none",
        ],
        capture_output=True,
        text=True,
    )
    assert done.stdout == "[]\n" and "has no attribute 'none'" in done.stderr
