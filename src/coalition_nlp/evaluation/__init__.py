"""Gold files, scorers and the score card."""

from .card import ScoreCard, evaluate
from .gold import Gold, GoldText, read_gold
from .scores import Score, compare

__all__ = ["Gold", "GoldText", "Score", "ScoreCard", "compare", "evaluate", "read_gold"]
