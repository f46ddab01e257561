"""A plan in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .markup import code, dim, page, pick, table, text

if TYPE_CHECKING:
    from ..plan import Plan


def plan(law: Plan) -> str:
    """A plan as a table of its indicators and targets."""
    title = pick(law.title["zh"], law.title["en"])
    heads = ["#", pick("名称", "Title"), pick("条款", "Clauses"), pick("牵头", "Lead")]
    names = {each["id"]: each.get("label", {}) for each in law.to_dict().get("department", ())}
    counts = pick(
        f"约束性指标{len(law.indicators)}项，目标{len(law.targets)}项，读法{len(law.readings)}条",
        f"{len(law.indicators)} binding indicators, {len(law.targets)} targets, {len(law.readings)} readings",
    )
    listed = (_row(each, names) for each in (*law.indicators, *law.targets))
    return page(title, f"{code(law.id)} {dim(counts)}", table(heads, listed))


def _row(each: dict[str, Any], names: dict[str, Any]) -> list[str]:
    lead: str = (each.get("departments") or {}).get("lead") or ""
    label = names.get(lead, {})
    return [
        text(each.get("id", each.get("no", ""))),
        text(pick(each["title"]["zh"], each["title"]["en"])),
        text(", ".join(each.get("clauses", ()))),
        text(pick(label.get("zh", lead), label.get("en", lead))),
    ]
