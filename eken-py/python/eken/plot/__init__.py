"""Charts: how far each indicator is from what is required, progress by month against the phases of the plan, the tiers compared,
many towns at a glance.

``a.plot`` of an assessment and ``many.plot`` of many make them, as altair charts; each has a frame of exactly the same data, whose
figures are decimals where the chart has binary numbers. A verdict stands by mark and word, never by colour alone. altair and
vl-convert are an extra, ``pip install eken[plot]``, imported when a chart is asked for; the frames need neither.

:func:`save` writes a chart as SVG, PNG or HTML, so that Chinese shows.
"""

from __future__ import annotations

from .assessment import AssessmentPlots
from .many import ManyPlots
from .saving import FONTS, save

__all__ = ["FONTS", "AssessmentPlots", "ManyPlots", "save"]
