"""What eken knows: the rules of the check and the published schemas."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from . import _eken
from .options import checked_lang
from .values import Code

__all__ = ["Rule", "rules", "schema"]


class Rule(NamedTuple):
    """A kind of finding."""

    code: str
    """Code: subject, full stop, fault."""
    severity: Code
    """How grave, unless a profile says otherwise."""
    summary: str
    """What it looks for."""
    message: str
    """The message; ``{name}`` stands for a parameter."""
    help: str
    """How to mend it."""
    clauses: tuple[str, ...]
    """Clauses and standards that it rests on."""
    example: str
    """An example with the fault, made up."""


def rules(lang: str | None = None) -> tuple[Rule, ...]:
    """Every kind of finding, subject by subject.

    >>> import eken
    >>> any(rule.code == "entity.code-check" for rule in eken.rules())
    True
    """
    from .findings import SEVERITIES

    told: list[dict[str, Any]] = json.loads(_eken.rules(checked_lang(lang)))
    return tuple(
        Rule(**{**each, "severity": Code(each["severity"], *SEVERITIES[each["severity"]]), "clauses": tuple(each["clauses"])})
        for each in told
    )


def schema(name: str) -> dict[str, Any]:
    """A published JSON Schema (draft 2020-12): ``dossier``, ``plan``, ``findings``, ``assessment``.

    >>> import eken
    >>> eken.schema("dossier")["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    told: dict[str, Any] = json.loads(_eken.schema(name))
    return told
