"""Search that knows Chinese: a run of Chinese characters is indexed, and looked up, by each pair of neighbours.

Sphinx cuts Chinese into words for the index and not at all for the query, so that 信用代码 would find nothing where the index holds
信用 and 代码. Pairs need no dictionary, and cut the page and the query alike. Latin words go by their stems, as in English.
"""

from __future__ import annotations

import re

from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish

_RUNS = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+|[^\W\u3400-\u9fff\uf900-\ufaff]+")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def pairs(run: str) -> list[str]:
    """Each pair of neighbours of a run of Chinese characters; a single one is itself.

    >>> pairs("信用代码"), pairs("镇")
    (['信用', '用代', '代码'], ['镇'])
    """
    return [run[n : n + 2] for n in range(len(run) - 1)] or [run]


class SearchPairs(SearchEnglish):
    """English by stems, Chinese by pairs, in one index: the reference is in both languages on either site."""

    lang = "pairs"
    # the name of the stemmer in the browser begins with it
    language_name = "English"
    js_splitter_code = r"""
var splitQuery = (query) =>
  (query.match(/[\u3400-\u9fff\uf900-\ufaff]+|(?:_|[^\s\p{P}\p{S}\u3400-\u9fff\uf900-\ufaff])+/gu) || []).flatMap((run) =>
    /^[\u3400-\u9fff\uf900-\ufaff]{2,}$/u.test(run)
      ? Array.from({ length: run.length - 1 }, (_, n) => run.slice(n, n + 2))
      : [run]
  );
"""

    def split(self, input: str) -> list[str]:
        found: list[str] = []
        for run in _RUNS.findall(input):
            # a single character too, for a query that is one
            found.extend([*pairs(run), *run] if _HAN.match(run) else [run])
        return found

    def word_filter(self, word: str) -> bool:
        return bool(_HAN.match(word)) or super().word_filter(word)


def setup(app: Sphinx) -> dict[str, bool]:
    app.add_search_language(SearchPairs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
