"""The gap of each indicator and target as a share of what is required."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from ..frames import Frame, frame_of
from ..standing import Bounds, Criterion, Standing
from .canvas import plain
from .figure import share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..assessment import Assessment

_ZERO = Decimal(0)


class Row(NamedTuple):
    """One bar: a criterion of an indicator or target, or the one that stands for it."""

    kind: str
    id: str
    title: str
    criterion: str | None
    verdict: str
    measured_least: Decimal | None
    measured_most: Decimal | None
    test: str | None
    required_least: Decimal | None
    required_most: Decimal | None
    gap: Decimal | None
    unit: str | None
    share_least: Decimal | None
    share_most: Decimal | None
    provisional: bool
    criteria: int
    """How many criteria it stands for."""
    alike: int
    """How many of them have the verdict."""


COLUMNS = (
    ("kind", "code"),
    ("id", "text"),
    ("title", "text"),
    ("criterion", "text"),
    ("verdict", "code"),
    ("measured_least", "decimal"),
    ("measured_most", "decimal"),
    ("test", "code"),
    ("required_least", "decimal"),
    ("required_most", "decimal"),
    ("gap", "decimal"),
    ("unit", "code"),
    ("share_least", "decimal"),
    ("share_most", "decimal"),
    ("provisional", "flag"),
    ("criteria", "whole"),
    ("alike", "whole"),
)


def rows(a: Assessment, lang: str, criteria: bool) -> Iterator[Row]:
    """The rows: one for each indicator and target, or for each criterion."""
    for kind, standings in (("indicator", a.indicators), ("target", a.targets)):
        for standing in standings:
            leaves = list(standing.leaves())
            if criteria:
                yield from (_row(kind, standing, leaf, leaf.verdict, lang, 1, 1) for leaf in leaves)
            else:
                alike = sum(leaf.verdict == standing.verdict for leaf in leaves)
                yield _row(kind, standing, deciding(standing), standing.verdict, lang, len(leaves), alike)


def deciding(standing: Standing) -> Criterion | None:
    """The criterion that stands for an indicator or target: of those with its verdict, the one with the least share of its bound;
    one without a figure where no other has the verdict."""
    same = [leaf for leaf in standing.leaves() if leaf.verdict == standing.verdict]
    shares = [(least, n) for n, leaf in enumerate(same) if (least := shared(leaf)[0]) is not None]
    return same[min(shares)[1]] if shares else same[0] if same else None


def shared(leaf: Criterion) -> tuple[Decimal | None, Decimal | None]:
    """Gap as a share of the bound that binds, in percent: below zero what falls short of a floor or lies above a ceiling, from zero
    on what reaches it. At least and at most, where the measured value is known within bounds."""
    measured, (floor, ceiling) = leaf.measured, bounds(leaf)
    if isinstance(measured, Bounds):
        ends = [_share(measured.min, floor, ceiling), None if measured.max is None else _share(measured.max, floor, ceiling)]
        if ceiling is None:
            return ends[0], ends[1]
        # of a ceiling the greater value is the worse one
        return (ends[1], ends[0]) if floor is None else (None, None)
    if not isinstance(measured, Decimal):
        return None, None
    one = _share(measured, floor, ceiling)
    return one, one


def _share(value: Decimal, floor: Decimal | None, ceiling: Decimal | None) -> Decimal | None:
    if floor is not None and (ceiling is None or value < floor):
        return share(value - floor, floor)
    if ceiling is not None and (floor is None or value > ceiling):
        return share(ceiling - value, ceiling)
    return None if floor is None else _ZERO


def bounds(leaf: Criterion) -> tuple[Decimal | None, Decimal | None]:
    """Floor and ceiling of what is required."""
    required = leaf.required
    if required is None:
        return None, None
    match required.test:
        case "at_least" | "more_than":
            return required.value, None
        case "at_most" | "less_than":
            return None, required.value
        case "exactly":
            return required.value, required.value
        case "between":
            return required.min, required.max
        case _:
            return None, None


def measured(leaf: Criterion) -> tuple[Decimal | None, Decimal | None]:
    """What was measured, at least and at most."""
    value = leaf.measured
    if isinstance(value, Bounds):
        return value.min, value.max
    return (value, value) if isinstance(value, Decimal) else (None, None)


def _row(kind: str, standing: Standing, leaf: Criterion | None, verdict: str, lang: str, criteria: int, alike: int) -> Row:
    floor, ceiling = (None, None) if leaf is None else bounds(leaf)
    least, most = (None, None) if leaf is None else shared(leaf)
    title = None if leaf is None else leaf.title(lang)
    return Row(
        kind,
        standing.id,
        plain(standing.title(lang)),
        None if title is None else plain(title),
        str(verdict),
        *((None, None) if leaf is None else measured(leaf)),
        None if leaf is None or leaf.required is None else leaf.required.test,
        floor,
        ceiling,
        None if leaf is None else leaf.gap,
        None if leaf is None else leaf.unit,
        least,
        most,
        standing.provisional if leaf is None else leaf.provisional,
        criteria,
        alike,
    )


def frame(rows: Iterator[Row], made: tuple[Any, ...]) -> Frame:
    """The rows as a table."""
    return frame_of(("差距", "Gaps"), COLUMNS, rows, made)
