"""What all of eken goes by: the language of texts and tables."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

__all__ = ["Options", "options"]


class Options:
    """Settings of this process.

    >>> import eken
    >>> eken.options.lang
    'zh'
    """

    __slots__ = ("_lang", "_rows")

    def __init__(self) -> None:
        self._lang: Literal["zh", "en"] = "zh"
        self._rows = 60

    @property
    def lang(self) -> Literal["zh", "en"]:
        """Language of texts, tables and errors: ``"zh"`` (the default) or ``"en"``."""
        return self._lang

    @lang.setter
    def lang(self, lang: Literal["zh", "en"]) -> None:
        self._lang = checked_lang(lang)

    @property
    def rows(self) -> int:
        """Rows that a table in a notebook shows at most; what is beyond is counted."""
        return self._rows

    @rows.setter
    def rows(self, rows: int) -> None:
        if isinstance(rows, bool) or not isinstance(rows, int) or rows < 1:
            raise _refused(
                ("rows 应为 1 以上的整数", "rows is no whole number from 1 on"),
                ("如 eken.options.rows = 60", "such as eken.options.rows = 60"),
            )
        self._rows = rows

    def __repr__(self) -> str:
        return f"eken.options(lang={self._lang!r}, rows={self._rows})"


def checked_lang(lang: str | None) -> Literal["zh", "en"]:
    """The language named, or that of the options."""
    if lang is None:
        return options.lang
    if lang == "zh":
        return "zh"
    if lang == "en":
        return "en"
    raise _refused(
        ("没有这种语言，可用 zh、en", "there is no such language; known: zh, en"),
        ('如 eken.options.lang = "en"', 'such as eken.options.lang = "en"'),
    )


def _refused(words: tuple[str, str], help: tuple[str, str]) -> Exception:
    from .errors import OptionError

    return OptionError("call.option", words, help)


options: Final = Options()
"""The settings of this process."""
