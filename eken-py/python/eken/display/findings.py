"""Findings in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .markup import beyond, code, dim, ink, page, pick, rows, table, text, whole

if TYPE_CHECKING:
    from ..findings import Finding, Findings

_MARK = {"error": ("✗", "bad"), "warning": ("!", "doubt"), "info": ("i", "dim")}


def findings(found: Findings) -> str:
    """Findings as a table: how grave, where, what is wrong and how to mend it."""
    counts = found.counts
    told = pick(
        f"错误{counts['error']}，警告{counts['warning']}，提示{counts['info']}",
        f"{counts['error']} errors, {counts['warning']} warnings, {counts['info']} notes",
    )
    title = pick("数据问题", "Findings")
    if not len(found):
        return page(title, f"{ink('✓', 'good')} {text(pick('没有发现问题', 'nothing found'))}")
    heads = [pick("轻重", "Severity"), pick("位置", "Place"), pick("问题与改法", "Fault and how to mend it"), pick("规则", "Rule")]
    shown = rows()
    listed = table(heads, (_row(found[n]) for n in range(min(shown, len(found)))))
    return page(title, text(told), listed, beyond(len(found) - shown + found.unlisted if len(found) > shown else found.unlisted))


def _row(finding: Finding) -> list[str]:
    mark, kind = _MARK[finding.severity]
    return [
        whole(f"{ink(mark, kind)} {text(finding.severity.label())}"),
        f"{text(finding.place)}<br>{dim(finding.pointer)}",
        f"{text(finding.message())}<br>{dim(finding.help())}",
        code(finding.code),
    ]
