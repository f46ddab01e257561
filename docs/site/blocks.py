"""Pages whose code is run: each ``python`` and ``console`` block of a page, in order, in an empty folder that holds ``examples``.

What a block shows, its last expression included, must be what the ``text`` block below it says, to the letter; a block that shows
something and has none is a fault, and so is one that says more than was shown. ``text display`` says that the site shows there
what a notebook shows: a table, a chart. Other languages (``sh``) are not run.
"""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import subprocess
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from shown import drawn, table

ROOT = Path(__file__).resolve().parents[2]
_FENCE = re.compile(r"^```(?P<lang>python|console|text)(?P<more>[^\n]*)\n(?P<body>.*?)^```$", re.M | re.S)


@dataclass
class Block:
    """A block that was run: where it begins and ends, what it showed, as text and as a notebook does, and the text below that says so."""

    line: int
    end: int
    shown: str
    markup: Callable[[], str] | None
    told: re.Match[str] | None

    @property
    def display(self) -> bool:
        """Whether the site shows it as a notebook does."""
        return self.told is not None and "display" in self.told["more"]


@contextlib.contextmanager
def folder() -> Iterator[None]:
    """An empty folder with the examples, as whoever follows a page has it."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as made:
        Path(made, "examples").symlink_to(ROOT / "examples")
        os.chdir(made)
        try:
            yield
        finally:
            os.chdir(before)


def run(page: str, lang: str, name: str) -> list[Block]:
    """The blocks of a page, each as it ran."""
    import eken

    found = list(_FENCE.finditer(page))
    blocks: list[Block] = []
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with folder():
        eken.options.lang = lang
        for n, match in enumerate(found):
            if match["lang"] == "text":
                continue
            after = found[n + 1] if n + 1 < len(found) else None
            told = after if after is not None and after["lang"] == "text" and not page[match.end() : after.start()].strip() else None
            line = page.count("\n", 0, match.start()) + 1
            if match["lang"] == "python":
                shown, markup = _python(match["body"], namespace, f"{name}, block at line {line}")
            else:
                shown, markup = _console(match["body"]), None
            blocks.append(Block(line, match.end(), shown, markup, told))
    return blocks


def _python(code: str, namespace: dict[str, Any], name: str) -> tuple[str, Callable[[], str] | None]:
    out = io.StringIO()
    markup: Callable[[], str] | None = None
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(tree, name, "exec"), namespace)
            if last is not None:
                value = eval(compile(ast.Expression(last.value), name, "eval"), namespace)
                if value is not None:
                    chart = type(value).__module__.startswith("altair.")
                    print(f"<{type(value).__name__}>" if chart else repr(value))
                    if chart:
                        markup = partial(drawn, value)
                    elif hasattr(value, "_repr_html_"):
                        markup = partial(table, value._repr_html_())
    except Exception:
        raise SystemExit(f"{name} failed:\n{code}\n{traceback.format_exc()}") from None
    return out.getvalue(), markup


def _console(body: str) -> str:
    shown = []
    for line in body.splitlines():
        command, _, note = line.removeprefix("$ ").partition("  # exit ")
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, encoding="utf-8")
        if done.returncode != int(note or 0):
            raise SystemExit(f"{command}\nended with {done.returncode}\n{done.stderr}")
        shown.append(done.stdout)
    return "".join(shown)


def differences(page: str, blocks: list[Block], name: str) -> list[str]:
    """What the page says and did not happen."""
    out = []
    for block in blocks:
        told = "" if block.told is None else block.told["body"]
        if told.rstrip() != block.shown.rstrip():
            out.append(f"{name}:{block.line} shows\n{_indented(block.shown)}\nand the page says\n{_indented(told)}")
    return out


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in (text.rstrip() or "(nothing)").splitlines())


def accepted(page: str, blocks: list[Block]) -> str:
    """The page with what was shown, for its author to read and to commit."""
    for block in reversed(blocks):
        text = f"{block.shown.rstrip()}\n" if block.shown.strip() else ""
        if block.told is not None:
            page = page[: block.told.start("body")] + text + page[block.told.end("body") :]
        elif text:
            page = f"{page[: block.end]}\n\n```text\n{text}```{page[block.end :]}"
    return page


def displayed(page: str, blocks: list[Block]) -> str:
    """The page as the site has it: what a notebook shows, where it asks for that."""
    for block in reversed(blocks):
        if block.display and block.told is not None:
            if block.markup is None:
                raise SystemExit(f"the block at line {block.line} has nothing to display")
            page = page[: block.told.start()] + block.markup() + page[block.told.end() :]
    return page
