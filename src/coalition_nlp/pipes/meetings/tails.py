"""The last words of a text: an expression that must reach the end is tried there only, not at each word before."""

from __future__ import annotations


def tail(text: str, blanks: int) -> str:
    """The text from so many blanks before its end on, with the blank; all of it where blanks stand side by side.

    An expression that spans fewer blanks finds the same in it as in the whole text.

    >>> tail("on the margins of the", 2), tail("of the", 2)
    (' of the', 'of the')
    """
    if "  " in text:
        return text
    head = text.rsplit(" ", blanks)
    return text[len(head[0]) :] if len(head) > blanks else text
