"""Joins the names of a document into persons and finds their bare surnames."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial

from coalition_nlp.knowledge.office_holders import find_holders, fold, name_key, tables_in_use
from coalition_nlp.pipes.memo import FormMemo

from .identity import Identity, holder_of, of_father, suits
from .lexicon import NameLexicon, lexicon, name_lexicon
from .models import Name, Title
from .names import NameReader
from .tokens import Token
from .trust import trust

_ROMAN = re.compile(r"[IVX]+\.?")


@dataclass(slots=True, eq=False)
class PersonDraft:
    """A person in the making: all names, the titles in text order, mentions by characters."""

    names: list[Name] = field(default_factory=list)
    mentions: set[tuple[int, int]] = field(default_factory=set)
    id: str = ""
    holder: str | None = None  # whom of the tables a surname alone means

    def titles(self) -> list[Title]:
        """All titles, in text order."""
        found: dict[int, Title] = {}
        for name in self.names:
            for title in name.titles:
                found.setdefault(id(title), title)
        return sorted(found.values(), key=lambda t: t.first)

    @property
    def fullest(self) -> Name:
        """The longest name; of equal ones the first that is not in capitals."""
        return max(self.names, key=lambda n: (not n.alias, len(n.words), not n.words[-1].isupper(), -n.start))

    @property
    def start(self) -> int:
        """Where the person is first mentioned."""
        return min(self.mentions)[0]


def _family_in_front(words: tuple[str, ...]) -> bool:
    """ "Kihara Minoru": a name that the tables have the other way round."""
    return any(tuple(h.name.split()) == words[::-1] for h in find_holders(" ".join(words)))


@lru_cache(maxsize=20_000)
def _core(language: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without particles."""
    lex = name_lexicon(language)
    small = lex.particles
    return tuple(w for w in words if w not in small and (w.lower() not in small or w in lex.given)) or words


@lru_cache(maxsize=20_000)
def _surname(language: str, words: tuple[str, ...], tables: tuple[str, ...]) -> str:
    """The folded surname of a name."""
    lex = name_lexicon(language)
    if len(words) > 1 and words[0] in lex.family_first:
        return fold(words[0])
    last = words[-1]
    if last in lex.rules.suffixes or _ROMAN.fullmatch(last):
        return fold(words[0] if len(words) < 3 else words[-2])  # "Abdullah II", "Peter Visser III"
    if len(words) == 2 and _family_in_front(words):
        return fold(words[0])
    return fold(last.split("-", 1)[1]) if last.lower().startswith(lex.articles) and "-" in last else fold(last)


@lru_cache(maxsize=20_000)
def _name_keys(language: str, words: tuple[str, ...], tables: tuple[str, ...]) -> tuple[str, ...]:
    inner = (name_key(word) for word in _core(language, words)[1:])
    return (
        name_key(_surname(language, words, tables)),
        f"first {fold(words[0])}",
        f"holder {holder_of(words)}",
        *inner,
    )


@cache
def _surname_readings(language: str) -> FormMemo[tuple[tuple[str, int], ...]]:
    """The folded surnames a word alone can be, each with the number of characters left off at its end: the word,
    without genitive, the first part of a compound ("Visser-Regierung")."""
    articles = name_lexicon(language).articles

    def read(text: str) -> tuple[tuple[str, int], ...]:
        plain = text.rsplit("-", 1)[1] if text.lower().startswith(articles) and "-" in text else text
        if not plain[:1].isupper():
            return ()
        found = [(fold(plain), 0)]
        if language == "de" and plain.endswith("s"):
            found.append((fold(plain)[:-1], 1))
        head = text.split("-")[0]
        if head != text and text[0].isupper() and fold(head) not in ("bundes", "al"):
            found.append((fold(head), len(text) - len(head)))
        return tuple(found)

    return FormMemo(read)


