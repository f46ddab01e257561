"""Progress by month against the phases of the plan."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ..frames import Frame, frame_of
from ..values import Code
from .canvas import data, named, nothing, pick, plain, standing_line, titled
from .figure import Unit, figure, number, unit
from .gaps import bounds
from .library import alt
from .months import Month, months
from .phases import Phase, panel, phases
from .theme import Look, dressed, look

if TYPE_CHECKING:
    import altair

    from ..assessment import Assessment

WIDTH = 640
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


def span(a: Assessment) -> tuple[datetime.date, datetime.date]:
    """The days that the chart shows: the year, and the phases of the plan that touch it or follow it within two years."""
    first, last = datetime.date(a.year, 1, 1), datetime.date(a.year + 1, 1, 1)
    for phase in phases(a):
        if phase.until > datetime.date(a.year - 1, 1, 1) and phase.since < datetime.date(a.year + 2, 1, 1):
            first, last = min(first, phase.since.replace(month=1, day=1)), max(last, phase.until)
    return first, last


def figures(a: Assessment, series: str | None) -> list[Month]:
    """The months of the years shown."""
    first, last = span(a)
    return months(a, series, range(first.year, (last - datetime.timedelta(days=1)).year + 1))


class Asked(NamedTuple):
    """What is required of a series in a year by the binding indicators, or by the targets: the most that one asks."""

    series: str
    year: int
    kind: str
    floor: Decimal
    ids: tuple[str, ...]


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
            _name(month.series, lang),
            month.territory,
            month.month,
            month.amount,
            month.amount_filed,
            month.cumulative,
            month.cumulative_filed,
            month.before,
            month.provisional,
            month.conflict,
            asked.get((str(month.series), int(month.month[:4]), "indicator")),
            asked.get((str(month.series), int(month.month[:4]), "target")),
        )
        for month in figures(a, series)
    )
    return frame_of(("进度", "Progress"), COLUMNS, rows, made)


def chart(a: Assessment, series: str | None, lang: str, theme: str) -> altair.VConcatChart:
    """The chart."""
    look_, lib = look(theme), alt()
    held, planned = figures(a, series), phases(a)
    title = pick(lang, f"{named(a, lang)}：{a.year}年按月进度与实施阶段", f"{named(a, lang)}: progress by month against the phases, {a.year}")
    lines = [standing_line(a, lang)]
    if not held and not planned:
        why = pick(lang, "档案没有按月的统计数据，方案也没有实施阶段", "the dossier has no monthly statistics, and the plan no phases")
        made: altair.VConcatChart = nothing(titled(title, *lines), why, look_)
        return made
    days = span(a)
    codes = list(dict.fromkeys(str(month.series) for month in held))
    panels = [_panel(a, [month for month in held if month.series == code], days, planned, lang, look_) for code in codes]
    if not held:
        lines.append(pick(lang, "档案没有按月的统计数据，只画实施阶段。", "the dossier has no monthly statistics; the phases only"))
    if planned:
        panels.append(panel(a, days, lang, look_, WIDTH))
    whole = lib.vconcat(*panels).properties(title=titled(title, *lines)).resolve_scale(color="independent", shape="independent")
    done: altair.VConcatChart = dressed(whole, look_)
    return done


def _name(series: Code, lang: str) -> str:
    return series.zh if lang == "zh" else series.en


def moment(day: datetime.date) -> int:
    """A day as Vega counts it, the same in every time zone: milliseconds since 1970."""
    return (day - datetime.date(1970, 1, 1)).days * 86_400_000


def month_axis(days: tuple[datetime.date, datetime.date], lang: str) -> Any:
    """The axis of months."""
    lib = alt()
    count = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month
    step = 1 if count <= 18 else 3
    starts = [datetime.date(days[0].year + month // 12, month % 12 + 1, 1) for month in range(0, count, step)]
    month, year = pick(lang, "utcFormat(datum.value,'%-m月')", "utcFormat(datum.value,'%b')"), pick(lang, "'%Y年'", "'%Y'")
    axis = lib.Axis(
        title=None,
        values=[moment(day) for day in starts],
        labelExpr=f"utcmonth(datum.value)==0 ? [{month},utcFormat(datum.value,{year})] : {month}",
        labelAlign="left",
        labelOffset=3,
        grid=True,
        gridOpacity=0.5,
    )
    return axis, lib.Scale(domain=[moment(days[0]), moment(days[1])], nice=False)


def _panel(a: Assessment, held: list[Month], days: tuple[datetime.date, datetime.date], planned: list[Phase], lang: str, look: Look) -> Any:
    lib = alt()
    asked = _joined([each for each in required(a) if each.series == held[0].series])
    ends = [value for month in held for value in (month.amount, month.cumulative, month.before) if value is not None]
    of = unit("yuan", max([*(each.floor for each in asked), *ends], key=abs, default=Decimal(0)), lang)
    words = [pick(lang, zh, en) for zh, en in (("本年累计", "since January"), ("上年同期累计", "since January, year before"), ("当月", "month alone"))]
    axis, scale = month_axis(days, lang)
    rows = [value for month in held for value in _values(month, of, words, lang)]
    name = _name(held[0].series, lang)
    top = max([float(value.scaleb(-of.of.adjusted())) for value in (*ends, *(each.floor for each in asked))], default=1.0)
    y_scale = lib.Scale(domain=[min(0.0, *(row["value"] for row in rows if row["value"] is not None)), top * 1.08], nice=False)
    title = f"{name}（{of.word}）" if lang == "zh" else f"{name}, {of.word}"
    x = lib.X("at:Q", scale=scale, axis=axis)
    y = lib.Y("value:Q", scale=y_scale, title=title, axis=lib.Axis(gridOpacity=0.5, domain=False, tickCount=6))
    base = lib.Chart(data(rows))
    bands = _bands(planned, days, look, scale, axis)
    tip = _tooltip(lang, of)
    bar = base.transform_filter(_is(words[2])).mark_bar(opacity=0.4, color=look.accent).encode(
        x=lib.X("from:Q", scale=scale, axis=axis), x2="till:Q", y=y, y2=lib.datum(0), tooltip=tip
    )
    old = base.transform_filter(_is(words[1])).mark_line(clip=True, strokeDash=[5, 4], strokeWidth=1.5, color=look.dim).encode(x=x, y=y, detail="run:N")
    new = base.transform_filter(_is(words[0])).mark_line(strokeWidth=2.4, color=look.accent).encode(x=x, y=y, detail="run:N")
    dots = base.transform_filter(_is(words[0])).mark_point(size=46, strokeWidth=2, opacity=1, stroke=look.accent).encode(
        x=x, y=y, fill=lib.Fill("provisional:N", scale=lib.Scale(domain=[False, True], range=[look.accent, look.ground]), legend=None), tooltip=tip
    )
    clash = base.transform_filter("datum.conflict").mark_text(text="!", fontSize=16, fontWeight="bold", color=look.verdicts["conflict"]).encode(
        x=x, y=lib.value(8), tooltip=tip
    )
    layers = [*bands, bar, old, new, dots, clash, *_asked(asked, days, of, name, lang, look, scale, y_scale), *_ends(rows, words, look, scale, y_scale, top)]
    return lib.layer(*layers).resolve_scale(fill="independent").properties(width=WIDTH, height=300, title=_head(held, name, lang, look))


def _is(word: str) -> str:
    import json

    return f"datum.what=={json.dumps(word, ensure_ascii=False)} && isValid(datum.value)"


def _values(month: Month, of: Unit, words: list[str], lang: str) -> list[dict[str, Any]]:
    first = datetime.date.fromisoformat(f"{month.month}-01")
    after = (first + datetime.timedelta(days=32)).replace(day=1)
    shared = {
        "month": month.month,
        "at": moment(first + (after - first) / 2),
        "from": moment(first + datetime.timedelta(days=4)),
        "till": moment(after - datetime.timedelta(days=4)),
        "provisional": month.provisional,
        "conflict": month.conflict,
        "run": first.year,
    }
    told = zip(words, (month.cumulative, month.before, month.amount), strict=True)
    return [
        {**shared, "what": word, "value": None if value is None else float(value.scaleb(-of.of.adjusted())), "said": "" if value is None else figure(value, of)}
        for word, value in told
    ]


def _bands(planned: list[Phase], days: tuple[datetime.date, datetime.date], look: Look, scale: Any, axis: Any) -> list[Any]:
    lib = alt()
    rows = [{"from": moment(max(phase.since, days[0])), "till": moment(min(phase.until, days[1])), "name": phase.label} for phase in planned]
    if not rows:
        return []
    x = lib.X("from:Q", scale=scale, axis=axis)
    return [lib.Chart(data(rows)).mark_rect(color=look.band, opacity=0.75, stroke=look.line, strokeWidth=0.6).encode(x=x, x2="till:Q")]


def _head(held: list[Month], name: str, lang: str, look: Look) -> Any:
    how = [pick(lang, "柱为当月，实线为本年累计，虚线为上年同期累计", "bars: the month alone; line: since January; dashed: since January of the year before")]
    if any(month.provisional for month in held):
        how.append(pick(lang, "空心点含初步数", "hollow points hold provisional figures"))
    if any(month.amount_filed is False for month in held):
        how.append(pick(lang, "当月数由累计数相减得出", "the month alone follows from the sums since January"))
    if any(month.conflict for month in held):
        how.append(pick(lang, "！处几份记录不一致，未取", "! marks months whose records disagree; none is taken"))
    return alt().TitleParams(text=name, subtitle=pick(lang, "；", "; ").join(how), fontSize=13, subtitleFontSize=11, color=look.ink, offset=10)


def _joined(asked: list[Asked]) -> list[Asked]:
    """One line for what indicators and targets ask alike."""
    out: list[Asked] = []
    for each in asked:
        same = next((n for n, held in enumerate(out) if (held.year, held.floor) == (each.year, each.floor)), None)
        if same is None:
            out.append(each)
        else:
            out[same] = out[same]._replace(ids=(*out[same].ids, *each.ids))
    return out


def _asked(asked: list[Asked], days: tuple[datetime.date, datetime.date], of: Unit, name: str, lang: str, look: Look, scale: Any, y_scale: Any) -> list[Any]:
    lib = alt()
    rows = [
        {
            "from": moment(max(datetime.date(each.year, 1, 1), days[0])),
            "till": moment(min(datetime.date(each.year + 1, 1, 1), days[1])),
            "value": float(each.floor.scaleb(-of.of.adjusted())),
            "said": pick(
                lang,
                f"{each.year}年要求 ≥ {figure(each.floor, of)}（{'、'.join(each.ids)}）",
                f"required in {each.year}: ≥ {figure(each.floor, of)} ({', '.join(each.ids)})",
            ),
        }
        for each in asked
    ]
    if not rows:
        return []
    base = lib.Chart(data(rows))
    y = lib.Y("value:Q", scale=y_scale)
    line = base.mark_rule(color=look.verdicts["not_met"], strokeWidth=1.6, strokeDash=[8, 3]).encode(x=lib.X("from:Q", scale=scale), x2="till:Q", y=y)
    text = base.mark_text(align="left", baseline="bottom", dx=4, dy=-3, fill=look.verdicts["not_met"]).encode(x=lib.X("from:Q", scale=scale), y=y, text="said:N")
    return [line, text]


def _ends(rows: list[dict[str, Any]], words: list[str], look: Look, scale: Any, y_scale: Any, top: float) -> list[Any]:
    """What each line is, written at its end."""
    lib = alt()
    ends = {}
    for row in rows:
        if row["value"] is not None and row["what"] != words[2]:
            ends[row["what"], row["run"]] = row
    if not ends:
        return []
    told = []
    for (what, run), row in ends.items():
        other = next((each for (name, year), each in ends.items() if year == run and name != what), None)
        # two that end near each other are moved apart
        near = other is not None and abs(other["value"] - row["value"]) < top * 0.055
        lower = other is not None and (row["value"], what) < (other["value"], other["what"])
        told.append({**row, "label": f"{what} {row['said']}", "dy": 0 if not near else 8 if lower else -8})
    inks = lib.Scale(domain=words[:2], range=[look.accent, look.dim])
    x, y, fill = lib.X("at:Q", scale=scale), lib.Y("value:Q", scale=y_scale), lib.Fill("what:N", scale=inks, legend=None)
    base = lib.Chart(data(told)).mark_text(align="left", baseline="middle", dx=9, dy=lib.expr("datum.dy"), fontSize=12)
    return [base.encode(x=x, y=y, text="label:N", fill=fill)]


def _tooltip(lang: str, of: Unit) -> list[Any]:
    lib = alt()
    shown = (("month", "月份", "month"), ("what", "口径", "what"), ("said", "数额", "amount"), ("provisional", "初步数", "provisional"))
    return [lib.Tooltip(f"{field}:N", title=pick(lang, zh, en)) for field, zh, en in shown]
