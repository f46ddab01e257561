"""Notebooks, kept as percent scripts: executed as an analyst executes them, held against their checks, made into pages.

The checks of a notebook stand in ``tests/docs/notebooks/NAME.py``; they run as its last cell, in its own kernel, and see what it made.
"""

from __future__ import annotations

import re
import tempfile
from html import escape
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "examples" / "notebooks"
CHECKS = ROOT / "tests" / "docs" / "notebooks"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def executed(path: Path) -> Any:
    """A notebook as it is once its cells have run; its checks have run too and are not in it."""
    notebook = jupytext.read(path)
    check = CHECKS / path.name
    if not check.exists():
        raise SystemExit(f"{path.name} has no checks: write {check.relative_to(ROOT)}")
    notebook.cells.append(nbformat.v4.new_code_cell(check.read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as pipes:
        # by pipes of this machine: another process could listen to ports
        kernel = AsyncKernelManager(kernel_name="python3", transport="ipc", ip=f"{pipes}/kernel")
        client = NotebookClient(notebook, km=kernel, timeout=300, resources={"metadata": {"path": str(path.parent)}})
        try:
            client.execute()
        except CellExecutionError as error:
            raise SystemExit(f"{path.name} failed:\n{_ANSI.sub('', str(error))}") from None
    notebook.cells.pop()
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "stream" and output.name == "stderr":
                raise SystemExit(f"{path.name} wrote to standard error:\n{output.text}")
    return notebook


def page(notebook: Any, wrap: Any) -> str:
    """An executed notebook as a page in Markdown."""
    return "\n\n".join(part for cell in notebook.cells for part in _cell(cell, wrap)) + "\n"


def _cell(cell: Any, wrap: Any) -> list[str]:
    if cell.cell_type == "markdown":
        return [cell.source]
    return [f"```python\n{cell.source}\n```", *(_output(output, wrap) for output in cell.outputs)]


def _output(output: Any, wrap: Any) -> str:
    if output.output_type == "stream":
        return f"```text\n{output.text.rstrip()}\n```"
    data = output.data
    charts = [kind for kind in data if kind.startswith("application/vnd.vegalite")]
    if "image/svg+xml" in data:
        return wrap(data["image/svg+xml"], "chart")
    if charts:
        import vl_convert

        return wrap(vl_convert.vegalite_to_svg(data[charts[0]]), "chart")
    if "text/html" in data:
        return wrap(data["text/html"])
    return f"```text\n{_ANSI.sub('', data['text/plain']).rstrip()}\n```"


def raw(html: str, kind: str = "table") -> str:
    """Markup that goes into a page as it is, in a box of its own; wide ones are scrolled, by keys too."""
    label = {"chart": "图 Chart", "table": "表 Table"}[kind]
    inner = "\n".join(line for line in html.splitlines() if line.strip())
    return f'````{{raw}} html\n<div class="shown {kind}" role="region" aria-label="{escape(label)}" tabindex="0">\n{inner}\n</div>\n````'
