"""Lines of Chinese that a page breaks are joined without the blank that a browser would put between them."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

_BROKEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef“”‘’…—])\n(?=[\u3000-\u9fff\uff00-\uffef“”‘’…—])")


class JoinChinese(SphinxTransform):
    """Takes the line break out between two Chinese characters of a text; code keeps its lines."""

    default_priority = 800

    def apply(self, **kwargs: object) -> None:
        for text in list(self.document.findall(nodes.Text)):
            if not isinstance(text.parent, (nodes.literal_block, nodes.raw)) and _BROKEN.search(text):
                text.parent.replace(text, nodes.Text(_BROKEN.sub("", text)))


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_transform(JoinChinese)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
