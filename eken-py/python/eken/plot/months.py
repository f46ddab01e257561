"""What is filed month by month on a series: monthly, cumulative and quarterly figures, and what follows from them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ..values import Code, Figure, Period

if TYPE_CHECKING:
    from ..assessment import Assessment

_TERRITORIES = {"core-area": "core_area", "host-townships": "host_townships"}


class Month(NamedTuple):
    """A month of a series. What is not on file and does not follow is None."""

    series: Code
    territory: Code
    month: str
    amount: Decimal | None
    """Of the month alone."""
    amount_filed: bool | None
    """Whether it is on file, else it follows from cumulative figures."""
    cumulative: Decimal | None
    """Since January."""
    cumulative_filed: bool | None
    """Whether it is on file, else it follows from the months or quarters."""
    before: Decimal | None
    """Since January, the year before."""
    provisional: bool
    """Whether a provisional or estimated figure is in it."""
    conflict: bool
    """Whether records of the month disagree; then none is taken."""

    @property
    def year(self) -> int:
        """Its year."""
        return int(self.month[:4])


class _Held(NamedTuple):
    values: set[Decimal]
    provisional: bool


_Filed = dict[tuple[str, int, int], _Held]


def months(a: Assessment, wanted: str | None, years: range) -> list[Month]:
    """The months on file in some years, series by series, on the territory of reading R23 and over by the as-of day."""
    filed: dict[str, _Filed] = {}
    names: dict[str, tuple[Code, Code]] = {}
    option = next((reading.option for reading in a.readings if reading.id == "R23"), "")
    place = _TERRITORIES.get(option, "site")
    for record in a.dossier.statistics:
        series, territory, amount = record.series, record.territory, record.amount
        if not (isinstance(series, Code) and isinstance(territory, Code) and isinstance(amount, Figure)):
            continue
        key = _key(record.period, record.cumulative, a.as_of)
        if key is None or territory != place or wanted not in (None, str(series)):
            continue
        names[str(series)] = series, territory
        of = filed.setdefault(str(series), {})
        held = of.get(key, _Held(set(), False))
        of[key] = _Held({*held.values, Decimal(amount)}, held.provisional or amount.is_provisional)
    out: list[Month] = []
    for code, of in filed.items():
        walked = {year: _walk(of, year) for year in range(years.start - 1, years.stop)}
        for year in years:
            before = {month.month[5:]: month.cumulative for month in walked[year - 1]}
            blank = [month._replace(before=before.get(month.month[5:])) for month in walked[year]]
            out.extend(
                month._replace(series=names[code][0], territory=names[code][1]) for month in blank if _told(month, year == a.year)
            )
    return out


def _told(month: Month, assessed: bool) -> bool:
    """Whether a month has figures of its own; of the year assessed, those of the year before are enough."""
    own = month.amount is not None or month.cumulative is not None
    return month.conflict or own or (assessed and month.before is not None)


def _key(period: object, cumulative: object, as_of: datetime.date) -> tuple[str, int, int] | None:
    if not isinstance(period, Period) or period.last > as_of or period.precision == "year":
        return None
    month = period.last.month
    if period.precision == "quarter":
        return "quarter", period.year, month
    if month == 1 or cumulative is False:
        return "month", period.year, month
    return ("cumulative", period.year, month) if cumulative is True else None


def _walk(filed: _Filed, year: int) -> list[Month]:
    """The twelve months of a year. A month that is missing ends the sum until a cumulative figure takes it up."""
    none, nameless = _Held(set(), False), Code("", "", "")
    out: list[Month] = []
    sums: list[Decimal | None] = [Decimal(0)]
    unsure = False
    for month in range(1, 13):
        alone, since, quarter = (filed.get((kind, year, month), none) for kind in ("month", "cumulative", "quarter"))
        conflict = any(len(held.values) > 1 for held in (alone, since, quarter))
        amount, total, third = (next(iter(held.values)) if len(held.values) == 1 else None for held in (alone, since, quarter))
        amount_filed, total_filed = (None if value is None else True for value in (amount, total))
        last = sums[-1]
        if total is None and not since.values:
            if amount is not None and last is not None:
                total, total_filed = last + amount, month == 1
            elif third is not None and not alone.values and (start := sums[max(month - 3, 0)]) is not None:
                total, total_filed = start + third, False
        if amount is None and not alone.values and total is not None and last is not None:
            amount, amount_filed = total - last, False
        used = [held.provisional for held in (alone, since, quarter)]
        unsure = any(used) or (unsure and total_filed is not True)
        sums.append(total)
        name = f"{year}-{month:02}"
        out.append(
            Month(
                nameless, nameless, name, amount, amount_filed, total, total_filed, None, unsure and total is not None, conflict
            )
        )
    return out
