"""Charts: their data are the frames', their text shows, nothing comes from the net, and what cannot be drawn is said."""

import datetime
import json
import math
import os
import pickle
import subprocess
import sys
from decimal import Decimal

import eken
import polars
import pytest

altair = pytest.importorskip("altair") if os.environ.get("EKEN_NO_PLOT") else __import__("altair")


def datasets(chart):
    return [rows for rows in chart.to_dict()["datasets"].values()]


def rows_with(chart, *fields):
    return [row for rows in datasets(chart) for row in rows if all(field in row for field in fields)]


@pytest.fixture(scope="module")
def province():
    return eken.assess_many(["examples/data/yuanqu-2023.json", "examples/data/tier-general-promotion.json", "examples/data/broken/01-truncated.json"], 2023)


@pytest.mark.parametrize("criteria", [False, True])
def test_bars_of_gaps_are_the_rows_of_the_frame(outcome, criteria):
    table = outcome.plot.gaps_frame(criteria=criteria).to_polars()
    drawn = rows_with(outcome.plot.gaps(criteria=criteria), "share", "word")
    assert len(drawn) == len(table) == (len(outcome) if not criteria else sum(1 for each in outcome.values() for _ in each.leaves()))
    for row, bar in zip(table.iter_rows(named=True), drawn, strict=True):
        assert (bar["id"], bar["title"], bar["criterion"], bar["verdict"]) == (row["id"], row["title"], row["criterion"] or "", row["verdict"])
        assert bar["word"] == outcome[row["id"]].verdict.zh or criteria
        for exact, near in (("gap", "gap"), ("share_least", "share"), ("share_most", "share_most")):
            assert (row[exact] is None) == (bar[near] is None)
            assert row[exact] is None or float(row[exact]) == bar[near]


def test_shares_have_the_sign_of_the_verdict_and_are_exact(outcome):
    table = {row["id"]: row for row in outcome.plot.gaps_frame().to_polars().iter_rows(named=True)}
    assert (table["13"]["share_least"], table["16"]["share_least"], table["17"]["share_least"]) == (-20, -4, Decimal("-2.8"))
    assert table["16"]["gap"] == 12 and table["2"]["share_least"] == 0 and table["26"]["share_least"] == Decimal("19.5500")
    for leaf in outcome.plot.gaps_frame(criteria=True).to_polars().iter_rows(named=True):
        if leaf["share_least"] is not None and leaf["verdict"] in ("met", "not_met"):
            assert (leaf["share_least"] < 0) == (leaf["verdict"] == "not_met"), leaf["id"]


def test_a_shortfall_however_small_is_never_rounded_away():
    from eken.plot.figure import percent, share

    assert share(Decimal("-0.0000001"), Decimal(500)) == Decimal("-0.0001") and percent(Decimal("-0.0001")) == "0.1%"
    assert share(Decimal(0), Decimal(500)) == 0 and share(Decimal(1), Decimal(0)) is None
    assert share(Decimal("0.0000001"), Decimal(500)) == 0
