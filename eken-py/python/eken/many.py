"""Many dossiers: a province in one table."""

from __future__ import annotations

import datetime
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, overload

from . import _eken
from .assessment import settled
from .errors import Error, OptionError
from .frames import Frame, Tabular, frame_of, missing_library
from .limits import Limits, bounds
from .options import checked_lang
from .standing import VERDICTS, Standing, verdict
from .values import Code

if TYPE_CHECKING:
    from .plan import Plan
    from .plot import ManyPlots

__all__ = ["Many", "Row", "Town", "assess_many"]


class Row(NamedTuple):
    """How one town stands on one indicator or target."""

    file: str
    """The file of the dossier."""
    line: int | None
    """Its line, in a file of many."""
    town: str | None
    """Name of the town, masked of personal numbers."""
    tier: str | None
    """Code of the county tier."""
    id: str
    """Id of the indicator or target."""
    title: str
    """Its title."""
    verdict: Code
    """The verdict."""
    gap: Decimal | None
    """Gap of the criterion that decides, where one does and has a figure."""
    unit: str | None
    """Unit of the gap."""
    provisional: bool
    """Whether a provisional or estimated figure is among the facts."""
    missing: int
    """How many things it lacks."""
    lead: str | None
    """Id of the department that leads."""


class Town:
    """What came of one dossier: its assessment as data, or why there is none.

    The assessment is kept packed, some 20 kB a town, and unpacked each time that it is asked for, so that a province fits into memory.
    """

    __slots__ = ("_findings", "_packed", "error", "file", "line")

    file: str
    """The file of the dossier."""
    line: int | None
    """Its line, in a file of many."""
    error: Error | None
    """Why there is no assessment."""

    def __init__(
        self, file: str, line: int | None, packed: bytes | None, findings: tuple[int, int, int] | None, error: Error | None
    ) -> None:
        self.file, self.line, self.error = file, line, error
        self._packed, self._findings = packed, findings

    def to_dict(self) -> dict[str, Any]:
        """The assessment as the JSON of ``eken assess`` has it; raises the error where there is none."""
        if self._packed is None:
            assert self.error is not None
            raise self.error
        told: dict[str, Any] = json.loads(zlib.decompress(self._packed), parse_float=Decimal)
        return told

    @property
    def town(self) -> str | None:
        """Name of the town, masked of personal numbers."""
        name: str | None = self.to_dict()["town"]
        return name

    @property
    def findings(self) -> dict[str, int]:
        """How many findings there are of each severity."""
        error, warning, info = self._findings or (0, 0, 0)
        return {"error": error, "warning": warning, "info": info}

    @property
    def counts(self) -> dict[str, int]:
        """How many binding indicators have each verdict."""
        counts: dict[str, int] = self.to_dict()["counts"]
        return counts

    @property
    def receipt(self) -> dict[str, Any]:
        """The receipt, as that of :attr:`eken.Assessment.receipt`."""
        told = self.to_dict()
        return {name: told[name] for name in ("receipt", "options", "plan")}

    def standings(self) -> tuple[Standing, ...]:
        """How the town stands on each indicator and target."""
        return _standings(self.to_dict())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Town):
            return NotImplemented
        mine, its = (self.file, self.line, self._packed), (other.file, other.line, other._packed)
        return mine == its and (self.error is None) == (other.error is None)

    def __hash__(self) -> int:
        return hash((Town, self.file, self.line))

    def __reduce__(self) -> tuple[Any, ...]:
        return (Town, (self.file, self.line, self._packed, self._findings, self.error))

    def __repr__(self) -> str:
        at = f"{self.file}:{self.line}" if self.line is not None else self.file
        if self.error is not None:
            return f"<Town {at}: {self.error.code}>"
        return f"<Town {at}: {', '.join(f'{count} {code}' for code, count in self.counts.items() if count)}>"


def _standings(told: dict[str, Any]) -> tuple[Standing, ...]:
    return tuple(Standing(each) for each in (*told["indicators"], *told["targets"]))


