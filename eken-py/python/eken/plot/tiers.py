"""The county tiers compared: how the same dossier would stand under each tier's numbers."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ..frames import Frame, frame_of
from ..records import kinds
from ..standing import Criterion
from .canvas import data, named, nothing, pick, plain, rows_axis, standing_line, titled, width, wrapped
from .figure import required, shortfall, told_measured
from .gaps import bounds, measured, shared
from .library import alt
from .theme import Look, dressed, grounds, look, shapes, texts, worded

if TYPE_CHECKING:
    from collections.abc import Iterable

    import altair

    from ..assessment import Assessment

COLUMNS = (
    ("kind", "code"),
    ("id", "text"),
    ("title", "text"),
    ("criterion", "text"),
    ("tier", "code"),
    ("tier_name", "text"),
    ("used", "flag"),
    ("verdict", "code"),
    ("differs", "flag"),
    ("measured_least", "decimal"),
    ("measured_most", "decimal"),
    ("test", "code"),
    ("required_least", "decimal"),
    ("required_most", "decimal"),
    ("unit", "code"),
    ("share_least", "decimal"),
    ("share_most", "decimal"),
)
_ROW = 46


class Cell(NamedTuple):
    """An indicator, target or criterion of one under a tier."""

    kind: str
    id: str
    title: str
    criterion: str | None
    tier: str
    tier_name: str
    used: bool
    """Whether the assessment goes by this tier."""
    verdict: str
    differs: bool
    """Whether the verdict, or what is required, differs between the tiers."""
    measured_least: Decimal | None = None
    measured_most: Decimal | None = None
    test: str | None = None
    required_least: Decimal | None = None
    required_most: Decimal | None = None
    unit: str | None = None
    share_least: Decimal | None = None
    share_most: Decimal | None = None


def cells(a: Assessment, lang: str) -> list[Cell]:
    """Each indicator and target under each tier, and below it each criterion whose bound or verdict differs between tiers."""
    known = next(field.codes for field in kinds()["TierDeclaration"].fields if field.name == "tier")
    tiers = [(str(each["id"]), plain(each["label"][lang])) for each in a.plan.to_dict().get("tier", ()) if each["id"] in known]
    under = [a if _is(a, id) else a.what_if(tier=id).assessment for id, _ in tiers]
    out: list[Cell] = []
    for id in a if tiers else ():
        standings = [each[id] for each in under]
        leaves = list(zip(*(each.leaves() for each in standings), strict=True))
        unlike = [row for row in leaves if len({_asked(leaf) for leaf in row}) > 1]
        kind = "target" if standings[0].no is None else "indicator"
        title = plain(standings[0].title(lang))
        differs = bool(unlike) or len({standing.verdict for standing in standings}) > 1
        whole = [
            Cell(kind, id, title, None, tier, name, _is(a, tier), str(standing.verdict), differs)
            for (tier, name), standing in zip(tiers, standings, strict=True)
        ]
        if len(leaves) == 1:
            # it is its one criterion
            out.extend(_figured(cell, leaf) for cell, leaf in zip(whole, leaves[0], strict=True))
            continue
        out.extend(whole)
        for row in unlike:
            for cell, leaf in zip(whole, row, strict=True):
                said = leaf.title(lang)
                named = cell._replace(criterion=None if said is None else plain(said), verdict=str(leaf.verdict))
                out.append(_figured(named, leaf))
    return out


def _figured(cell: Cell, leaf: Criterion) -> Cell:
    """A cell with the figures of a criterion."""
    least, most = measured(leaf)
    floor, ceiling = bounds(leaf)
    short, spare = shared(leaf)
    return cell._replace(
        measured_least=least,
        measured_most=most,
        test=None if leaf.required is None else leaf.required.test,
        required_least=floor,
        required_most=ceiling,
        unit=leaf.unit,
        share_least=short,
        share_most=spare,
    )


def _is(a: Assessment, tier: str) -> bool:
    return a.tier is not None and str(a.tier) == tier


def _asked(leaf: Criterion) -> tuple[object, ...]:
    return (*bounds(leaf), str(leaf.verdict), leaf.required is None or leaf.required.test)


def frame(cells: Iterable[Cell], made: tuple[Any, ...]) -> Frame:
    """The cells as a table."""
    return frame_of(("各类县比较", "Tiers compared"), COLUMNS, cells, made)


def chart(a: Assessment, lang: str, theme: str, every: bool) -> altair.LayerChart:
    """The chart."""
    look_ = look(theme)
    told = cells(a, lang)
    shown = [cell for cell in told if every or cell.differs]
    zh, en = "同一份档案按各类县的标准各是什么结论", "the same dossier under the numbers of each tier"
    title = pick(lang, f"{named(a, lang)}：{zh}", f"{named(a, lang)}: {en}")
    same = len({cell.id for cell in told}) - len({cell.id for cell in shown})
    zh, en = "项在各类县结论和标准都相同，未画出。", "more have the same verdict and numbers under every tier and are not shown"
    rest = pick(lang, f"其余{same}{zh}", f"{same} {en}") if same else ""
    if not shown:
        zh, en = "方案的标准不分县域类型，各类县结论相同", "nothing in the plan depends on the tier: every verdict is the same"
        why = pick(lang, zh, en)
        made: altair.LayerChart = nothing(titled(title, standing_line(a, lang)), why, look_)
        return made
    tiers = list(dict.fromkeys((cell.tier, cell.tier_name) for cell in told))
    here = pick(lang, "（假定）", " (supposed)") if a.tier_supposed else pick(lang, "（本县）", " (this county)")
    grid = _grid(shown, tiers, here, lang, look_).properties(title=titled(title, standing_line(a, lang), rest))
    done: altair.LayerChart = dressed(grid, look_)
    return done


def _grid(shown: list[Cell], tiers: list[tuple[str, str]], here: str, lang: str, look: Look) -> Any:
    lib = alt()
    lines = list(dict.fromkeys((cell.id, cell.title, cell.criterion) for cell in shown))
    figures = {
        (cell.id, cell.title, cell.criterion): told_measured(cell.measured_least, cell.measured_most, cell.unit, lang)
        for cell in shown
    }
    labels = [_label(line, figures[line], lang) for line in lines]
    at = {line: n for n, line in enumerate(lines)}
    values: list[dict[str, Any]] = [
        {
            "row": at[cell.id, cell.title, cell.criterion],
            "tier": cell.tier,
            "verdict": cell.verdict,
            "word": worded(cell.verdict, lang),
            "whole": cell.criterion is None,
            "said": _said(cell, lang),
            "title": cell.title,
            "criterion": cell.criterion or "",
            "share": None if cell.share_least is None else float(cell.share_least),
        }
        for cell in shown
    ]
    order = [tier for tier, _ in tiers]
    wide = max([150, *(width(value["said"], 11.5) + 26 for value in values), *(width(name + here, 13) + 12 for _, name in tiers)])
    used = {cell.tier for cell in shown if cell.used}
    heads = {tier: name + here if tier in used else name for tier, name in tiers}
    base = lib.Chart(data(values)).encode(
        x=lib.X(
            "tier:N",
            sort=order,
            title=None,
            scale=lib.Scale(domain=order, paddingInner=0.03),
            axis=lib.Axis(
                orient="top",
                domain=False,
                ticks=False,
                labelAngle=0,
                labelPadding=8,
                labelFontWeight="bold",
                labelExpr=f"{json.dumps(heads, ensure_ascii=False)}[datum.value]",
            ),
        ),
        y=lib.Y(
            "row:O",
            title=None,
            scale=lib.Scale(paddingInner=0.08),
            axis=rows_axis(labels, labelPadding=10, labelFontWeight=_bold(lines)),
        ),
        tooltip=[lib.Tooltip("title:N"), lib.Tooltip("criterion:N"), lib.Tooltip("word:N"), lib.Tooltip("said:N")],
    )
    rect = base.mark_rect(cornerRadius=3).encode(fill=lib.Fill("verdict:N", scale=grounds(look), legend=None))
    mark = base.mark_point(
        filled=False,
        size=70,
        strokeWidth=2,
        opacity=1,
        strokeCap="round",
        xOffset=-wide / 2 + 18,
        yOffset=lib.expr("datum.said ? -9 : 0"),
    )
    mark = mark.encode(
        shape=lib.Shape("verdict:N", scale=shapes(), legend=None), stroke=lib.Stroke("verdict:N", scale=texts(look), legend=None)
    )
    word = base.mark_text(align="left", dx=-wide / 2 + 32, dy=lib.expr("datum.said ? -8 : 0"), fontWeight="bold").encode(
        text="word:N", fill=lib.Fill("verdict:N", scale=texts(look), legend=None)
    )
    said = base.mark_text(align="left", dx=-wide / 2 + 12, dy=10, fontSize=11.5).encode(
        text="said:N", fill=lib.Fill("verdict:N", scale=texts(look), legend=None)
    )
    return (
        lib.layer(rect, mark, word, said)
        .resolve_scale(fill="independent", stroke="independent")
        .properties(width=wide * len(order), height=max(_ROW, 14 * max(map(len, labels)) + 8) * len(lines))
    )


def _label(line: tuple[str, str, str | None], figure: str, lang: str) -> list[str]:
    id, title, criterion = line
    head = wrapped(f"{id} {title}" if criterion is None else f"· {criterion}", 36)
    return [*head, pick(lang, f"实测 {figure}", f"measured {figure}")] if figure else head


def _bold(lines: list[tuple[str, str, str | None]]) -> dict[str, Any]:
    whole = [n for n, (_, _, criterion) in enumerate(lines) if criterion is None]
    return {"condition": {"test": f"indexof({whole}, datum.value) >= 0", "value": "bold"}, "value": "normal"}


def _said(cell: Cell, lang: str) -> str:
    asked = required(cell.test, cell.required_least, cell.required_most, cell.unit, lang)
    if not asked:
        return ""
    short = shortfall(cell.share_least, cell.share_most, cell.verdict, over=cell.test in ("at_most", "less_than"), lang=lang)
    return pick(lang, "，", ", ").join(part for part in (pick(lang, f"要求 {asked}", f"required {asked}"), short) if part)
