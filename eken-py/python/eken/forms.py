"""Forms: what is needed to draw one, and the findings of a record while it is filled in."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _eken
from .options import checked_lang

if TYPE_CHECKING:
    from .findings import Finding
    from .plan import Plan
    from .records import Record

__all__ = ["FormField", "check_record", "form_fields"]


class FormField(NamedTuple):
    """A field of a form."""

    name: str
    """Name in JSON."""
    label: str
    """What stands before it."""
    help: str
    """What it means and how it is filled in."""
    input: dict[str, Any]
    """How it is filled in: its ``type`` (``text``, ``id``, ``reference``, ``personal``, ``choice``, ``flag``, ``date``, ``partial_date``,
    ``month``, ``time``, ``number``, ``record``, ``geometry``, ``version``) and what belongs to it, such as ``choices`` with ``code`` and
    ``label``, or ``unit``, ``unit_label``, ``least``, ``most``, ``places`` and ``figure``."""
    many: bool
    """Whether it takes a list of such values."""
    required: bool
    """Whether a record without it is faulty."""
    missable: bool
    """Whether a reason may stand in place of a value that is missing."""
    clauses: tuple[str, ...]
    """Clauses and standards that it answers to."""


def form_fields(form: str, lang: str | None = None) -> tuple[FormField, ...]:
    """The fields of a form, in order: of a section (``sessions``), of what stands once (``town``), of records within others
    (``trainees.follow_up``), of the dossier itself (``dossier``), of a figure with its source (``figure``).

    Raises :class:`eken.UnknownError` where there is no such form.

    >>> import eken
    >>> [field.name for field in eken.form_fields("trainees.follow_up")]
    ['date', 'kind', 'outcome']
    """
    told: list[dict[str, Any]] = json.loads(_eken.form_fields(form, checked_lang(lang)))
    return tuple(FormField(**{**each, "clauses": tuple(each["clauses"])}) for each in told)


def check_record(
    section: str, record: Mapping[str, Any] | Record | str, plan: Plan | str | os.PathLike[str] | None = None
) -> tuple[Finding, ...]:
    """The findings of one record by itself: a mapping, a record or its JSON text. Pointers lead from the record on. References into the
    rest of a dossier are not looked at.

    Raises :class:`eken.UnknownError` where there is no such section, :class:`eken.ReadError` where a text is no JSON value.

    >>> import eken
    >>> [(found.code, found.pointer) for found in eken.check_record("sessions", {"id": "S1", "date": "2023-02-30"})]
    [('session.no-attendance', ''), ('structure.partial-date', '/date')]
    """
    from .findings import _made
    from .plan import as_plan
    from .records import Record
    from .building import written

    fields = record._data if isinstance(record, Record) else record
    text, law = fields if isinstance(fields, str) else written(fields), as_plan(plan)._native
    zh, en = (_eken.check_record(section, text, law, lang) for lang in ("zh", "en"))
    return tuple(_made(one, other) for one, other in zip(zh, en, strict=True))
