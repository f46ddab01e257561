"""What a notebook shows, as markup of a page: its tables, and its charts drawn."""

from __future__ import annotations

from typing import Any


def table(html: str) -> str:
    """A table in a box of its own, which is scrolled, by keys too, and never the page."""
    return _box(html, "table", "表 Table")


def drawn(chart: Any) -> str:
    """A chart as a drawing, its text as text."""
    import vl_convert

    return drawing(vl_convert.vegalite_to_svg(chart.to_dict()))


def drawing(svg: str) -> str:
    """A drawing in such a box."""
    return _box(svg, "chart", "图 Chart")


def _box(inner: str, kind: str, label: str) -> str:
    lines = "\n".join(line for line in inner.splitlines() if line.strip())
    return f'````{{raw}} html\n<div class="shown {kind}" role="region" aria-label="{label}" tabindex="0">\n{lines}\n</div>\n````'
