"""What a notebook shows: well-formed, escaped, without script, the verdict by mark and word."""

from xml.etree import ElementTree

import eken
import pytest

HOSTILE = """{"schema_version": 1, "as_of": "2023-12-31", "town": {"id": "T", "name": "<b onclick=\\"x\\">13900000000</b>\\u202e"},
 "facilities": {"items": [{"id": "F1", "name": "</td><script>alert(1)</script>", "floor_area": {"missing": "withheld"}}, 4]},
 "entities": {"items": [{"id": "<E1>", "code": "91140827MA0EKEN03Y"}]}}"""


def shown(lang):
    eken.options.lang = lang
    d = eken.loads(HOSTILE, name="<x>.json")
    many = eken.assess_many(["examples/data/yuanqu-2023.json", "none<i>.json"], 2023)
    return [d, d.facilities, d.entities, d.brands, d.check(), d.check().errors, d.assess(2023), d.assess(2023).plan, eken.Plan("shanxi-2022"), many]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_html_is_well_formed_escaped_and_without_script(lang):
    for each in shown(lang):
        html = each._repr_html_()
        tree = ElementTree.fromstring(html.replace("<br>", "<br/>"))
        assert tree.get("lang") == lang
        for steers in ("<script", "<b ", "onclick=\"", "\u202e", "13900000000", "<E1>", "http", "url("):
            assert steers not in html, (each, steers)
        assert not any(name.startswith("on") for node in tree.iter() for name in node.attrib)


def test_verdicts_stand_by_mark_and_word_in_both_languages(outcome):
    zh = outcome._repr_html_()
    for standing in outcome.values():
        assert standing.mark in zh and standing.verdict.zh in zh
    eken.options.lang = "en"
    en = outcome._repr_html_()
    assert "met" in en and "达到" not in en and zh != en


def test_a_long_table_says_how_many_rows_are_not_shown():
    items = ",".join(f'{{"id": "B{n}", "zz": 1}}' for n in range(100))
    d = eken.loads(f'{{"schema_version": 1, "brands": {{"items": [{items}]}}}}')
    assert "另有40行未列出" in d.brands._repr_html_()
    assert f"另有{len(d.check()) - 60}行未列出" in d.check()._repr_html_()


def test_options_are_checked():
    for wrong in ("fr", None, 5):
        with pytest.raises(eken.OptionError):
            eken.options.lang = wrong if wrong is not None else "none"
    with pytest.raises(eken.OptionError):
        eken.options.rows = 0


def test_every_unit_has_its_words():
    from eken.units import UNITS

    a = eken.read("examples/data/yuanqu-2023.json").assess(2023)
    used = {leaf.unit for standing in a.values() for leaf in standing.leaves() if leaf.unit}
    assert {"yuan", "m2", "person-time"} <= used <= set(UNITS), used - set(UNITS)
