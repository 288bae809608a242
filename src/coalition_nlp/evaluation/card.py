"""The score card: extract every gold text and compare."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from coalition_nlp.pipeline.run import extract

from .gold import GoldText, read_gold
from .scores import Score, compare


@dataclass
class ScoreCard:
    """Scores by part, over all texts (every record counts once) and text by text."""

    parts: dict[str, Score] = field(default_factory=dict)
    texts: dict[str, dict[str, Score]] = field(default_factory=dict)

    def add(self, name: str, scores: dict[str, Score]) -> None:
        """Add the scores of one text."""
        self.texts[name] = scores
        for part, score in scores.items():
            self.parts.setdefault(part, Score()).add(score, f"{name}: ")

    def f1(self) -> dict[str, float]:
        """F1 by part, rounded to four digits."""
        return {part: round(score.f1, 4) for part, score in self.parts.items()}


def score_texts(texts: Iterable[GoldText], model: str | None = None) -> ScoreCard:
    """Extract each text with the language and publication date of its gold, and compare."""
    card = ScoreCard()
    for item in texts:
        document = extract(item.text, language=item.gold.lang, published=item.gold.published, model=model)
        card.add(item.name, compare(item.gold, document))
    return card


def evaluate(gold_folder: str | Path, text_folder: str | Path, model: str | None = None) -> ScoreCard:
    """Score card of a folder of gold files over a folder of texts; `model` is the base model, as in `load`.

    Raises:
        GoldError: a gold file is missing, broken or does not fit its text.
    """
    return score_texts(read_gold(Path(gold_folder), Path(text_folder)), model)
