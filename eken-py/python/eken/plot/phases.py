"""The phases of the plan and how they went."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from ..frames import Frame, frame_of
from ..values import Code, Items, Period
from .canvas import data, pick, plain
from .library import alt
from .theme import Look, inks, shapes, worded
from .timeline import WIDTH, moment, month_axis

if TYPE_CHECKING:
    from ..assessment import Assessment

COLUMNS = (
    ("phase", "code"),
    ("phase_name", "text"),
    ("what", "code"),
    ("milestone", "text"),
    ("from", "text"),
    ("until", "text"),
    ("verdict", "code"),
)
_ROW = 34


class Milestone(NamedTuple):
    """A milestone: when it was done, or is due."""

    label: Code
    done: tuple[datetime.date, datetime.date] | None
    due: tuple[datetime.date, datetime.date] | None


class Phase(NamedTuple):
    """A phase: its months by the plan, and its days as they went."""

    id: str
    zh: str
    en: str
    since: datetime.date
    """First day by the plan."""
    until: datetime.date
    """The day after its last by the plan."""
    started: datetime.date | None
    ended: datetime.date | None
    """The day after its last, as it went."""
    milestones: tuple[Milestone, ...]
    dates: str | None
    """Verdict on its dates."""
    work: str | None
    """Verdict on its milestones."""

    @property
    def label(self) -> str:
        """Its name in Chinese."""
        return self.zh


def phases(a: Assessment) -> list[Phase]:
    """The phases of the plan, in order."""
    verdicts: dict[tuple[str, str], str] = {}
    for standing in a.values():
        for leaf in standing.leaves():
            if leaf.measure in ("phase-dates", "phase-milestones"):
                verdicts.setdefault((leaf.measure, str(leaf.params.get("phase"))), str(leaf.verdict))
    went = {str(record.phase): record for record in a.dossier.phases if isinstance(record.phase, Code)}
    out: list[Phase] = []
    for each in a.plan.to_dict().get("phase", ()):
        record = went.get(each["id"])
        started, ended = (None, None) if record is None else (_days(record.started), _days(record.ended))
        filed = None if record is None else record.milestones
        milestones = tuple(m for m in map(_milestone, filed) if m is not None) if isinstance(filed, Items) else ()
        out.append(
            Phase(
                each["id"],
                plain(each["label"]["zh"]),
                plain(each["label"]["en"]),
                Period(each["from"]).first,
                Period(each["until"]).last + datetime.timedelta(days=1),
                None if started is None else started[0],
                None if ended is None else ended[1],
                milestones,
                verdicts.get(("phase-dates", each["id"])),
                verdicts.get(("phase-milestones", each["id"])),
            )
        )
    return out


def _milestone(record: Any) -> Milestone | None:
    kind = getattr(record, "kind", None)
    return Milestone(kind, _days(record.done), _days(record.due)) if isinstance(kind, Code) else None


def _days(value: Any) -> tuple[datetime.date, datetime.date] | None:
    """First day, and the day after the last."""
    if isinstance(value, Period):
        return value.first, value.last + datetime.timedelta(days=1)
    return (value, value + datetime.timedelta(days=1)) if isinstance(value, datetime.date) else None


def frame(a: Assessment, lang: str, made: tuple[Any, ...]) -> Frame:
    """Phases and milestones as a table: ``planned`` months, ``went`` days, ``done`` and ``due`` of milestones; ends are last days."""
    return frame_of(("实施阶段", "Phases"), COLUMNS, _rows(a, lang), made)


def _rows(a: Assessment, lang: str) -> list[tuple[str | None, ...]]:
    out: list[tuple[str | None, ...]] = []
    for phase in phases(a):
        name = phase.zh if lang == "zh" else phase.en
        out.append((phase.id, name, "planned", None, phase.since.isoformat(), _last(phase.until), None))
        out.append(
            (
                phase.id,
                name,
                "went",
                None,
                None if phase.started is None else phase.started.isoformat(),
                _last(phase.ended),
                phase.dates,
            )
        )
        for milestone in phase.milestones:
            label = milestone.label.zh if lang == "zh" else milestone.label.en
            for what, days in (("done", milestone.done), ("due", milestone.due)):
                if days is not None:
                    out.append((phase.id, name, what, label, days[0].isoformat(), _last(days[1]), phase.work))
    return out


def _last(after: datetime.date | None) -> str | None:
    return None if after is None else (after - datetime.timedelta(days=1)).isoformat()


def panel(a: Assessment, days: tuple[datetime.date, datetime.date], lang: str, look: Look) -> Any:
    """The phases as bars: the months of the plan pale, the days as they went over them, milestones as marks."""
    lib = alt()
    held = phases(a)
    axis, scale = month_axis(days, lang)
    x = lib.X("from:Q", scale=scale, axis=axis)
    names = [phase.zh if lang == "zh" else phase.en for phase in held]
    y = lib.Y("phase:N", sort=[phase.id for phase in held], title=None, axis=_names(held, names))
    counted = min(max(a.as_of + datetime.timedelta(days=1), days[0]), days[1])
    planned = [
        {"phase": each.id, "from": moment(max(each.since, days[0])), "till": moment(min(each.until, days[1]))} for each in held
    ]
    went = [
        {
            "phase": each.id,
            "from": moment(max(each.started, days[0])),
            "till": moment(min(each.ended or max(counted, each.started), days[1])),
            "running": each.ended is None,
            "said": f"{each.started} – {_last(each.ended) or '…'}",
        }
        for each in held
        if each.started is not None and each.started < days[1]
    ]
    layers = [lib.Chart(data(planned)).mark_bar(height=24, color=look.line, cornerRadius=2).encode(x=x, x2="till:Q", y=y)]
    if went:
        tip = lib.Tooltip("said:N", title=pick(lang, "起止", "from, to"))
        base = lib.Chart(data(went)).encode(x=x, x2="till:Q", y=y, tooltip=tip)
        for running, opacity in ((False, 1.0), (True, 0.45)):
            bar = base.mark_bar(height=9, color=look.accent, cornerRadius=2, opacity=opacity)
            layers.append(bar.transform_filter(f"datum.running=={str(running).lower()}"))
    if marks := _marks(held, days, lang):
        base = lib.Chart(data(marks)).encode(
            x=lib.X("at:Q", scale=scale, axis=axis), y=y, tooltip=[lib.Tooltip("label:N"), lib.Tooltip("day:N")]
        )
        for done, fill in ((True, look.ink), (False, look.ground)):
            mark = base.mark_point(shape="diamond", size=64, strokeWidth=2, opacity=1, stroke=look.ink, fill=fill)
            layers.append(mark.transform_filter(f"datum.done=={str(done).lower()}"))
    layers.extend(_today(a, days, lang, look, scale))
    layers.extend(_told(held, y, lang, look))
    head = lib.TitleParams(
        text=pick(lang, "实施阶段", "Phases"),
        subtitle=pick(
            lang,
            "浅色为方案规定的月份，深色为实际起止；实心菱形是已完成的任务，空心的待完成",
            "pale: the months of the plan; dark: as it went; full diamonds: milestones done, hollow ones: still to be done",
        ),
        fontSize=13,
        subtitleFontSize=11,
        color=look.ink,
        offset=10,
    )
    return lib.layer(*layers).properties(width=WIDTH, height=_ROW * len(held), title=head)


def _names(held: list[Phase], names: list[str]) -> Any:
    import json

    told = json.dumps({phase.id: name for phase, name in zip(held, names, strict=True)}, ensure_ascii=False)
    return alt().Axis(domain=False, ticks=False, labelExpr=f"{told}[datum.value]", labelPadding=8)


def _marks(held: list[Phase], days: tuple[datetime.date, datetime.date], lang: str) -> list[dict[str, Any]]:
    out = []
    for phase in held:
        for milestone in phase.milestones:
            when = milestone.done or milestone.due
            if when is None:
                continue
            middle = when[0] + (when[1] - when[0]) / 2
            if days[0] <= middle < days[1]:
                label = milestone.label.zh if lang == "zh" else milestone.label.en
                out.append(
                    {
                        "phase": phase.id,
                        "at": moment(middle),
                        "done": milestone.done is not None,
                        "label": label,
                        "day": when[0].isoformat(),
                    }
                )
    return out


def _today(a: Assessment, days: tuple[datetime.date, datetime.date], lang: str, look: Look, scale: Any) -> list[Any]:
    lib = alt()
    if not days[0] <= a.as_of <= days[1]:
        return []
    at = {
        "at": moment(min(a.as_of + datetime.timedelta(days=1), days[1])),
        "said": pick(lang, f"数据截至 {a.as_of}", f"as of {a.as_of}"),
    }
    base = lib.Chart(data([at])).encode(x=lib.X("at:Q", scale=scale))
    rule = base.mark_rule(color=look.ink, strokeWidth=1.2, strokeDash=[2, 2])
    text = base.mark_text(align="right", baseline="bottom", dx=-4, fontSize=11, fill=look.dim)
    return [rule, text.encode(text="said:N", y=lib.value(-1))]


def _told(held: list[Phase], y: Any, lang: str, look: Look) -> list[Any]:
    """The verdicts on dates and milestones, by mark and word, at the right."""
    lib = alt()
    layers = []
    for n, (field, zh, en) in enumerate((("dates", "起止时间", "dates"), ("work", "阶段任务", "milestones"))):
        rows = [
            {"phase": phase.id, "verdict": code, "word": worded(code, lang)}
            for phase in held
            if (code := getattr(phase, field)) is not None
        ]
        if not rows:
            continue
        left = WIDTH + 18 + n * 96
        base = lib.Chart(data(rows)).encode(y=y)
        shape = lib.Shape("verdict:N", scale=shapes(), legend=None)
        stroke = lib.Stroke("verdict:N", scale=inks(look), legend=None)
        layers.append(
            base.mark_point(filled=False, strokeWidth=2, size=60, opacity=1, strokeCap="round").encode(
                x=lib.value(left + 6), shape=shape, stroke=stroke
            )
        )
        layers.append(base.mark_text(align="left", baseline="middle").encode(x=lib.value(left + 18), text="word:N"))
        head = lib.Chart(data([{"head": pick(lang, zh, en)}])).mark_text(
            align="left", baseline="bottom", fontSize=11, fill=look.dim
        )
        layers.append(head.encode(x=lib.value(left), y=lib.value(-1), text="head:N"))
    return layers
