"""What rules and base model add to each other: the score card of rules alone, of the model alone, and of both.

The model alone knows names only: its persons and organizations, each with all its mentions joined by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from coalition_nlp.ingest import source_from_text
from coalition_nlp.pipeline.base_models import choose_base_model, load_base_model
from coalition_nlp.pipeline.build import shared_pipeline
from coalition_nlp.pipeline.run import extract_source
from coalition_nlp.pipes import syntax
from coalition_nlp.pipes.base import NAMED

from .card import ScoreCard
from .gold import Gold, GoldText, read_gold
from .names import name_key
from .scores import Score, compare, name_score

WAYS = ("rules alone", "model alone", "both")
_GENITIVES = ("s", "'s", "’s", "'", "’")


@dataclass
class Comparison:
    """A score card for each way; `model alone` has the parts `people` and `organizations` only."""

    cards: dict[str, ScoreCard] = field(default_factory=lambda: {way: ScoreCard() for way in WAYS})

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts in the order of the card."""
        return tuple(self.cards["both"].parts)

    def f1(self) -> dict[str, dict[str, float]]:
        """F1 by way and part."""
        return {way: card.f1() for way, card in self.cards.items()}

    def lowered(self) -> tuple[str, ...]:
        """The parts that are worse with the model than by the rules alone."""
        rules, both = self.cards["rules alone"].f1(), self.cards["both"].f1()
        return tuple(part for part in self.parts if both[part] < rules.get(part, 0.0))


def compare_ways(texts: Iterable[GoldText], model: str | None = None) -> Comparison:
    """Extract each text by rules alone and with the model, and read the model's own names; compare all with gold."""
    comparison = Comparison()
    for item in texts:
        gold = item.gold
        source = source_from_text(item.text, language=gold.lang, published=gold.published)
        for way, base in (("rules alone", f"blank:{gold.lang}"), ("both", model)):
            document = extract_source(source, nlp=shared_pipeline(gold.lang, base))
            comparison.cards[way].add(item.name, compare(gold, document))
        doc = _base_model(gold.lang, model)(source.text)
        read = [(block.start, block.end) for block in source.blocks if block.kind in NAMED]
        comparison.cards["model alone"].add(item.name, _names_of_model(gold, doc, read))
    return comparison


def evaluate_ways(gold_folder: str | Path, text_folder: str | Path, model: str | None = None) -> Comparison:
    """`compare_ways` over a folder of gold files and a folder of texts.

    Raises:
        GoldError: a gold file is missing, broken or does not fit its text.
    """
    return compare_ways(read_gold(Path(gold_folder), Path(text_folder)), model)


@cache
def _base_model(language: str, model: str | None) -> Language:
    return load_base_model(choose_base_model(language, model))


def _names_of_model(gold: Gold, doc: Doc, read: list[tuple[int, int]]) -> dict[str, Score]:
    found: dict[str, list[str]] = {"PER": [], "ORG": []}
    for kind, span in syntax.names(doc):
        if kind in found and any(start <= span.start_char < end for start, end in read):
            found[kind].append(" ".join(span.text.split()))
    scores = {"people": name_score([(p.name, *p.aliases) for p in gold.people], joined(found["PER"], people=True))}
    if gold.organizations is not None:
        wanted = [(o.name, *o.aliases) for o in gold.organizations]
        scores["organizations"] = name_score(wanted, joined(found["ORG"]))
    return scores


def joined(names: Iterable[str], *, people: bool = False) -> list[tuple[str, ...]]:
    """Mentions of the same name as one, genitives too; of people also a surname with the full name that ends in it.

    >>> joined(["Anna Visser", "Vissers", "Nato", "Nato"], people=True)
    [('Anna Visser', 'Vissers'), ('Nato',)]
    """
    groups: list[list[str]] = []
    distinct = list(dict.fromkeys(names))
    for name in sorted(distinct, key=lambda n: -len(n.split())) if people else distinct:
        for group in groups:
            if _same(group[0], name) or (people and " " not in name and _same(group[0].split()[-1], name)):
                group.append(name)
                break
        else:
            groups.append([name])
    return [tuple(group) for group in groups]


def _same(first: str, second: str) -> bool:
    left, right = name_key(first), name_key(second)
    return left == right or any(left + end == right or right + end == left for end in map(name_key, _GENITIVES) if end)
