"""Limits of what is read, so that no file can exhaust memory or the stack."""

from __future__ import annotations

from typing import Any

from . import _eken
from .errors import OptionError

__all__ = ["Limits"]


class Limits:
    """Bounds on a dossier. A file beyond one of them is refused with an error before memory is taken for it.

    They stand where they are unless one is named: a caller who needs more, or a server that grants less, names what differs.

    >>> import eken
    >>> limits = eken.Limits(records=1_000)
    >>> limits.records, limits.depth
    (1000, 32)
    >>> try:
    ...     eken.loads('{"schema_version": 1, "brands": {"items": [{}, {}]}}', limits=eken.Limits(records=1))
    ... except eken.ReadError as error:
    ...     error.code
    'limit.records'
    """

    __slots__ = ("_all", "_native")

    def __init__(
        self,
        *,
        bytes: int | None = None,
        depth: int | None = None,
        text: int | None = None,
        records: int | None = None,
        values: int | None = None,
        number: int | None = None,
        kept: int | None = None,
        unknown_fields: int | None = None,
        findings: int | None = None,
        findings_of_a_kind: int | None = None,
    ) -> None:
        given = {name: number for name, number in locals().items() if name != "self" and number is not None}
        for name, bound in given.items():
            if isinstance(bound, bool) or not isinstance(bound, int) or not 0 <= bound < 1 << 63:
                raise OptionError(
                    "call.option",
                    (f"{name} 应为 0 以上的整数", f"{name} is no whole number from 0 on"),
                    (f"如 eken.Limits({name}=1000)", f"such as eken.Limits({name}=1000)"),
                )
        self._native = _eken.Limits(given)
        self._all = dict(self._native.all())

    @property
    def bytes(self) -> int:
        """Bytes of one dossier."""
        return self._all["bytes"]

    @property
    def depth(self) -> int:
        """Arrays and objects inside each other, at most 256."""
        return self._all["depth"]

    @property
    def text(self) -> int:
        """Bytes of one text, escapes included."""
        return self._all["text"]

    @property
    def records(self) -> int:
        """Records of one dossier, those inside others included."""
        return self._all["records"]

    @property
    def values(self) -> int:
        """Members of objects and elements of arrays of one dossier."""
        return self._all["values"]

    @property
    def number(self) -> int:
        """Characters of one number."""
        return self._all["number"]

    @property
    def kept(self) -> int:
        """Bytes of what the model does not read and keeps as it was written."""
        return self._all["kept"]

    @property
    def unknown_fields(self) -> int:
        """Unknown fields of one object; of those beyond a finding tells."""
        return self._all["unknown_fields"]

    @property
    def findings(self) -> int:
        """Findings kept with their places; the counts go on."""
        return self._all["findings"]

    @property
    def findings_of_a_kind(self) -> int:
        """Of these, findings of one kind."""
        return self._all["findings_of_a_kind"]

    def to_dict(self) -> dict[str, int]:
        """Every limit by name."""
        return dict(self._all)

    def __eq__(self, other: object) -> bool:
        return self._all == other._all if isinstance(other, Limits) else NotImplemented

    def __hash__(self) -> int:
        return hash((Limits, *self._all.values()))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_limits, (self._all,))

    def __repr__(self) -> str:
        return f"Limits({', '.join(f'{name}={number}' for name, number in self._all.items())})"


def _limits(numbers: dict[str, int]) -> Limits:
    return Limits(**numbers)


def bounds(limits: Limits | None) -> _eken.Limits | None:
    """Limits as the core takes them."""
    return None if limits is None else limits._native
