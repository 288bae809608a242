"""Gold files, scorers and the score card."""

from .card import ScoreCard, evaluate
from .gold import Gold, GoldText, read_gold
from .scores import Score, compare
from .ways import Comparison, evaluate_ways

__all__ = ["Comparison", "Gold", "GoldText", "Score", "ScoreCard", "compare", "evaluate", "evaluate_ways", "read_gold"]
