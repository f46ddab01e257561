"""Progress by month against the phases of the plan."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ..frames import Frame, frame_of
from .canvas import named, nothing, pick, standing_line, titled
from .gaps import bounds
from .library import alt
from .monthly import panel
from .months import Month, months
from .phases import panel as phase_panel
from .phases import phases
from .theme import dressed, look

if TYPE_CHECKING:
    import altair

    from ..assessment import Assessment

COLUMNS = (
    ("series", "code"),
    ("series_name", "text"),
    ("territory", "code"),
    ("month", "text"),
    ("amount", "decimal"),
    ("amount_filed", "flag"),
    ("cumulative", "decimal"),
    ("cumulative_filed", "flag"),
    ("cumulative_year_before", "decimal"),
    ("provisional", "flag"),
    ("conflict", "flag"),
    ("required_by_indicators", "decimal"),
    ("required_by_targets", "decimal"),
)


class Asked(NamedTuple):
    """What is required of a series in a year by the binding indicators, or by the targets: the most that one asks."""

    series: str
    year: int
    kind: str
    floor: Decimal
    ids: tuple[str, ...]


def span(a: Assessment) -> tuple[datetime.date, datetime.date]:
    """The days that the chart shows: the year, and the phases of the plan that end in the year before or later and begin within two
    years."""
    first, last = datetime.date(a.year, 1, 1), datetime.date(a.year + 1, 1, 1)
    for phase in phases(a):
        if phase.until > datetime.date(a.year - 1, 1, 1) and phase.since < datetime.date(a.year + 3, 1, 1):
            first, last = min(first, phase.since.replace(month=1, day=1)), max(last, phase.until)
    return first, last


def figures(a: Assessment, series: str | None) -> list[Month]:
    """The months of the years shown."""
    first, last = span(a)
    return months(a, series, range(first.year, (last - datetime.timedelta(days=1)).year + 1))


def required(a: Assessment) -> list[Asked]:
    """What is required of each series."""
    out: dict[tuple[str, int, str], Asked] = {}
    for kind, standings in (("indicator", a.indicators), ("target", a.targets)):
        for standing in standings:
            for leaf in standing.leaves():
                floor, year = bounds(leaf)[0], leaf.year
                if leaf.measure != "statistic" or floor is None or year is None:
                    continue
                key = str(leaf.params.get("series")), year, kind
                held = out.get(key)
                if held is None or floor > held.floor:
                    out[key] = Asked(*key, floor, (standing.id,))
                elif floor == held.floor and standing.id not in held.ids:
                    out[key] = held._replace(ids=(*held.ids, standing.id))
    return list(out.values())


def frame(a: Assessment, series: str | None, lang: str, made: tuple[Any, ...]) -> Frame:
    """The months as a table."""
    asked = {(each.series, each.year, each.kind): each.floor for each in required(a)}
    rows = (
        (
            month.series,
            month.series.label(lang),
            month.territory,
            month.month,
            month.amount,
            month.amount_filed,
            month.cumulative,
            month.cumulative_filed,
            month.before,
            month.provisional,
            month.conflict,
            asked.get((str(month.series), month.year, "indicator")),
            asked.get((str(month.series), month.year, "target")),
        )
        for month in figures(a, series)
    )
    return frame_of(("进度", "Progress"), COLUMNS, rows, made)


def chart(a: Assessment, series: str | None, lang: str, theme: str) -> altair.VConcatChart:
    """The chart."""
    look_, lib = look(theme), alt()
    held, planned = figures(a, series), phases(a)
    zh, en = (
        f"{named(a, lang)}：{a.year}年按月进度与实施阶段",
        f"{named(a, lang)}: progress by month against the phases, {a.year}",
    )
    title, basis = pick(lang, zh, en), standing_line(a, lang)
    if not held and not planned:
        why = pick(
            lang, "档案没有按月的统计数据，方案也没有实施阶段", "the dossier has no monthly statistics, and the plan no phases"
        )
        empty: altair.VConcatChart = nothing(titled(title, basis), why, look_)
        return empty
    days, asked = span(a), required(a)
    panels = [
        panel(
            [month for month in held if month.series == code],
            [each for each in asked if each.series == code],
            days,
            planned,
            lang,
            look_,
        )
        for code in dict.fromkeys(month.series for month in held)
    ]
    none = (
        ""
        if held
        else pick(lang, "档案没有按月的统计数据，只画实施阶段。", "the dossier has no monthly statistics: the phases only")
    )
    if planned:
        panels.append(phase_panel(a, days, lang, look_))
    whole = lib.vconcat(*panels).properties(title=titled(title, basis, none))
    made: altair.VConcatChart = dressed(whole.resolve_scale(color="independent", shape="independent"), look_)
    return made
