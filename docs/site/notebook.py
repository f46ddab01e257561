"""Notebooks, kept as percent scripts: executed as an analyst executes them, held against their checks, made into pages.

The checks of a notebook stand in ``tests/docs/notebooks/NAME.py``; they run as its last cell, in its own kernel, and see what it made.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from shown import drawing, table
from traitlets.config import Config

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
        config = Config({"ConnectionFileMixin": {"transport": "ipc", "ip": f"{pipes}/kernel"}})
        client = NotebookClient(notebook, config=config, kernel_name="python3", timeout=300, resources={"metadata": {"path": str(path.parent)}})
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


def page(notebook: Any) -> str:
    """An executed notebook as a page in Markdown."""
    return "\n\n".join(part for cell in notebook.cells for part in _cell(cell)) + "\n"


def _cell(cell: Any) -> list[str]:
    if cell.cell_type == "markdown":
        return [cell.source]
    return [f"```python\n{cell.source}\n```", *(_output(output) for output in cell.outputs)]


def _output(output: Any) -> str:
    if output.output_type == "stream":
        return f"```text\n{output.text.rstrip()}\n```"
    data = output.data
    if "image/svg+xml" in data:
        return drawing(data["image/svg+xml"])
    if "text/html" in data:
        return table(data["text/html"])
    return f"```text\n{_ANSI.sub('', data['text/plain']).rstrip()}\n```"