def rows_of(told: dict[str, Any], file: str, line: int | None, lang: str) -> Iterator[Row]:
    """The rows of one assessment, given as the JSON of ``eken assess`` has it."""
    for standing in _standings(told):
        deciding = next((leaf for leaf in standing.leaves() if leaf.verdict == standing.verdict and leaf.gap is not None), None)
        lead = standing.departments.lead
        yield Row(
            file=file,
            line=line,
            town=told["town"],
            tier=told["tier"],
            id=standing.id,
            title=standing.title(lang),
            verdict=verdict(standing.verdict),
            gap=None if deciding is None else deciding.gap,
            unit=None if deciding is None else deciding.unit,
            provisional=standing.provisional,
            missing=sum(len(leaf.missing) + leaf.missing_unlisted for leaf in standing.leaves()),
            lead=None if lead is None else lead.id,
        )


class Many(Sequence[Town], Tabular):
    """The assessments of many dossiers, in the order of files and lines. Those read and those refused are all there were."""

    __slots__ = ("_lang", "_towns")

    def __init__(self, towns: Iterable[Town], lang: str) -> None:
        self._towns, self._lang = tuple(towns), lang

    @property
    def assessed(self) -> tuple[Town, ...]:
        """Those that were assessed."""
        return tuple(town for town in self._towns if town.error is None)

    @property
    def refused(self) -> tuple[Town, ...]:
        """Those that are no dossiers, each with its error."""
        return tuple(town for town in self._towns if town.error is not None)

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many towns have each verdict, by indicator and target."""
        out: dict[str, dict[str, int]] = {}
        for row in self.rows():
            out.setdefault(row.id, dict.fromkeys(VERDICTS, 0))[row.verdict] += 1
        return out

    def rows(self) -> Iterator[Row]:
        """One row for each town and each indicator or target."""
        for town in self.assessed:
            yield from rows_of(town.to_dict(), town.file, town.line, self._lang)

    def frame(self) -> Frame:
        """The one table: :meth:`rows`."""
        return frame_of(("评估", "Assessments"), _COLUMNS, self.rows(), (self, "frame", {}))

    @property
    def plot(self) -> ManyPlots:
        """Its charts: ``many.plot.heatmap()``; they need ``pip install eken[plot]``."""
        from .plot import ManyPlots

        return ManyPlots(self)

    @overload
    def __getitem__(self, key: int) -> Town: ...
    @overload
    def __getitem__(self, key: slice) -> Many: ...
    def __getitem__(self, key: int | slice) -> Town | Many:
        return Many(self._towns[key], self._lang) if isinstance(key, slice) else self._towns[key]

    def __iter__(self) -> Iterator[Town]:
        return iter(self._towns)

    def __len__(self) -> int:
        return len(self._towns)

    def __eq__(self, other: object) -> bool:
        return self._towns == other._towns if isinstance(other, Many) else NotImplemented

    def __hash__(self) -> int:
        return hash((Many, self._towns))

    def __reduce__(self) -> tuple[Any, ...]:
        return (Many, (self._towns, self._lang))

    def __repr__(self) -> str:
        return f"<Many: {len(self.assessed)} assessed, {len(self.refused)} refused>"

    def _repr_html_(self) -> str:
        from .display import many

        return many(self)


_COLUMNS = (
    ("file", "code"),
    ("line", "whole"),
    ("town", "code"),
    ("tier", "code"),
    ("id", "code"),
    ("title", "code"),
    ("verdict", "code"),
    ("gap", "decimal"),
    ("unit", "code"),
    ("provisional", "flag"),
    ("missing", "whole"),
    ("lead", "code"),
)

Progress = Callable[[int, int], object]


def assess_many(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    year: int,
    *,
    as_of: datetime.date | str | None = None,
    readings: Mapping[str, str] | None = None,
    tier: str | None = None,
    plan: Plan | str | os.PathLike[str] | None = None,
    threads: int | None = None,
    progress: bool | Literal["tqdm", "rich"] | Progress = False,
    limits: Limits | None = None,
) -> Many:
    """Assesses the dossiers of many files on several threads: a pattern such as ``"dossiers/*.json"``, or paths of files of any
    kind, those with a dossier a line (``.ndjson``) among them.

    ``progress`` is ``True`` for a bar of tqdm or rich, whichever is installed, else a line on standard error; ``"tqdm"`` or
    ``"rich"`` for that one; or a function that is called with how many files are done and how many there are. A file that is no dossier is a :class:`Town` with its error; the rest
    goes on. Ctrl-C stops it.

    >>> import eken
    >>> done = eken.assess_many("examples/data/*.json", year=2023)
    >>> len(done), len(done.refused), next(done.rows()).id
    (4, 0, '1')
    """
    from .plan import as_plan

    if threads is not None and not (isinstance(threads, int) and 1 <= threads <= 256):
        raise OptionError(
            "call.option",
            ("threads 应为 1 至 256 之间的整数", "threads is no whole number from 1 to 256"),
            ("如 threads=2", "such as threads=2"),
        )
    files = _files(paths)
    lang = checked_lang(None)
    day, chosen = settled(as_of, readings)
    towns: list[Town] = []
    tell = _teller(progress, len(files))

    def take(file: int, line: int | None, text: str | None, findings: tuple[int, int, int] | None, error: Error | None) -> None:
        # the sentences of a report say the same thing often: the quickest packing takes a tenth of the text
        packed = None if text is None else zlib.compress(text.encode(), 1)
        towns.append(Town(files[file], line, packed, findings, error))
        tell(file + (line is None))

    try:
        supposed = None if tier is None else str(tier)
        _eken.assess_many(files, as_plan(plan)._native, lang, year, day, chosen, supposed, threads, take, bounds(limits))
        tell(len(files))
    finally:
        tell(-1)
    return Many(towns, lang)


def _files(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> list[str]:
    import glob

    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    files: list[str] = []
    for path in given:
        name = os.fsdecode(os.fspath(path))
        found = sorted(glob.glob(name)) if not os.path.exists(name) and glob.has_magic(name) else [name]
        files.extend(found or [name])
    return files


def _teller(progress: bool | str | Progress, total: int) -> Callable[[int], None]:
    """Tells how many files are done, each number once; -1 ends it."""
    if progress is False:
        return lambda done: None
    if progress is True or isinstance(progress, str):
        return _bar(progress, total)
    last = [-1]

    def tell(done: int) -> None:
        if done > last[0]:
            last[0] = done
            progress(done, total)

    return tell


def _bar(asked: str | bool, total: int) -> Callable[[int], None]:
    bars = {"tqdm": _tqdm, "rich": _rich}
    if isinstance(asked, str) and asked not in bars:
        raise OptionError(
            "call.option",
            ('progress 应为 True、"tqdm"、"rich" 或函数', 'progress is neither True, "tqdm", "rich" nor a function'),
            ("如 progress=True", "such as progress=True"),
        )
    for name, bar in bars.items():
        if asked is True or asked == name:
            try:
                return bar(total)
            except ImportError:
                if asked == name:
                    raise missing_library(name) from None
    return _line(total)


def _tqdm(total: int) -> Callable[[int], None]:
    from tqdm.auto import tqdm

    bar = tqdm(total=total, unit="file")

    def tell(done: int) -> None:
        if done < 0:
            bar.close()
        elif done > bar.n:
            bar.update(done - bar.n)

    return tell


def _rich(total: int) -> Callable[[int], None]:
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (*Progress.get_default_columns()[1:3], MofNCompleteColumn(), TextColumn("file"), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True))
    task = bar.add_task("", total=total)
    bar.start()

    def tell(done: int) -> None:
        if done < 0:
            bar.stop()
        else:
            bar.update(task, completed=done)

    return tell


def _line(total: int) -> Callable[[int], None]:
    import sys

    last = [-1]

    def tell(done: int) -> None:
        if done < 0:
            sys.stderr.write("\n")
        elif done > last[0]:
            last[0] = done
            sys.stderr.write(f"\r{done}/{total}")
            sys.stderr.flush()

    return tell
