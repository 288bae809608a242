"""Compares two engines for figures: a spaCy Matcher over tokens and the expressions over the text that are in use.

The Matcher gets three patterns only (number with scale and noun, percent, money) and says but where something stands;
the pipe does all of its work. Both see the same text; tokens are made before the clock starts. Printed besides the
speed: how many of the figures of the pipe begin where a match begins and end in it.

    python benchmarks/figures_engine.py
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc

from coalition_nlp.languages import rules
from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.figures.component import FigurePipe
from coalition_nlp.pipes.figures.models import CurrencyTable, NumeralWords

GOLD = Path(__file__).parent.parent / "tests" / "gold"
ROUNDS = 5


def matcher(nlp: spacy.Language, language: str) -> Matcher:
    """The patterns a Matcher would need at least."""
    words = rules(language, "figures_numerals", NumeralWords).words
    numbers = [word for letter, group in words.items() if letter in "UTYOHSMZ" for word in group]
    rows = rules(language, "figures_currencies", CurrencyTable).rows
    names = sorted({n.lower() for row in rows for n in row.names.split("|") if n and " " not in n and "~" not in n})
    number: list[dict[str, Any]] = [{"LIKE_NUM": True}, {"LOWER": {"IN": numbers}, "OP": "*"}]
    found = Matcher(nlp.vocab)
    found.add("COUNT", [[*number, {"IS_ALPHA": True, "OP": "{0,4}"}, {"IS_ALPHA": True}]], greedy="LONGEST")
    found.add("PERCENT", [[*number, {"LOWER": {"IN": ["%", "percent", "prozent"]}}]])
    found.add("MONEY", [[*number, {"LOWER": {"IN": names}}], [{"IS_CURRENCY": True}, *number]])
    return found


def main() -> None:
    """Prints characters a second of both engines in both languages."""
    for language in ("de", "en"):
        nlp = spacy.blank(language)
        nlp.add_pipe("coalition_sentences")
        docs = [nlp(path.read_text("utf-8")) for path in sorted((GOLD / language).glob("*.txt"))]
        characters = sum(len(doc.text) for doc in docs)
        patterns, pipe = matcher(nlp, language), FigurePipe(language)

        def with_pipe(doc: Doc, pipe: FigurePipe = pipe, language: str = language) -> object:
            return pipe.find(View(doc, language))

        for name, engine in (("Matcher, three patterns", patterns), ("the pipe, all rules", with_pipe)):
            seconds = []
            for _ in range(ROUNDS):
                start = time.process_time()
                for doc in docs:
                    engine(doc)
                seconds.append(time.process_time() - start)
            print(f"{language}  {name:24} {characters / min(seconds):12,.0f} characters a second")
        seen = total = 0
        for doc in docs:
            spans = {doc[start].idx: doc[start:end].end_char for _, start, end in patterns(doc)}
            for fact in pipe.find(View(doc, language)):
                total += 1
                seen += spans.get(fact["mention"]["start"], 0) >= fact["mention"]["end"]
        print(f"{language}  the Matcher sees {seen} of {total} figures")


if __name__ == "__main__":
    main()
