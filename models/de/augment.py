"""Copies of annotated sentences with other names, other quotation marks or other case: more names, same contexts."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sentences import Sentence

_SPEAKER = re.compile(
    r"\b([A-ZÄÖÜ][a-zäöüéßşç]+(?:-[A-ZÄÖÜ][a-zäöüéß]+)?) ([A-ZÄÖÜ][\wäöüßéşçğ-]{2,}) "
    r"[(\[](?:CDU/CSU|SPD|FDP|DIE LINKE|BÜNDNIS ?90/DIE GRÜNEN)"
)
_CAPITALISED = re.compile(r"[A-ZÄÖÜŞÇŁŠŽ][^\W\d_]+(?:[-'’][^\W\d_]+)*$")
_QUOTES = (("„", "“"), ("»", "«"), ("«", "»"), ('"', '"'), ("“", "”"), ("‚", "‘"))
_OPENING = frozenset('„»“"')
_GENITIVE_END = ("s", "ß", "x", "z", "'", "’")


@dataclass(frozen=True, slots=True)
class Names:
    """What a name may be replaced with."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    places: tuple[str, ...]
    organizations: dict[int, tuple[str, ...]]


def is_simple_name(word: str) -> bool:
    """One capitalised word that can stand in for another name."""
    return bool(_CAPITALISED.match(word))


def collect_names(sentences: Iterable[Sentence], raw_lines: Iterable[str], places: Iterable[str]) -> Names:
    """Names from the annotated sentences, the speakers of the raw text and a list of places."""
    first: set[str] = set()
    last: set[str] = set()
    located: set[str] = set(places)
    organizations: dict[int, set[str]] = {}
    for line in raw_lines:
        for match in _SPEAKER.finditer(line):
            first.add(match[1])
            last.add(match[2])
    for sentence in sentences:
        for start, end, label in sentence.spans:
            words = sentence.words[start:end]
            if not all(_CAPITALISED.match(word) for word in words) or words[-1].endswith(_GENITIVE_END):
                continue
            if label == "PER" and len(words) == 2:
                first.add(words[0])
                last.add(words[1])
            elif label == "LOC" and len(words) == 1:
                located.add(words[0])
            elif label == "ORG" and len(words) == 1:
                organizations.setdefault(1, set()).add(words[0])
    return Names(
        tuple(sorted(first)),
        tuple(sorted(last)),
        tuple(sorted(located)),
        {size: tuple(sorted(names)) for size, names in sorted(organizations.items())},
    )


def _other_name(words: tuple[str, ...], label: str, names: Names, rng: random.Random) -> tuple[str, ...]:
    if words[-1].endswith(_GENITIVE_END) or not all(_CAPITALISED.match(word) for word in words):
        return words
    if label == "PER" and len(words) == 1:
        return (rng.choice(names.last if rng.random() < 0.9 else names.first),)
    if label == "PER" and len(words) == 2:
        return (rng.choice(names.first), rng.choice(names.last))
    if label == "LOC" and len(words) == 1 and not words[0].isupper():
        return tuple(rng.choice(names.places).split(" "))
    if label == "ORG" and len(words) == 1 and 1 in names.organizations:
        return (rng.choice(names.organizations[1]),)
    return words


def swap_names(sentence: Sentence, names: Names, rng: random.Random, share: float = 0.7) -> Sentence:
    """The sentence with most of its simple names replaced by others of their kind."""
    words: list[str] = []
    spaces: list[bool] = []
    spans: list[tuple[int, int, str]] = []
    position = 0
    for start, end, label in sorted(sentence.spans):
        words += sentence.words[position:start]
        spaces += sentence.spaces[position:start]
        old = sentence.words[start:end]
        new = _other_name(old, label, names, rng) if rng.random() < share else old
        spans.append((len(words), len(words) + len(new), label))
        words += new
        spaces += sentence.spaces[start:end] if new == old else (*([True] * (len(new) - 1)), sentence.spaces[end - 1])
        position = end
    words += sentence.words[position:]
    spaces += sentence.spaces[position:]
    return replace(sentence, words=tuple(words), spaces=tuple(spaces), spans=tuple(spans), pos=(), tags=(), lemmas=())


def change_quotes(sentence: Sentence, rng: random.Random) -> Sentence:
    """Other quotation marks of the same text."""
    opening, closing = rng.choice(_QUOTES)
    inside = False
    words = []
    for word in sentence.words:
        if word in ('"', "„", "“", "”", "»", "«", "``", "''"):
            inside = not inside if word == '"' else word in _OPENING or word == "``"
            words.append(opening if inside else closing)
        else:
            words.append(word)
    return replace(sentence, words=tuple(words))


def change_case(sentence: Sentence) -> Sentence:
    """Names in capitals, as datelines and headlines print them."""
    words = list(sentence.words)
    for start, end, label in sentence.spans:
        if label in ("PER", "LOC"):
            words[start:end] = [word.upper().replace("ß", "SS") for word in words[start:end]]
    return replace(sentence, words=tuple(words))
