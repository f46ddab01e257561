"""The libraries of charts, imported when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import OptionError

if TYPE_CHECKING:
    from types import ModuleType


def alt() -> Any:
    """altair."""
    return _needed("altair", "altair")


def vl_convert() -> Any:
    """vl-convert, which draws a chart without a browser."""
    return _needed("vl_convert", "vl-convert-python")


def _needed(module: str, package: str) -> ModuleType:
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        raise OptionError(
            "call.library",
            (f"画图要用 {package}，尚未安装", f"charts need {package}, which is not installed"),
            (f"pip install {package}，或 pip install eken[plot]", f"pip install {package}, or pip install eken[plot]"),
        ) from None
