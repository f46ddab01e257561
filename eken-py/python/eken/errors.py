"""Errors: a call that could not do its work. A fault in the data is a finding, a target missed a verdict; neither is an error.

No text of an error holds a value from the data.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "BuildError",
    "Error",
    "Fault",
    "InternalError",
    "OptionError",
    "PlanError",
    "ProfileError",
    "ReadError",
    "UnknownError",
    "WriteError",
]

_Both = tuple[str, str]


class Fault(NamedTuple):
    """One fault of a plan or a profile."""

    file: str
    """File, relative to the plan's folder; empty where there is one only."""
    line: int
    """Line, from 1."""
    column: int
    """Column in characters, from 1."""
    words: tuple[str, str]
    """What is wrong, in Chinese and in English."""
    help_words: tuple[str, str]
    """How to mend it, in Chinese and in English."""

    @property
    def message(self) -> str:
        """What is wrong, in the language of the options."""
        return self.words[_lang()]

    @property
    def help(self) -> str:
        """How to mend it, in the language of the options."""
        return self.help_words[_lang()]


class Error(ValueError):
    """A call could not do its work: why, where, and how to mend it.

    >>> import eken
    >>> try:
    ...     eken.loads(b"[")
    ... except eken.Error as error:
    ...     error.code, error.line, error.column
    ('json.syntax', 1, 2)
    """

    code: str
    """Code, such as ``json.syntax``."""
    words: tuple[str, str]
    """What is wrong, in Chinese and in English."""
    help_words: tuple[str, str]
    """How to mend it, in Chinese and in English."""
    line: int | None
    """Line, from 1, where there is one."""
    column: int | None
    """Column in characters, from 1, where there is one."""
    at_words: _Both | None
    """Where in the file, in Chinese and in English, where it is neither a line nor the whole file."""
    faults: tuple[Fault, ...]
    """The faults of a plan or a profile, each with its place."""

    def __init__(
        self,
        code: str,
        words: _Both,
        help: _Both,
        line: int | None = None,
        column: int | None = None,
        at: str | _Both | None = None,
        faults: object = (),
    ) -> None:
        assert isinstance(faults, (list, tuple))
        made = tuple(fault if isinstance(fault, Fault) else Fault(*fault) for fault in faults)
        super().__init__(code, words, help, line, column, at, made)
        self.at_words = (at, at) if isinstance(at, str) else at
        self.code, self.words, self.help_words = code, words, help
        self.line, self.column, self.faults = line, column, made

    @property
    def at(self) -> str | None:
        """Where in the file, in the language of the options: a sheet, a byte offset, a JSON Pointer; never a value."""
        return None if self.at_words is None else self.at_words[_lang()]

    @property
    def message(self) -> str:
        """What is wrong, in the language of the options."""
        return self.words[_lang()]

    @property
    def help(self) -> str:
        """How to mend it, in the language of the options; empty where the message says it."""
        return self.help_words[_lang()]

    @property
    def place(self) -> str:
        """The place for people: line and column, a cell, a pointer; empty where there is none."""
        if self.at is not None:
            return self.at
        return f"{self.line}:{self.column}" if self.line is not None else ""

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        help = f"\n{('改法：', 'help: ')[_lang()]}{self.help}" if self.help else ""
        return f"{place}{self.message} ({self.code}){help}"


class ReadError(Error):
    """A file, or a text, is no dossier at all: not JSON, damaged, beyond a limit, of an unknown version."""


class WriteError(Error):
    """A file could not be written; what stood there stays."""


class PlanError(Error):
    """A plan could not be loaded: every fault with file, line and column in :attr:`faults`."""


class ProfileError(Error):
    """A profile could not be loaded: every fault with line and column in :attr:`faults`."""


class UnknownError(Error, LookupError):
    """A name that the caller gave does not exist: a plan, an indicator, a reading, a section, a schema."""


class OptionError(Error):
    """An option of the call is out of its range."""


class BuildError(Error, TypeError):
    """A Python value cannot stand in a dossier, such as a float for money."""


class InternalError(Error):
    """A fault of eken itself. Its text is not shown, since it may hold a value of the data."""


def _lang() -> int:
    from .options import options

    return 0 if options.lang == "zh" else 1
