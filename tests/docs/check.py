"""Looks at the built documentation site without a network: links and their anchors, loads from elsewhere, languages, search.

    python check.py SITE

A made-up site with a fault of each kind is looked at first: each must be found.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

LOADS = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("object", "data"), ("embed", "src")}
RELATIONS = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "preconnect", "dns-prefetch"}
FETCHED = re.compile(r"(?:@import|url\()\s*['\"]?(?:https?:)?//", re.I)
BROKEN = re.compile(r"[\u4e00-\u9fff，。；：、]\n[\u4e00-\u9fff]")
PERSONS = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dX](?![0-9A-Za-z])")


class Page(HTMLParser):
    """What a page links to, loads, and can be linked to at."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.lang = self.search = ""
        self.script = self.code = False
        self.broken = ""
        self.feed(text)

    def handle_data(self, data: str) -> None:
        if not self.code and (found := BROKEN.search(data)):
            self.broken = found[0]
        # a script in the page may load more; the addresses of namespaces are none
        if self.script and (found := re.search(r"https?://(?!www\.w3\.org/)[^\s'\"]+", data)):
            self.loads.append(found[0])

    def handle_endtag(self, tag: str) -> None:
        self.script = self.script and tag != "script"
        self.code = self.code and tag != "pre"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.anchors |= {told[name] for name in ("id", "name") if name in told}
        self.script = tag == "script"
        self.code = self.code or tag == "pre"
        if tag == "input" and told.get("name") == "q":
            self.search = told.get("placeholder", "")
        if tag == "html":
            self.lang = told.get("lang", "")
        if tag == "a" and "href" in told:
            self.links.append(told["href"])
        if tag == "link" and RELATIONS & set(told.get("rel", "").split()):
            self.loads.append(told.get("href", ""))
        self.loads += [value for name, value in told.items() if (tag, name) in LOADS]
        if FETCHED.search(told.get("style", "")):
            self.loads.append(told["style"])


def faults(site: Path) -> list[str]:
    """What is wrong with a site."""
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    out = []
    for path, page in pages.items():
        name = path.relative_to(site)
        if page.broken:
            out.append(f"{name} breaks a line of Chinese, which shows as a blank: {page.broken!r}")
        for load in page.loads:
            if re.match(r"(?:https?:)?//", load) or FETCHED.search(load):
                out.append(f"{name} loads {load}")
            elif not load.startswith("data:") and not (path.parent / unquote(load.partition("?")[0])).exists():
                out.append(f"{name} loads {load}, which is not there")
        for link in page.links:
            if re.match(r"(?:https?|mailto):", link):
                continue
            to, anchor = urldefrag(link)
            target = (path.parent / unquote(to.partition("?")[0])).resolve() if to else path
            if not target.exists():
                out.append(f"{name} links to {link}, which is not there")
            elif anchor and target in pages and unquote(anchor) not in pages[target].anchors:
                out.append(f"{name} links to {link}: the page has no such place")
        if len(name.parts) > 1 and (page.lang, page.search) != {"zh": ("zh-CN", "搜索"), "en": ("en", "Search")}[name.parts[0]]:
            out.append(f"{name} is in {page.lang}, and asks to {page.search}")
        # the examples of the rules about ids hold made-up ones
        for number in () if name.parts[1:] == ("reference", "rules.html") else PERSONS.findall(path.read_text(encoding="utf-8")):
            out.append(f"{name} shows what looks like a resident id, {number[:6]}…")
    for path in sorted(site.rglob("*.css")):
        if FETCHED.search(path.read_text(encoding="utf-8")):
            out.append(f"{path.relative_to(site)} loads from elsewhere")
    return out


def planted() -> None:
    """Each kind of fault is found in a site that has it."""
    wrong = {
        '<a href="nowhere.html">': "which is not there",
        '<a href="#nowhere">': "no such place",
        '<script src="https://example.org/a.js"></script>': "loads https",
        '<link rel="stylesheet" href="//example.org/a.css">': "loads //",
        "<script>load('https://example.org/a.js')</script>": "loads https",
        '<img src="nowhere.png">': "which is not there",
        '<p style="background: url(http://example.org/a.png)">': "loads background",
        "<p>142733197001010017</p>": "resident id",
        "<pre>甲\n乙</pre><p>甲\n乙</p>": "breaks a line",
    }
    for markup, words in wrong.items():
        with tempfile.TemporaryDirectory() as made:
            Path(made, "index.html").write_text(f'<html lang="en"><body id="here"><a href="#here">{markup}</body></html>', encoding="utf-8")
            found = faults(Path(made))
            if len(found) != 1 or words not in found[0]:
                sys.exit(f"the planted fault {markup} was not found: {found}")


SEARCH = r"""
const fs = require("fs"), vm = require("vm");
const site = process.argv[1], queries = JSON.parse(process.argv[2]);
const context = vm.createContext({});
context.window = context;
vm.runInContext(fs.readFileSync(site + "/_static/base-stemmer.js", "utf8"), context);
vm.runInContext(fs.readFileSync(site + "/_static/english-stemmer.js", "utf8"), context);
vm.runInContext(fs.readFileSync(site + "/_static/language_data.js", "utf8"), context);
let index;
vm.runInContext(fs.readFileSync(site + "/searchindex.js", "utf8"), vm.createContext({ Search: { setIndex: (made) => { index = made; } } }));
const split = vm.runInContext("splitQuery", context), stemmer = vm.runInContext("new Stemmer()", context);
const out = {};
for (const query of queries) {
  const pages = split(query.toLowerCase()).map((term) => stemmer.stemWord(term)).map((word) => {
    const found = [index.terms, index.titleterms].flatMap((terms) => (Object.hasOwn(terms, word) ? terms[word] : []));
    return new Set(found.map((n) => index.docnames[n]));
  });
  out[query] = pages.length ? [...pages[0]].filter((page) => pages.every((each) => each.has(page))) : [];
}
console.log(JSON.stringify(out));
"""
QUERIES = {
    "信用代码": "reference/rules",
    "展示体验中心": "reference/indicators",
    "镇": "index",
    "entity.code-check": "reference/rules",
    "浮点数": "howto/frames-in",
    "mapInArrow": "howto/spark",
    "read_many": "howto/reading",
    "sensitivity": "howto/what-if",
    "floor area": "reference/fields",
    "what_if": "python/index",
    "月度销售": "notebooks/cleaning",
}


def searched(site: Path) -> None:
    """The search, as the browser does it, finds each query on its page, and finds no page for what is on none."""
    for lang in ("zh", "en"):
        asked = [*QUERIES, "龘靐齉"]
        done = subprocess.run(["node", "-e", SEARCH, str(site / lang), json.dumps(asked)], check=True, capture_output=True, text=True)
        found = json.loads(done.stdout)
        for query, page in QUERIES.items():
            # the page about floats has the Chinese word in Chinese only
            if page not in found[query] and not (lang == "en" and page.startswith("howto")) and (lang, page) != ("en", "index"):
                sys.exit(f"searching {query} in the site in {lang} does not find {page}: {found[query]}")
        if found["龘靐齉"]:
            sys.exit(f"searching what is nowhere finds {found['龘靐齉']}")


def main() -> None:
    site = Path(sys.argv[1])
    planted()
    found = faults(site)
    if found:
        sys.exit("\n".join(found))
    pages = len(list(site.rglob("*.html")))
    if pages < 50:
        sys.exit(f"the site has {pages} pages only")
    searched(site)
    print(f"site: {pages} pages, every link leads somewhere, nothing is loaded from elsewhere, {len(QUERIES)} searches find their page")


if __name__ == "__main__":
    main()
