"""The axis of days, and how wide the charts along it are."""

from __future__ import annotations

import datetime
from typing import Any

from .canvas import pick
from .library import alt

WIDTH = 640


def moment(day: datetime.date) -> int:
    """A day as Vega counts it, the same in every time zone: milliseconds since 1970."""
    return (day - datetime.date(1970, 1, 1)).days * 86_400_000


def month_axis(days: tuple[datetime.date, datetime.date], lang: str) -> tuple[Any, Any]:
    """The axis of the months from a day until before another, and its scale."""
    lib = alt()
    count = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month
    step = 1 if count <= 18 else 3
    starts = [datetime.date(days[0].year + month // 12, month % 12 + 1, 1) for month in range(0, count, step)]
    month, year = (f"utcFormat(datum.value,'{form}')" for form in pick(lang, "%-m月 %Y年", "%b %Y").split(" "))
    axis = lib.Axis(
        title=None,
        values=[moment(day) for day in starts],
        labelExpr=f"utcmonth(datum.value)==0 ? [{month},{year}] : {month}",
        labelAlign="left",
        labelOffset=3,
        grid=True,
        gridOpacity=0.5,
    )
    return axis, lib.Scale(domain=[moment(days[0]), moment(days[1])], nice=False)
