"""Consoles for output and messages, and text made safe to show."""

from __future__ import annotations

import sys
import unicodedata
from typing import IO

from rich.console import Console
from rich.text import Text

WIDTH = 100  # where there is no terminal


def console(stream: IO[str]) -> Console:
    """A console that fits a terminal, and elsewhere writes plain lines of a sensible width."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")  # a terminal without Unicode must not end the program
    if stream.isatty():
        return Console(file=stream, highlight=False)
    return Console(file=stream, highlight=False, width=WIDTH, color_system=None, force_terminal=False)


def output() -> Console:
    """The console of standard output."""
    return console(sys.stdout)


def messages() -> Console:
    """The console of standard error: progress, failures, summary."""
    return console(sys.stderr)


def plain(value: object, style: str = "") -> Text:
    """Text from a document, shown as it is: no markup is read, control characters and line breaks become spaces.

    >>> plain("[b]Rome\\x1b[31m").plain
    '[b]Rome [31m'
    """
    shown = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs", "Cf") else c for c in str(value))
    return Text(" ".join(shown.split()), style=style)


def shortened(text: str, length: int) -> str:
    """A text cut at a word, with a sign that it was.

    >>> shortened("Talks resume in Rome", 13)
    'Talks resume …'
    """
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head = text[: length + 1].rpartition(" ")[0].rstrip(" ,;:")
    return f"{head} …" if head else text[:length] + "…"
