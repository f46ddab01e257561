"""The charts of many assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..frames import Frame
from ..options import checked_lang

if TYPE_CHECKING:
    import altair

    from ..many import Many

__all__ = ["ManyPlots"]


class ManyPlots:
    """The charts of many assessments, each with its data as a frame.

    >>> import eken
    >>> many = eken.assess_many("examples/data/*.json", year=2023)
    >>> len(many.plot.heatmap_frame()) == len(many) * 28
    True
    """

    __slots__ = ("_of",)

    def __init__(self, of: Many) -> None:
        self._of = of

    def heatmap(
        self,
        *,
        targets: bool = False,
        order: Literal["verdicts", "files"] = "verdicts",
        lang: str | None = None,
        theme: Literal["light", "dark"] = "light",
    ) -> altair.VConcatChart:
        """The towns by the indicators, a mark in each cell; with ``targets`` the targets of the county's own plan too.

        Towns stand from the one with most that is not met, or in the order of ``"files"``. A file that is no dossier has its row, with
        its error.
        """
        from . import heatmap

        return heatmap.chart(self._of, checked_lang(lang), theme, targets, order)

    def heatmap_frame(self, *, targets: bool = False, lang: str | None = None) -> Frame:
        """The data of :meth:`heatmap`, exactly: a row a cell, in the order of the files; a file that is no dossier has one row, with
        the code of its error."""
        from . import heatmap

        told = {"targets": targets, "lang": checked_lang(lang)}
        return heatmap.frame(heatmap.cells(self._of, checked_lang(lang), targets), (self, "heatmap_frame", told))

    def __eq__(self, other: object) -> bool:
        return self._of == other._of if isinstance(other, ManyPlots) else NotImplemented

    def __hash__(self) -> int:
        return hash((ManyPlots, self._of))

    def __reduce__(self) -> tuple[Any, ...]:
        return (ManyPlots, (self._of,))

    def __repr__(self) -> str:
        return f"<ManyPlots of {self._of!r}>"
