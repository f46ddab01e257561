"""The charts of one assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..frames import Frame
from ..options import checked_lang

if TYPE_CHECKING:
    import altair

    from ..assessment import Assessment

__all__ = ["AssessmentPlots"]


class AssessmentPlots:
    """The charts of an assessment, each with its data as a frame.

    >>> import eken
    >>> a = eken.read("examples/data/yuanqu-2023.json").assess(year=2023)
    >>> a.plot.gaps_frame().columns[:5], len(a.plot.gaps_frame())
    (('kind', 'id', 'title', 'criterion', 'verdict'), 44)
    """

    __slots__ = ("_of",)

    def __init__(self, of: Assessment) -> None:
        self._of = of

    def gaps(
        self, *, criteria: bool = False, lang: str | None = None, theme: Literal["light", "dark"] = "light"
    ) -> altair.VConcatChart:
        """The gap of each indicator and target as a share of what is required, with verdict and figures.

        A bar to the left of zero falls short of a floor or lies above a ceiling, one to the right is to spare; what is not settled is
        pale. An indicator with several criteria is shown by the one that decides: of those with its verdict, the one with the least
        share; with ``criteria`` each has its bar.
        """
        from . import bars

        return bars.chart(self._of, checked_lang(lang), theme, criteria)

    def gaps_frame(self, *, criteria: bool = False, lang: str | None = None) -> Frame:
        """The data of :meth:`gaps`, exactly: a row a bar, with what was measured and required in the unit, and the gap as a share of
        the bound in percent (``share_least`` and ``share_most``, which differ where the value is known within bounds)."""
        from . import gaps

        told = {"criteria": criteria, "lang": checked_lang(lang)}
        return gaps.frame(gaps.rows(self._of, checked_lang(lang), criteria), (self, "gaps_frame", told))

    def progress(
        self, series: str | None = None, *, lang: str | None = None, theme: Literal["light", "dark"] = "light"
    ) -> altair.VConcatChart:
        """Progress by month against the phases of the plan: the figures on file month by month and since January, the year before, what
        is required, and below them the phases by the plan and as they went, with milestones and verdicts.

        ``series`` names one series, such as ``"online_retail"``; else each that has monthly figures has its panel.
        """
        from . import progress

        return progress.chart(self._of, series, checked_lang(lang), theme)

    def progress_frame(self, series: str | None = None, *, lang: str | None = None) -> Frame:
        """The months of :meth:`progress`, exactly, in yuan: what is on file of each month alone and since January, what follows from
        it (``amount_filed`` and ``cumulative_filed`` tell which), the year before, and what is required of the year.

        >>> import eken
        >>> a = eken.read("examples/data/yuanqu-2023.json").assess(year=2023)
        >>> a.plot.progress_frame("online_retail").to_polars()["cumulative"][-1]
        Decimal('23910004.000000000000')
        """
        from . import progress

        told = {"series": series, "lang": checked_lang(lang)}
        return progress.frame(self._of, series, checked_lang(lang), (self, "progress_frame", told))

    def phases_frame(self, *, lang: str | None = None) -> Frame:
        """The phases of :meth:`progress`: by the plan and as they went, with their milestones."""
        from . import phases

        return phases.frame(self._of, checked_lang(lang), (self, "phases_frame", {"lang": checked_lang(lang)}))

    def tiers(
        self, *, every: bool = False, lang: str | None = None, theme: Literal["light", "dark"] = "light"
    ) -> altair.LayerChart:
        """The tiers compared: how the same dossier would stand under the numbers of each county tier.

        It shows the indicators and targets that differ between tiers, with what each requires; ``every`` shows the rest too.
        """
        from . import tiers

        return tiers.chart(self._of, checked_lang(lang), theme, every)

    def tiers_frame(self, *, lang: str | None = None) -> Frame:
        """The data of :meth:`tiers`, exactly: a row for each indicator and target under each tier, and below it one for each criterion
        whose bound or verdict differs."""
        from . import tiers

        told = {"lang": checked_lang(lang)}
        return tiers.frame(tiers.cells(self._of, checked_lang(lang)), (self, "tiers_frame", told))

    def __eq__(self, other: object) -> bool:
        return self._of == other._of if isinstance(other, AssessmentPlots) else NotImplemented

    def __hash__(self) -> int:
        return hash((AssessmentPlots, self._of))

    def __reduce__(self) -> tuple[Any, ...]:
        return (AssessmentPlots, (self._of,))

    def __repr__(self) -> str:
        return f"<AssessmentPlots of {self._of!r}>"
