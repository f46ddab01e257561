"""Many assessments in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assessment import KIND
from .markup import beyond, ink, page, pick, rows, table, text

if TYPE_CHECKING:
    from ..many import Many, Town


def many(towns: Many) -> str:
    """Many assessments as a table: one row a town, its verdicts counted."""
    from ..standing import VERDICTS

    heads = [pick("文件", "File"), pick("项目", "Town"), *(f"{mark} {pick(zh, en)}" for zh, en, mark in VERDICTS.values())]
    shown = rows()
    title = pick("评估", "Assessments")
    lead = text(pick(f"已评估{len(towns.assessed)}份，未读入{len(towns.refused)}份", f"{len(towns.assessed)} assessed, {len(towns.refused)} refused"))
    return page(title, lead, table(heads, map(_row, towns[:shown]), right=range(2, 8)), beyond(len(towns) - shown))


def _row(town: Town) -> list[str]:
    from ..standing import VERDICTS

    at = f"{town.file}:{town.line}" if town.line is not None else town.file
    if town.error is not None:
        return [text(at), f"{ink('✗', 'bad')} {text(town.error.message)}", *[""] * len(VERDICTS)]
    return [text(at), text(town.town or ""), *(_count(code, count) for code, count in town.counts.items())]


def _count(code: str, count: int) -> str:
    return ink(count, KIND[code]) if count else ""
