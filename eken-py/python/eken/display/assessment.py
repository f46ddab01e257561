"""An assessment in a notebook."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..units import UNITS
from .markup import dim, ink, note, page, pick, table, text, whole

if TYPE_CHECKING:
    from ..assessment import Assessment
    from ..standing import Criterion, Standing

KIND = {
    "met": "good",
    "met_by_exemption": "good",
    "not_met": "bad",
    "open": "doubt",
    "not_applicable": "dim",
    "conflict": "doubt",
}


def assessment(outcome: Assessment) -> str:
    """An assessment as two tables: the indicators and the targets, each with verdict, gap, what it lacks and who leads."""
    from ..standing import VERDICTS

    town = outcome.town or pick("（未填名称的乡村e镇）", "(town without a name)")
    title = pick(f"{town} {outcome.year}年度评估", f"{town}, assessed for {outcome.year}")
    told = pick("、", ", ").join(
        f"{VERDICTS[verdict][2]} {pick(*VERDICTS[verdict][:2])} {count}" for verdict, count in outcome.counts.items() if count
    )
    lead = f"{text(told)} {dim(pick(f'（方案 {outcome.plan.id}，截至 {outcome.as_of}）', f'(plan {outcome.plan.id}, as of {outcome.as_of})'))}"
    parts = [_standings(pick("约束性指标", "Binding indicators"), outcome.indicators)]
    if outcome.targets:
        parts.append(_standings(pick("县级目标", "Targets of the county"), outcome.targets))
    statement = pick(
        "逐项结论不等于验收结论：方案没有规定总的结论。",
        "Verdicts on indicators are no acceptance: the plan gives no rule for an overall result.",
    )
    return page(title, lead, *parts, note(text(statement)))


def _standings(head: str, standings: tuple[Standing, ...]) -> str:
    heads = ["#", head, pick("结论", "Verdict"), pick("差距", "Gap"), pick("还缺", "Lacks"), pick("牵头", "Lead")]
    return table(heads, map(_row, standings))


def _row(standing: Standing) -> list[str]:
    gaps = [f"{text(_gap(leaf))}" for leaf in standing.leaves() if leaf.gap is not None and leaf.verdict in ("not_met", "open")]
    lacks = standing.missing
    lead = standing.departments.lead
    first = text(lacks[0].message) if lacks else ""
    more = dim(pick(f"　等{len(lacks)}项", f" and {len(lacks) - 1} more")) if len(lacks) > 1 else ""
    provisional = dim(pick("（含初步数）", " (provisional)")) if standing.provisional else ""
    return [
        text(standing.id),
        text(standing.title()),
        f"{verdict(standing.verdict)}{provisional}",
        "<br>".join(gaps),
        first + more,
        text("" if lead is None else pick(lead.zh, lead.en)),
    ]


def verdict(code: str) -> str:
    """A verdict by mark and word."""
    from ..standing import VERDICTS

    zh, en, mark = VERDICTS[code]
    return whole(f"{ink(mark, KIND[code])} {text(pick(zh, en))}")


def _gap(leaf: Criterion) -> str:
    return f"{figure(leaf.gap)} {pick(*UNITS.get(leaf.unit or '', (leaf.unit or '',) * 2))}".strip()


def figure(value: Decimal | None) -> str:
    """A figure with its sign and its thousands apart."""
    return "" if value is None else f"{value:+,f}".replace("-", "−")
