"""The county tiers compared: how the same dossier would stand under each tier's numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ..frames import Frame, frame_of
from ..standing import Criterion
from .canvas import data, named, nothing, pick, plain, rows_axis, standing_line, titled, width, wrapped
from .gaps import bounds, measured, required, shared, shortfall, told_measured
from .library import alt
from .theme import Look, dressed, grounds, look, shapes, texts, worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import altair

    from ..assessment import Assessment

COLUMNS = (
    ("kind", "code"),
    ("id", "text"),
    ("title", "text"),
    ("criterion", "text"),
    ("tier", "code"),
    ("tier_name", "text"),
    ("declared", "flag"),
    ("verdict", "code"),
    ("measured_least", "decimal"),
    ("measured_most", "decimal"),
    ("test", "code"),
    ("required_least", "decimal"),
    ("required_most", "decimal"),
    ("unit", "code"),
    ("share_least", "decimal"),
    ("share_most", "decimal"),
    ("differs", "flag"),
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
    declared: bool
    verdict: str
    measured_least: Decimal | None
    measured_most: Decimal | None
    test: str | None
    required_least: Decimal | None
    required_most: Decimal | None
    unit: str | None
    share_least: Decimal | None
    share_most: Decimal | None
    differs: bool


def cells(a: Assessment, lang: str) -> list[Cell]:
    """Each indicator and target under each tier, and below it each criterion whose bound or verdict differs between tiers."""
    tiers = [(str(each["id"]), plain(each["label"][lang])) for each in a.plan.to_dict().get("tier", ())]
    under = [a if _is(a, id) else a.what_if(tier=id).assessment for id, _ in tiers]
    out: list[Cell] = []
    for id in a if tiers else ():
        standings = [each[id] for each in under]
        kind = "target" if standings[0].no is None else "indicator"
        title = plain(standings[0].title(lang))
        verdicts = [str(each.verdict) for each in standings]
        leaves = list(zip(*(each.leaves() for each in standings), strict=False))
        unlike = [row for row in leaves if len({_asked(leaf) for leaf in row}) > 1]
        differs = bool(unlike) or len(set(verdicts)) > 1
        if len(leaves) == 1:
            # it is its one criterion
            out.extend(_cell(kind, id, title, leaf, tier, _is(a, tier[0]), differs)._replace(verdict=verdict) for leaf, tier, verdict in zip(leaves[0], tiers, verdicts, strict=True))
            continue
        for tier, verdict in zip(tiers, verdicts, strict=True):
            out.append(Cell(kind, id, title, None, *tier, _is(a, tier[0]), verdict, None, None, None, None, None, None, None, None, differs))
        for row in unlike:
            for tier, leaf in zip(tiers, row, strict=True):
                said = leaf.title(lang)
                out.append(_cell(kind, id, title, leaf, tier, _is(a, tier[0]), differs)._replace(criterion=None if said is None else plain(said)))
    return out


def _is(a: Assessment, tier: str) -> bool:
    return a.tier is not None and str(a.tier) == tier


def _asked(leaf: Criterion) -> tuple[object, ...]:
    return (*bounds(leaf), str(leaf.verdict), leaf.required is None or leaf.required.test)


def _cell(kind: str, id: str, title: str, leaf: Criterion, tier: tuple[str, str], declared: bool, differs: bool) -> Cell:
    test = None if leaf.required is None else leaf.required.test
    return Cell(kind, id, title, None, *tier, declared, str(leaf.verdict), *measured(leaf), test, *bounds(leaf), leaf.unit, *shared(leaf), differs)


def frame(cells: Iterable[Cell], made: tuple[Any, ...]) -> Frame:
    """The cells as a table."""
    return frame_of(("各类县比较", "Tiers compared"), COLUMNS, cells, made)


def chart(a: Assessment, lang: str, theme: str, every: bool) -> altair.LayerChart:
    """The chart."""
    look_, lib = look(theme), alt()
    told = cells(a, lang)
    shown = [cell for cell in told if every or cell.differs]
    title = pick(lang, f"{named(a, lang)}：同一份档案按三类县的标准各是什么结论", f"{named(a, lang)}: the same dossier under the numbers of each tier")
    same = len({cell.id for cell in told}) - len({cell.id for cell in shown})
    rest = pick(lang, f"其余{same}项在各类县结论和标准都相同，未画出。", f"{same} more have the same verdict and numbers under every tier and are not shown") if same else ""
    if not shown:
        why = pick(lang, "方案的标准不分县域类型，各类县结论相同", "nothing in the plan depends on the tier: every verdict is the same under each")
        made: altair.LayerChart = nothing(titled(title, standing_line(a, lang)), why, look_)
        return made
    tiers = list(dict.fromkeys((cell.tier, cell.tier_name) for cell in told))
    done: altair.LayerChart = dressed(_grid(shown, tiers, lang, look_).properties(title=titled(title, standing_line(a, lang), rest)), look_)
    return done


def _grid(shown: list[Cell], tiers: list[tuple[str, str]], lang: str, look: Look) -> Any:
    import json

    lib = alt()
    lines = list(dict.fromkeys((cell.id, cell.title, cell.criterion) for cell in shown))
    figures = {(cell.id, cell.title, cell.criterion): told_measured(cell.measured_least, cell.measured_most, cell.unit, lang) for cell in shown}
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
    wide = max([150, *(width(value['said'], 11.5) + 26 for value in values), *(width(name) + 24 for _, name in tiers)])
    declared = {cell.tier for cell in shown if cell.declared}
    here = pick(lang, "（本县）", " (this county)")
    heads = {tier: name + here if tier in declared else name for tier, name in tiers}
    base = lib.Chart(data(values)).encode(
        x=lib.X("tier:N", sort=order, title=None, scale=lib.Scale(domain=order, paddingInner=0.03), axis=lib.Axis(orient="top", domain=False, ticks=False, labelAngle=0, labelPadding=8, labelFontWeight="bold", labelExpr=f"{json.dumps(heads, ensure_ascii=False)}[datum.value]")),
        y=lib.Y("row:O", title=None, scale=lib.Scale(paddingInner=0.08), axis=rows_axis(labels, labelPadding=10, labelFontWeight=_bold(lines))),
        tooltip=[lib.Tooltip("title:N"), lib.Tooltip("criterion:N"), lib.Tooltip("word:N"), lib.Tooltip("said:N")],
    )
    rect = base.mark_rect(cornerRadius=3).encode(fill=lib.Fill("verdict:N", scale=grounds(look), legend=None))
    mark = base.mark_point(filled=False, size=70, strokeWidth=2, opacity=1, strokeCap="round", xOffset=-wide / 2 + 18, yOffset=lib.expr("datum.said ? -9 : 0"))
    mark = mark.encode(shape=lib.Shape("verdict:N", scale=shapes(), legend=None), stroke=lib.Stroke("verdict:N", scale=texts(look), legend=None))
    word = base.mark_text(align="left", dx=-wide / 2 + 32, dy=lib.expr("datum.said ? -8 : 0"), fontWeight="bold").encode(text="word:N", fill=lib.Fill("verdict:N", scale=texts(look), legend=None))
    said = base.mark_text(align="left", dx=-wide / 2 + 12, dy=10, fontSize=11.5).encode(text="said:N", fill=lib.Fill("verdict:N", scale=texts(look), legend=None))
    return lib.layer(rect, mark, word, said).resolve_scale(fill="independent", stroke="independent").properties(width=wide * len(order), height=_ROW * len(lines))


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
