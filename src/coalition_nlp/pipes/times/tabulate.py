"""Writes the files `times_beginnings`: how the rules of each language can begin, so that it need not be found at start.

Run `python -m coalition_nlp.pipes.times.tabulate` after a change of `times` or `times_words`.
"""

from __future__ import annotations

import json
from pathlib import Path

import coalition_nlp.languages
from coalition_nlp.languages import SUPPORTED, rules

from .models import TimeBeginnings, TimeRules, TimeWords
from .patterns import Grammar


def table(language: str) -> TimeBeginnings:
    """The table of a language, from its rules and words.

    >>> table("en").rows[0].rules
    (0,)
    """
    return Grammar(rules(language, "times", TimeRules), rules(language, "times_words", TimeWords)).beginnings


def written(beginnings: TimeBeginnings) -> str:
    """The content of the file: a row a line."""
    rows = ",\n".join(json.dumps(row.model_dump(), ensure_ascii=False) for row in beginnings.rows)
    return f'{{"digest": {json.dumps(beginnings.digest)}, "rows": [\n{rows}\n]}}\n'


def main() -> None:
    """Write the file of every language into the package."""
    for language in SUPPORTED:
        path = Path(coalition_nlp.languages.__file__).parent / language / "times_beginnings.json"
        path.write_text(written(table(language)), encoding="utf-8")


if __name__ == "__main__":
    main()
