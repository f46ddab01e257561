"""Colours, faces and the marks of verdicts: the look that all charts share, by light and by dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import OptionError
from ..standing import VERDICTS
from .library import alt

if TYPE_CHECKING:
    import altair

FACES = (
    "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','Hiragino Sans GB',"
    "'WenQuanYi Micro Hei',sans-serif"
)
"""The faces of all texts, the first that a machine has: those that hold Chinese on Linux, Windows and macOS."""

# drawn, not written: the fonts that hold Chinese lack some of the signs
_SHAPES = {
    "met": "M-0.9,0.1L-0.3,0.7L0.9,-0.7",
    "met_by_exemption": "M0,-1L1,0L0,1L-1,0Z",
    "not_met": "M-0.75,-0.75L0.75,0.75M0.75,-0.75L-0.75,0.75",
    "open": "M-0.5,-0.5C-0.5,-1.15,0.6,-1.15,0.55,-0.45C0.5,0.05,0,-0.05,0,0.4M0,0.88L0,0.9",
    "not_applicable": "M-0.8,0L0.8,0",
    "conflict": "M0,-0.95L0,0.3M0,0.85L0,0.87",
}


class Look(NamedTuple):
    """The colours of a theme."""

    ground: str
    ink: str
    dim: str
    line: str
    band: str
    accent: str
    # of bars and marks; told apart by those who see no red or no green too (after Okabe and Ito)
    verdicts: dict[str, str]
    # of the ground of cells, and of the mark on them
    cells: dict[str, tuple[str, str]]


_LIGHT = Look(
    ground="#ffffff",
    ink="#1f2328",
    dim="#59636e",
    line="#d1d9e0",
    band="#eef2f6",
    accent="#0b62a8",
    verdicts={
        "met": "#00835f",
        "met_by_exemption": "#2a7fb8",
        "not_met": "#c24e00",
        "open": "#8a6d00",
        "not_applicable": "#6e7781",
        "conflict": "#a3468a",
    },
    cells={
        "met": ("#d3ede3", "#005c43"),
        "met_by_exemption": ("#b9dcf2", "#0b4a78"),
        "not_met": ("#c24e00", "#ffffff"),
        "open": ("#f5d76e", "#3d3000"),
        "not_applicable": ("#eceff2", "#59636e"),
        "conflict": ("#a3468a", "#ffffff"),
    },
)
_DARK = Look(
    ground="#161b22",
    ink="#e6edf3",
    dim="#9da7b3",
    line="#3d444d",
    band="#212833",
    accent="#6cb6ff",
    verdicts={
        "met": "#2fbf94",
        "met_by_exemption": "#6bb8ec",
        "not_met": "#ff8a4c",
        "open": "#e3c04b",
        "not_applicable": "#9da7b3",
        "conflict": "#e08cc8",
    },
    cells={
        "met": ("#133d30", "#7fdcbd"),
        "met_by_exemption": ("#173f5c", "#a9d8f7"),
        "not_met": ("#e8702f", "#161b22"),
        "open": ("#b8941f", "#161b22"),
        "not_applicable": ("#262d37", "#9da7b3"),
        "conflict": ("#cf78b5", "#161b22"),
    },
)


def look(theme: str) -> Look:
    """The colours of a theme."""
    if theme not in ("light", "dark"):
        raise OptionError(
            "call.option",
            ("没有这种配色，可用 light、dark", "there is no such theme; known: light, dark"),
            ('如 theme="dark"', 'such as theme="dark"'),
        )
    return _DARK if theme == "dark" else _LIGHT


def shapes() -> altair.Scale:
    """Marks of verdicts."""
    return _scale(dict(_SHAPES))


def inks(look: Look) -> altair.Scale:
    """Colours of bars and marks."""
    return _scale(look.verdicts)


def grounds(look: Look) -> altair.Scale:
    """Colours of cells."""
    return _scale({code: ground for code, (ground, _) in look.cells.items()})


def texts(look: Look) -> altair.Scale:
    """Colours of what stands on cells."""
    return _scale({code: ink for code, (_, ink) in look.cells.items()})


def _scale(of: dict[str, str]) -> altair.Scale:
    scale: altair.Scale = alt().Scale(domain=list(of), range=list(of.values()))
    return scale


def worded(code: str, lang: str) -> str:
    """The word of a verdict."""
    zh, en, _ = VERDICTS[code]
    return zh if lang == "zh" else en


def dressed(chart: Any, look: Look) -> Any:
    """A whole chart in the look."""
    text = {"font": FACES, "fontWeight": "normal"}
    return chart.configure(
        background=look.ground,
        font=FACES,
        padding=16,
        view={"stroke": None},
        concat={"spacing": 26},
        title={
            **text,
            "anchor": "start",
            "frame": "bounds",
            "color": look.ink,
            "fontSize": 16,
            "fontWeight": "bold",
            "subtitleFont": FACES,
            "subtitleColor": look.dim,
            "subtitleFontSize": 12,
            "subtitleLineHeight": 18,
            "subtitlePadding": 6,
            "offset": 14,
        },
        axis={
            "labelFont": FACES,
            "titleFont": FACES,
            "labelColor": look.ink,
            "titleColor": look.dim,
            "titleFontWeight": "normal",
            "labelFontSize": 12,
            "titleFontSize": 12,
            "gridColor": look.line,
            "domainColor": look.line,
            "tickColor": look.line,
            "labelLimit": 0,
            "titleLimit": 0,
        },
        legend={
            "labelFont": FACES,
            "titleFont": FACES,
            "labelColor": look.ink,
            "titleColor": look.dim,
            "titleFontWeight": "normal",
            "labelFontSize": 12,
            "titleFontSize": 12,
            "labelLimit": 0,
            "symbolStrokeWidth": 2,
        },
        text={"font": FACES, "fill": look.ink, "fontSize": 12},
    )
