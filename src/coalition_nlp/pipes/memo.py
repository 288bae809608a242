"""What is known of word forms: worked out once a form, since press texts use the same words again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Known = TypeVar("Known")


class FormMemo(dict[str, Known], Generic[Known]):
    """What a function tells of a word form; `memo[form]` asks it once. Past `most` forms it starts afresh.

    >>> lengths = FormMemo(len)
    >>> lengths["Rome"], lengths["Rome"], dict(lengths)
    (4, 4, {'Rome': 4})
    """

    def __init__(self, tell: Callable[[str], Known], most: int = 50_000) -> None:
        super().__init__()
        self._tell = tell
        self._most = most

    def __missing__(self, form: str) -> Known:
        if len(self) >= self._most:
            self.clear()
        known = self[form] = self._tell(form)
        return known