class Registry:
    """The persons of one document."""

    def __init__(self, text: str, tokens: list[Token], reader: NameReader, language: str) -> None:
        self.text = text
        self.tokens = tokens
        self.reader = reader
        self.language = language
        self.lex: NameLexicon = name_lexicon(language)
        self.trust = trust(language)
        self.identity = Identity(tokens, language, partial(_core, language), self.family)
        self.persons: list[PersonDraft] = []
        self._forms: dict[int, dict[tuple[tuple[str, ...], bool], Name]] = {}  # by place in `persons`
        self._tables = tables_in_use()
        self._by_key: dict[str, dict[int, None]] = {}  # places in `persons` by what a name must share with theirs

    def family(self, words: tuple[str, ...]) -> str:
        """The folded surname."""
        return _surname(self.language, words, self._tables)

    def build(self, names: list[Name]) -> None:
        """Join names: full ones first, so that a surname finds its person."""
        lasts = Counter(name.words[-1] for name in names)
        written = self.reader.words
        for name in sorted(names, key=lambda n: (not n.full, n.start)):
            self._strip_genitive(name, lasts, written)
            self.add(name, self._find(name) or self._alias(name))

    def add(self, name: Name, person: PersonDraft | None = None) -> PersonDraft:
        """Keep a name of a person, or of one more."""
        if person is None:
            person = PersonDraft()
            self.persons.append(person)
        person.names.append(name)
        person.mentions.add((name.start, name.end))
        self._index(person, name)
        return person

    def by_tables(self, name: Name) -> PersonDraft | None:
        """Who of the document is the holder of the tables whom a surname means, in another spelling."""
        holder = holder_of(name.words)
        found = self._by_key.get(f"holder {holder}", ()) if holder else ()
        return next((self.persons[at] for at in found), None)

    def _index(self, person: PersonDraft, name: Name) -> None:
        """Remember a name under all that another name for the same person can be found by."""
        at = len(self.persons) - 1 if person is self.persons[-1] else self.persons.index(person)
        forms = self._forms.setdefault(at, {})
        if (name.words, name.full) in forms:
            return
        forms[name.words, name.full] = name
        for key in self._keys(name):
            self._by_key.setdefault(key, {})[at] = None

    def _keys(self, name: Name) -> tuple[str, ...]:
        """Two names of one person share one of these: the surname, the first word of both, who is meant by the tables,
        or a surname that another follows ("Visser" of "Anna Visser Berg")."""
        return _name_keys(self.language, name.words, self._tables)

    def _strip_genitive(self, name: Name, lasts: Counter[str], written: set[str]) -> None:
        """Cut the genitive of a name ("Vissers") where the name occurs without it or is known so."""
        last = name.words[-1]
        if self.language != "de" or not last.endswith("s") or len(last) < 4 or last.endswith("ss"):
            return
        plain = last[:-1]
        words = (*name.words[:-1], plain)
        occurs = lasts[plain] > 0 or plain in written
        if lasts[last] > 1 and not occurs:
            return
        if occurs or (find_holders(" ".join(words)) and not find_holders(" ".join(name.words))):
            lasts.subtract((last,))
            lasts.update((plain,))
            name.words = words
            name.end -= 1

    def _find(self, name: Name) -> PersonDraft | None:
        best: PersonDraft | None = None
        rank = -1
        for at in sorted({at for key in self._keys(name) for at in self._by_key.get(key, ())}):
            person = self.persons[at]
            forms = [form for form in self._forms[at].values() if form.full or not name.full]
            if not any(self.identity.same(name, form) for form in forms):
                continue
            fit = max(suits(name, form) for form in forms) if name.titles and not name.full else 0
            if best is None or fit > rank:
                best, rank = person, fit
            elif fit == rank and max(person.mentions) > max(best.mentions) and self._nearer(person, best, name.start):
                best = person
        return best

    def _alias(self, name: Name) -> PersonDraft | None:
        """The person named right before "also known as"."""
        last = self.tokens[name.first - 1].lower if name.first else ""
        for words in lexicon(self.language).alias_phrases.get(last, ()):
            first = name.first - len(words)
            if first > 0 and tuple(t.lower for t in self.tokens[first : name.first]) == words:
                end = first - 1 if self.tokens[first - 1].text in (",", "(") else first
                for person in self.persons:
                    if any(n.last == end for n in person.names):
                        name.alias = True
                        return person
        return None

    @staticmethod
    def _nearer(person: PersonDraft, other: PersonDraft, at: int) -> bool:
        def distance(draft: PersonDraft) -> int:
            return min((at - s if s <= at else s - at + 1_000_000) for s, _ in draft.mentions)

        return distance(person) < distance(other)

    def bare_mentions(self) -> None:
        """Surnames alone, genitives, compounds ("Brandt-Regierung") and handles."""
        taken = sorted((s, e) for p in self.persons for s, e in p.mentions)
        covered: set[int] = set()
        for start, end in taken:
            covered.update(range(start, end, 1) if end - start < 200 else ())
        families: dict[str, list[PersonDraft]] = {}
        handles: dict[str, PersonDraft] = {}
        for person in self.persons:
            for name in person.names:
                family = families.setdefault(self.family(name.words), [])
                if not family or family[-1] is not person:
                    family.append(person)
                if name.full:
                    handles.setdefault(fold("".join(name.words)), person)
        readings = _surname_readings(self.language)
        for at in self.reader.nameable:
            token = self.tokens[at]
            if token.text[0] == "@":
                owner = handles.get(fold(token.text))
                if owner is not None and token.start not in covered:
                    owner.mentions.add((token.start, token.end))
                continue
            for key, cut in readings[token.text]:
                if key in families:
                    if token.start not in covered:
                        self._bare(at, token, families[key], token.end - cut)
                    break

    def _bare(self, at: int, token: Token, found: list[PersonDraft], end: int) -> None:
        if token.country and token.country_end >= end:
            return
        text = token.text
        plain = text.rsplit("-", 1)[1] if token.lower.startswith(self.lex.articles) and "-" in text else text
        person = found[0] if len(found) == 1 else min(found, key=lambda p: self._gap(p, token.start))
        if not self._trusted(at, plain):
            return
        start = token.start
        step = at
        own = {w for name in person.names for w in name.words}
        while step and self.tokens[step].joined and self.tokens[step - 1].lower in own & self.lex.particles:
            step -= 1
            start = self.tokens[step].start
        if step == at and all(of_father(name.words) for name in person.names):
            return  # "Salman" is not Mohammed bin Salman
        person.mentions.add((start, end))

    @staticmethod
    def _gap(person: PersonDraft, at: int) -> int:
        return min((at - s if s <= at else s - at + 1_000_000) for s, _ in person.mentions)

    def _trusted(self, at: int, text: str) -> bool:
        """A surname that is a word too counts only where a person can stand; one behind another given name never."""
        tokens = self.tokens
        if at and tokens[at].joined and tokens[at - 1].text in self.lex.given and tokens[at - 1].text[0].isupper():
            return False
        return not self.trust.is_word(text) or self.trust.person(tokens, at, text)
