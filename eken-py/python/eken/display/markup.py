"""Markup: the one place where text becomes HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from .. import _eken

# colours that stand on white and on black; everything else is inherited from the theme
_INK = {"good": "#2da44e", "bad": "#e5484d", "doubt": "#bf8700", "dim": "#8c8c8c"}
_TABLE = "border-collapse:collapse;color:inherit;background:transparent"
_CELL = "text-align:{side};vertical-align:top;padding:.2em .7em;border-bottom:1px solid rgba(128,128,128,.35);color:inherit;background:transparent;white-space:normal"


def text(value: object) -> str:
    """A text without personal numbers and without signs that steer, escaped."""
    plain = "".join(c for c in _eken.masked(str(value)) if c in "\n\t" or not _steers(c))
    return escape(plain, quote=True)


def _steers(c: str) -> bool:
    code = ord(c)
    return code < 0x20 or 0x7F <= code < 0xA0 or 0x200B <= code <= 0x200F or 0x202A <= code <= 0x202E or 0x2060 <= code <= 0x206F or code == 0xFEFF


def ink(value: object, kind: str) -> str:
    """A mark in an ink; what it says stands beside it in words."""
    return f'<span style="color:{_INK[kind]};font-weight:bold">{text(value)}</span>'


def whole(inner: str) -> str:
    """Markup that stays on one line."""
    return f'<span style="white-space:nowrap">{inner}</span>'


def dim(value: object) -> str:
    """A text that stands back."""
    return f'<span style="opacity:.7">{text(value)}</span>'


def code(value: object) -> str:
    """A code, in a face of even width."""
    return f'<code style="color:inherit;background:transparent">{text(value)}</code>'


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> str:
    """A table; its cells are markup already."""

    def cell(tag: str, n: int, inner: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        return f'<{tag}{scope} style="{_CELL.format(side="right" if n in right else "left")}">{inner}</{tag}>'

    head = "".join(cell("th", n, text(each)) for n, each in enumerate(heads))
    body = "".join(f"<tr>{''.join(cell('td', n, each) for n, each in enumerate(row))}</tr>" for row in rows)
    return f'<table style="{_TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def page(title: str, lead: str, *parts: str) -> str:
    """A title, a line in markup, and what stands below."""
    return f'<div lang="{_lang()}"><p style="margin:.3em 0"><strong>{text(title)}</strong> {lead}</p>{"".join(parts)}</div>'


def note(words: str) -> str:
    """A line below a table, in markup."""
    return f'<p style="margin:.3em 0;opacity:.8">{words}</p>'


def pick(zh: str, en: str) -> str:
    """One of two texts, by the language of the options."""
    return zh if _lang() == "zh" else en


def _lang() -> str:
    from ..options import options

    return options.lang


def rows() -> int:
    """Rows of a table, at most."""
    from ..options import options

    return options.rows


def beyond(count: int) -> str:
    """How many more there are."""
    return note(text(pick(f"另有{count}行未列出", f"{count} more rows"))) if count > 0 else ""
