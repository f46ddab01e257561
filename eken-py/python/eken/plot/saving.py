"""A chart written to a file, so that Chinese shows."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from .. import _eken
from ..errors import OptionError
from .library import alt, vl_convert
from .theme import FACES

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FONTS", "save"]

FONTS = FACES
"""The faces that texts of charts are written in, as CSS names them: the first that a machine has."""

_LOOKS: dict[str, bool] = {}
_REGISTERED: set[str] = set()


def save(chart: Any, path: str | os.PathLike[str], *, scale: float = 2, fonts: str | os.PathLike[str] | None = None) -> None:
    """Writes a chart to a file, whole or not at all: ``.svg``, ``.png`` or ``.html`` by its name, or its description as ``.json``.

    A PNG whose text the fonts of this machine cannot show is refused, since it would hold boxes: install a font with Chinese, or name
    a folder that holds one in ``fonts``. An SVG and an HTML file keep text as text, in the faces of :data:`FONTS`; whoever opens them
    shows it. An HTML file holds its scripts and asks nothing of the network. ``scale`` is pixels a point of a PNG.
    """
    name = os.fspath(path)
    ending = os.path.splitext(name)[1].lower()
    if ending not in (".svg", ".png", ".html", ".json"):
        raise OptionError(
            "call.option",
            ("文件名应以 .svg、.png、.html 或 .json 结尾", "the name of the file ends in none of .svg, .png, .html, .json"),
            ('如 eken.plot.save(a.plot.gaps(), "gaps.svg")', 'such as eken.plot.save(a.plot.gaps(), "gaps.svg")'),
        )
    if ending == ".json":
        _eken.write_file(name, chart.to_json().encode())
        return
    library = vl_convert()
    if fonts is not None:
        folder = os.path.abspath(os.fspath(fonts))
        if folder not in _REGISTERED:
            library.register_font_directory(folder)
            _REGISTERED.add(folder)
            _LOOKS.clear()
    spec, version = chart.to_dict(), ".".join(alt().SCHEMA_VERSION.lstrip("v").split(".")[:2])
    svg: str = library.vegalite_to_svg(spec, vl_version=version)
    if ending == ".svg":
        _eken.write_file(name, svg.encode())
    elif ending == ".png":
        lacking = unseen(svg)
        if lacking:
            raise _refused(lacking)
        _eken.write_file(name, library.svg_to_png(svg, scale=scale))
    else:
        _eken.write_file(name, _page(spec, library.javascript_bundle(vl_version=version)).encode())


# lets the page run what it holds, and ask for nothing
_POLICY = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:"
# no way to an editor in the net, which would be given the data
_OPTIONS = '{renderer: "svg", actions: {export: true, source: false, compiled: false, editor: false}}'


def _page(spec: dict[str, Any], bundle: str) -> str:
    """A page that holds its scripts."""
    import json

    # no text of the chart can end the script
    told = json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c")
    script = bundle.replace("</script", "<\\/script")
    ground = json.dumps(str(spec.get("config", {}).get("background", "#ffffff"))).replace("<", "\\u003c")
    lines = (
        "<!DOCTYPE html>",
        '<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>eken</title>',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '</head><body style="margin:0"><div id="chart" style="overflow-x:auto"></div>',
        f"<script>{script}</script>",
        f'<script>document.body.style.background = {ground}; vegaEmbed("#chart", {told}, {_OPTIONS});</script>',
        "</body></html>",
    )
    return "\n".join(lines)


def unseen(svg: str) -> list[str]:
    """The signs of a drawing's text that no font shows: each drawn alone, and compared with the drawing of one that is none."""
    from xml.etree import ElementTree

    signs = {c for node in ElementTree.fromstring(svg).iter() for c in _text(node) if not c.isspace()}
    return sorted(c for c in signs if not _seen(c))


def _text(node: Any) -> Iterable[str]:
    return node.text or "" if str(node.tag).rpartition("}")[2] in ("text", "tspan") else ""


def _seen(sign: str) -> bool:
    if sign not in _LOOKS:
        # U+0378 is assigned to nothing
        _LOOKS[sign] = _drawn(sign) not in (_drawn("\u0378"), _drawn(" "))
    return _LOOKS[sign]


def _drawn(sign: str) -> bytes:
    faces = FACES.replace("'", "&apos;")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">'
        f'<text x="2" y="18" font-size="16" font-family=\'{faces}\'>&#{ord(sign)};</text></svg>'
    )
    drawn: bytes = vl_convert().svg_to_png(svg)
    return drawn


def _refused(lacking: list[str]) -> OptionError:
    some = "".join(lacking[:8])
    return OptionError(
        "call.font",
        (
            f"本机的字体画不出图中的{len(lacking)}个字符，如“{some}”",
            f"the fonts of this machine lack {len(lacking)} signs of the chart, such as “{some}”",
        ),
        (
            "安装含中文的字体（如 Debian 的 fonts-noto-cjk），或用 fonts= 指明存放字体文件的文件夹；也可以写成 .svg 或 .html",
            "install a font with Chinese (fonts-noto-cjk of Debian), or name a folder with one in fonts=; or write .svg or .html",
        ),
    )
