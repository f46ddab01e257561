"""What charts share beside their look: title, columns of text, and a chart that says that there is nothing to show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .. import _eken
from .library import alt
from .theme import Look, dressed

if TYPE_CHECKING:
    from ..assessment import Assessment


def pick(lang: str, zh: str, en: str) -> str:
    """One of two texts."""
    return zh if lang == "zh" else en


def plain(value: str) -> str:
    """A text without personal numbers, without signs that steer, and without one that ends a script in the page of a notebook."""
    return "".join(c for c in _eken.masked(value) if c.isprintable()).replace("<", "＜")


def named(a: Assessment, lang: str) -> str:
    """What the town is called."""
    return plain(a.town) if a.town else pick(lang, "（未填名称的乡村e镇）", "(town without a name)")


def standing_line(a: Assessment, lang: str) -> str:
    """Plan, tier and as-of date in a line."""
    plan = plain(a.plan.title.get(lang) or a.plan.id)
    tier = a.tier
    level = pick(lang, "未定", "not settled") if tier is None else (tier.zh if lang == "zh" else tier.en)
    supposed = pick(lang, "（假定）", " (supposed)") if a.tier_supposed else ""
    return spaced(
        lang,
        pick(lang, f"方案：{plan}", f"plan: {plan}"),
        pick(lang, f"县域类型：{level}{supposed}", f"tier: {level}{supposed}"),
        pick(lang, f"数据截至 {a.as_of}", f"data as of {a.as_of}"),
    )


def spaced(lang: str, *parts: str) -> str:
    """Parts of a line, told apart."""
    return pick(lang, "　", " · ").join(part for part in parts if part)


def width(text: str, size: float = 12) -> int:
    """About how many pixels a text takes, rather too many: a Chinese sign as much as its size, a Latin one about half of it."""
    return round(sum(size * 0.54 if c.isascii() else size for c in text))


def data(rows: list[dict[str, Any]]) -> Any:
    """Rows as the data of a chart."""
    return alt().InlineData(values=rows)


def titled(text: str, *subtitle: str) -> Any:
    """Title and what stands below it."""
    return alt().TitleParams(text=text, subtitle=[line for line in subtitle if line])


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most a width, a Chinese sign as two; Latin words stay whole where they can."""
    lines, line, wide = [], "", 0
    for piece in _pieces(text):
        size = sum(1 if c.isascii() else 2 for c in piece)
        if wide + size > width and line.strip():
            lines.append(line.rstrip())
            line, wide = "", 0
            piece = piece.lstrip()
        line, wide = line + piece, wide + size
    return [*lines, line] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    out: list[str] = []
    for c in text:
        if out and c.isascii() and out[-1].isascii() and c != " " or c in "，。、；：）》”" and out:
            out[-1] += c
        else:
            out.append(c)
    return out


def rows_axis(labels: list[list[str]], **more: Any) -> Any:
    """The axis of rows that are numbered: a label of one or more lines each, whole."""
    heights = sorted({len(lines) for lines in labels if len(lines) > 1})
    cases = [
        {
            "test": f"indexof({[n for n, lines in enumerate(labels) if len(lines) == height]}, datum.value) >= 0",
            "value": -7 * (height - 1),
        }
        for height in heights
    ]
    told = json.dumps(labels, ensure_ascii=False)
    made = {
        "domain": False,
        "ticks": False,
        "labelOverlap": False,
        "labelLineHeight": 14,
        "labelExpr": f"{told}[datum.value]",
        **more,
    }
    return alt().Axis(labelOffset={"condition": cases, "value": 0} if cases else 0, **made)


def nothing(title: Any, message: str, look: Look) -> Any:
    """A chart that says that there is nothing to show, and why."""
    lib = alt()
    text = lib.Chart(data([{"message": message}])).mark_text(align="left", baseline="middle", color=look.dim, fontSize=13)
    said = text.encode(text="message:N", x=lib.value(0), y=lib.value(20)).properties(width=520, height=40, title=title)
    return dressed(said, look)
