"""Lines of Chinese that a page breaks are joined without the blank that a browser would put between them."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

_CHINESE = r"[\u3000-\u9fff\uff00-\uffef“”‘’…—]"
_BROKEN = re.compile(rf"(?<={_CHINESE})\n(?={_CHINESE})")


class JoinChinese(SphinxTransform):
    """Takes the line break out between two Chinese characters of a text; code keeps its lines."""

    default_priority = 800

    def apply(self, **kwargs: object) -> None:
        # in Markdown a line break is a text of its own
        for parent in list(self.document.findall(nodes.TextElement)):
            around = ["", *(str(child) if isinstance(child, nodes.Text) else "" for child in parent.children), ""]
            broken = {n for n, text in enumerate(around[1:-1]) if text == "\n" and _BROKEN.search("".join(around[n : n + 3]))}
            if broken:
                parent.children = [child for n, child in enumerate(parent.children) if n not in broken]
        for text in list(self.document.findall(nodes.Text)):
            if not isinstance(text.parent, (nodes.literal_block, nodes.raw)) and _BROKEN.search(text):
                text.parent.replace(text, nodes.Text(_BROKEN.sub("", text)))


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_transform(JoinChinese)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
