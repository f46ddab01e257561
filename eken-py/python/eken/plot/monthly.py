"""One series month by month: bars for the months alone, a line for the sum since January, the year before, what is required."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .canvas import data, pick
from .figure import Unit, figure, unit
from .library import alt
from .theme import Look
from .timeline import WIDTH, moment, month_axis

if TYPE_CHECKING:
    from .months import Month
    from .phases import Phase
    from .progress import Asked

_HEIGHT = 300
# how near two texts may stand, as a share of the height
_NEAR = 0.06


def panel(
    held: list[Month], asked: list[Asked], days: tuple[datetime.date, datetime.date], planned: list[Phase], lang: str, look: Look
) -> Any:
    """The chart of one series."""
    lib = alt()
    series = held[0].series.label(lang)
    asked = _joined(asked)
    ends = [value for month in held for value in (month.amount, month.cumulative, month.before) if value is not None]
    ends.extend(each.floor for each in asked)
    of = unit("yuan", max(ends, key=abs, default=Decimal(0)), lang)
    top, bottom = max([*map(of.scaled, ends), 0.0]), min([*map(of.scaled, ends), 0.0])
    axis, scale = month_axis(days, lang)
    x = lib.X("at:Q", scale=scale, axis=axis)
    y = lib.Y(
        "value:Q",
        scale=lib.Scale(domain=[bottom, (top or 1.0) * 1.08], nice=False),
        title=pick(lang, f"{series}（{of.word}）", f"{series}, {of.word}"),
        axis=lib.Axis(gridOpacity=0.5, domain=False, tickCount=6),
    )
    rows = [value for month in held for value in _values(month, of, lang)]
    base = lib.Chart(data(rows)).encode(x=x, tooltip=_tooltip(lang))
    alone, since, before = (
        base.transform_filter(f"datum.what=='{what}' && isValid(datum.value)") for what in ("amount", "cumulative", "before")
    )
    fill = lib.Fill("provisional:N", scale=lib.Scale(domain=[False, True], range=[look.accent, look.ground]), legend=None)
    clash = base.transform_filter("datum.conflict && datum.what=='amount'")
    layers = [
        *_bands(planned, days, look, scale, axis),
        alone.mark_bar(opacity=0.4, color=look.accent).encode(
            x=lib.X("from:Q", scale=scale, axis=axis), x2="till:Q", y=y, y2=lib.datum(0)
        ),
        before.mark_line(clip=True, strokeDash=[5, 4], strokeWidth=1.5, color=look.dim).encode(y=y, detail="run:N"),
        since.mark_line(clip=True, strokeWidth=2.4, color=look.accent).encode(y=y, detail="run:N"),
        since.mark_point(size=46, strokeWidth=2, opacity=1, stroke=look.accent).encode(y=y, fill=fill),
        clash.mark_text(text="!", fontSize=16, fontWeight="bold", fill=look.verdicts["conflict"]).encode(
            y=lib.value(_HEIGHT - 12)
        ),
    ]
    named = _ends(held, of, lang, top)
    layers.extend(_asked(asked, named, days, of, lang, look, scale, y, top))
    if named:
        text = lib.Chart(data(named)).mark_text(align="left", baseline="middle", dx=9, dy=lib.expr("datum.dy"))
        ink = lib.Scale(domain=["cumulative", "before"], range=[look.accent, look.dim])
        layers.append(text.encode(x=x, y=y, text="label:N", fill=lib.Fill("what:N", scale=ink, legend=None)))
    chart = lib.layer(*layers).resolve_scale(fill="independent")
    return chart.properties(width=WIDTH, height=_HEIGHT, title=_head(held, series, lang, look))


def _joined(asked: list[Asked]) -> list[Asked]:
    """One line for what indicators and targets ask alike."""
    out: dict[tuple[int, Decimal], Asked] = {}
    for each in asked:
        held = out.get((each.year, each.floor))
        out[each.year, each.floor] = each if held is None else held._replace(ids=(*held.ids, *each.ids))
    return list(out.values())


def _values(month: Month, of: Unit, lang: str) -> list[dict[str, Any]]:
    first = datetime.date.fromisoformat(f"{month.month}-01")
    after = (first + datetime.timedelta(days=32)).replace(day=1)
    shared = {
        "month": month.month,
        "at": moment(first + (after - first) / 2),
        "from": moment(first + datetime.timedelta(days=4)),
        "till": moment(after - datetime.timedelta(days=4)),
        "provisional": month.provisional,
        "conflict": month.conflict,
        "run": month.year,
    }
    told = (
        ("amount", month.amount, pick(lang, "当月", "month alone")),
        ("cumulative", month.cumulative, pick(lang, "本年累计", "since January")),
        ("before", month.before, pick(lang, "上年同期累计", "since January of the year before")),
    )
    return [
        {
            **shared,
            "what": what,
            "word": word,
            "yuan": None if value is None else float(value),
            "value": None if value is None else of.scaled(value),
            "said": "" if value is None else figure(value, of),
        }
        for what, value, word in told
    ]


def _tooltip(lang: str) -> list[Any]:
    shown = (
        ("month", "月份", "month"),
        ("word", "口径", "what"),
        ("said", "数额", "amount"),
        ("provisional", "含初步数", "provisional"),
    )
    return [alt().Tooltip(f"{field}:N", title=pick(lang, zh, en)) for field, zh, en in shown]


def _bands(planned: list[Phase], days: tuple[datetime.date, datetime.date], look: Look, scale: Any, axis: Any) -> list[Any]:
    lib = alt()
    rows = [{"from": moment(max(phase.since, days[0])), "till": moment(min(phase.until, days[1]))} for phase in planned]
    rows = [row for row in rows if row["from"] < row["till"]]
    if not rows:
        return []
    band = lib.Chart(data(rows)).mark_rect(color=look.band, opacity=0.75, stroke=look.line, strokeWidth=0.6)
    return [band.encode(x=lib.X("from:Q", scale=scale, axis=axis), x2="till:Q")]


def _ends(held: list[Month], of: Unit, lang: str, top: float) -> list[dict[str, Any]]:
    """What each line is, written at its end; two that end near each other are moved apart."""
    ends: dict[tuple[str, int], tuple[Month, Decimal]] = {}
    for month in held:
        for what, value in (("cumulative", month.cumulative), ("before", month.before)):
            if value is not None:
                ends[what, month.year] = month, value
    # the line of the year before is that of the year itself, where that is shown
    ends = {
        (what, year): end for (what, year), end in ends.items() if what == "cumulative" or ("cumulative", year - 1) not in ends
    }
    out = []
    for (what, year), (month, value) in ends.items():
        other = ends.get(("before" if what == "cumulative" else "cumulative", year))
        near = other is not None and abs(of.scaled(value) - of.scaled(other[1])) < top * _NEAR
        below = near and other is not None and (value, what) < (other[1], "cumulative" if what == "before" else "before")
        row = next(row for row in _values(month, of, lang) if row["what"] == what)
        told = year if what == "cumulative" else year - 1
        label = pick(lang, f"{told}年累计 {row['said']}", f"{told} since January: {row['said']}")
        out.append({**row, "label": label, "dy": 0 if not near else 8 if below else -8})
    return out


def _asked(
    asked: list[Asked],
    named: list[dict[str, Any]],
    days: tuple[datetime.date, datetime.date],
    of: Unit,
    lang: str,
    look: Look,
    scale: Any,
    y: Any,
    top: float,
) -> list[Any]:
    """A line for what is required of a year, named above it, or below it where another name stands there."""
    lib = alt()
    rows = []
    for each in asked:
        floor = of.scaled(each.floor)
        crowded = any(
            end["run"] == each.year - 1 and -_NEAR / 2 < (end["value"] - floor) / (top or 1.0) < 1.5 * _NEAR for end in named
        )
        zh = f"{each.year}年要求 ≥ {figure(each.floor, of)}（{'、'.join(each.ids)}）"
        en = f"required in {each.year}: ≥ {figure(each.floor, of)} ({', '.join(each.ids)})"
        rows.append(
            {
                "from": moment(max(datetime.date(each.year, 1, 1), days[0])),
                "till": moment(min(datetime.date(each.year + 1, 1, 1), days[1])),
                "value": floor,
                "yuan_required": float(each.floor),
                "said": pick(lang, zh, en),
                "dy": 10 if crowded else -10,
            }
        )
    if not rows:
        return []
    ink = look.verdicts["not_met"]
    base = lib.Chart(data(rows)).encode(x=lib.X("from:Q", scale=scale), y=y)
    rule = base.mark_rule(color=ink, strokeWidth=1.6, strokeDash=[8, 3]).encode(x2="till:Q")
    text = base.mark_text(align="left", baseline="middle", dx=4, dy=lib.expr("datum.dy"), fill=ink).encode(text="said:N")
    return [rule, text]


def _head(held: list[Month], series: str, lang: str, look: Look) -> Any:
    bars = (
        "柱为当月，实线为本年累计，虚线为上年同期累计",
        "bars: the month alone; line: since January; dashed: since January of the year before",
    )
    how = [pick(lang, *bars)]
    if any(month.provisional for month in held):
        how.append(pick(lang, "空心点含初步数", "hollow points hold provisional figures"))
    if any(month.amount_filed is False for month in held):
        how.append(pick(lang, "没有当月数的由累计数相减", "where no month is on file, what follows from the sums since January"))
    if any(month.conflict for month in held):
        how.append(pick(lang, "“!”处几份记录不一致，未取", "“!” marks months whose records disagree; none is taken"))
    subtitle = pick(lang, "；", "; ").join(how)
    return alt().TitleParams(text=series, subtitle=subtitle, fontSize=13, subtitleFontSize=11, color=look.ink, offset=10)
