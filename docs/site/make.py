"""Makes the documentation site: ``python docs/site/make.py OUT`` writes ``OUT/zh`` and ``OUT/en``.

    --accept    writes what the pages' code shows into the pages, for their author; makes no site

Every page is staged below ``OUT/../stage`` and given to Sphinx: the pages of a language from its folder, those of both from ``shared``,
the reference and the design from ``docs`` as they stand there, the figures of the benchmarks from ``benches``, the notebooks from
``examples/notebooks``. Nothing is fetched.
What of an example is run by other tests, such as a job for Spark or the quick start of another language, a page shows by
``literalinclude`` of ``/examples/…`` or ``/eken-ffi/…``, which fails where the file no longer has it.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import blocks
import notebook

HERE = Path(__file__).resolve().parent
DOCS = HERE.parent
ROOT = DOCS.parent
LANGS = ("zh", "en")
QUICK_STARTS = (
    "eken-ffi/kotlin/src/test/kotlin/eken/readme/QuickStart.kt",
    "eken-ffi/kotlin/src/test/java/eken/readme/JavaQuickStart.java",
    "eken-ffi/swift/Tests/EkenTests/QuickstartTests.swift",
)
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\[\]\n]*)\]\((?P<to>[^)\s]+)\)")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("out", type=Path, nargs="?")
    arguments.add_argument("--accept", action="store_true")
    told = arguments.parse_args()
    if told.accept:
        for lang in LANGS:
            for path in sorted((HERE / lang).rglob("*.md")):
                text = path.read_text(encoding="utf-8")
                path.write_text(blocks.accepted(text, blocks.run(text, lang, f"{lang}/{path.name}")), encoding="utf-8")
        return
    if told.out is None:
        arguments.error("say where to: make.py OUT")
    out: Path = told.out.resolve()
    stage = out.parent / "stage"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.rmtree(out, ignore_errors=True)
    began = time.monotonic()
    notebooks = {path.stem: notebook.page(notebook.executed(path)) for path in sorted(notebook.NOTEBOOKS.glob("*.py"))}
    _tell("notebooks executed", len(notebooks), began)
    run, differ = 0, []
    for lang in LANGS:
        for path in sorted((HERE / lang).rglob("*.md")):
            text = path.read_text(encoding="utf-8")
            name = str(path.relative_to(HERE))
            ran = blocks.run(text, lang, name)
            run += len(ran)
            differ += blocks.differences(text, ran, name)
            _write(stage / lang / path.relative_to(HERE / lang), blocks.displayed(text, ran))
    if differ:
        sys.exit("\n".join(differ) + "\n\nmend the page, or take what was shown: docs/site/build --accept")
    _tell("blocks of the pages run, each showing what its page says", run, began)
    for lang in LANGS:
        for name, text in notebooks.items():
            _write(stage / lang / "notebooks" / f"{name}.md", text)
        for path in sorted((ROOT / "examples").rglob("*.py")):
            _write(stage / lang / path.relative_to(ROOT), path.read_text(encoding="utf-8"))
        # the quick starts of the other languages, which their own tests run
        for path in QUICK_STARTS:
            _write(stage / lang / path, (ROOT / path).read_text(encoding="utf-8"))
        for path in sorted((HERE / "shared").rglob("*.md")):
            _write(stage / lang / path.relative_to(HERE / "shared"), path.read_text(encoding="utf-8"))
        for path in sorted(DOCS.rglob("*.md")):
            if HERE not in path.parents:
                _write(stage / lang / path.relative_to(DOCS), _at_home(path))
        # what was measured stands beside what measures it
        for path in sorted((ROOT / "benches").rglob("README.md")):
            _write(stage / lang / path.relative_to(ROOT), _at_home(path))
    # each in a process of its own: Sphinx keeps the words of the first language that it was told
    with ProcessPoolExecutor(len(LANGS), mp_context=get_context("spawn")) as pool:
        sound = list(pool.map(_sphinx, LANGS, [stage] * len(LANGS), [out] * len(LANGS)))
    if not all(sound):
        sys.exit("Sphinx found faults in the site")
    _tell("pages of the site", len(list(out.rglob("*.html"))), began)
    (out / "index.html").write_text(
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>eken</title>'
        '<meta http-equiv="refresh" content="0; url=zh/index.html"><a href="zh/index.html">中文</a> <a href="en/index.html">English</a></html>\n',
        encoding="utf-8",
    )


def _tell(what: str, count: int, began: float) -> None:
    print(f"{what}: {count} ({time.monotonic() - began:.0f} s)", flush=True)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _at_home(path: Path) -> str:
    """A page of the docs for the site: a link to a file that is no page of it becomes the name of the file."""

    def mended(link: re.Match[str]) -> str:
        to = link["to"].partition("#")[0]
        if not to or "://" in to:
            return link[0]
        target = (path.parent / to).resolve()
        if target.suffix == ".md" and DOCS in target.parents:
            return link[0]
        if not target.exists():
            raise SystemExit(f"{path.relative_to(ROOT)} links to {to}, which is not there")
        return f"{link['text']} (`{target.relative_to(ROOT)}`)" if str(target.relative_to(ROOT)) not in link["text"] else link["text"]

    return _LINK.sub(mended, path.read_text(encoding="utf-8"))


def _sphinx(lang: str, stage: Path, out: Path) -> bool:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    source = stage / lang
    with patch_docutils(str(HERE)), docutils_namespace():
        app = Sphinx(
            srcdir=source,
            confdir=HERE,
            outdir=out / lang,
            doctreedir=stage / f"doctrees-{lang}",
            buildername="html",
            confoverrides={"language": {"zh": "zh_CN", "en": "en"}[lang]},
            status=None,
            warningiserror=True,
            exception_on_warning=False,
        )
        app.build()
        return not app.statuscode


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
