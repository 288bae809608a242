"""The words of a unit with one class letter each, so that phrases can be told by regular expressions over letters.

Letters: D determiner, R pronoun, X oblique pronoun, P preposition, J subordinator, U coordinator, B adverb,
F finite indicative, M subjunctive of reported speech, W subjunctive that replaces it, V finite verb of saying,
N capitalised word, A inflected adjective, # number, x other word, K comma, S semicolon, C colon, H dash,
L and E brackets, Q quotation, O other mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from coalition_nlp.languages import rules
from coalition_nlp.pipes.scope import scope_words

from .models import Quote, Verb, VerbRow, VerbTable, Word, WordTable

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}(?:-\w+)*|\d+(?::\d+)+|[^\W_]+(?:[-‑'’./&][^\W_]+)*-?|[@#]\w+|\S")
_MARKS = {
    "$": "#",
    "€": "#",
    "£": "#",
    ",": "K",
    ";": "S",
    ":": "C",
    "–": "H",
    "—": "H",
    "-": "H",
    "(": "L",
    "[": "L",
    ")": "E",
    "]": "E",
}
_COMPOUND_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][^\W_]*-[a-zäöüß]{4,}(?:e|en|er|es|em)\Z")
_ADJECTIVE = re.compile(r"[^\W\d_]{2,}(?:e|en|er|es|em)\Z")


class Endings:
    """Whether a word ends with one of many; the answers are kept, for it is asked of the same words again and again."""

    def __init__(self, endings: Iterable[str], suffixes: Iterable[str] = ()) -> None:
        behind = f"(?:{'|'.join(suffixes)})?" if suffixes else ""
        expression = re.compile(rf"(?:{'|'.join(map(re.escape, endings)) or '(?!)'}){behind}\Z")
        self.search = lru_cache(maxsize=20_000)(lambda word: expression.search(word) is not None)


class Lexicon:
    """The word classes and verb forms of a language."""

    def __init__(self, language: str) -> None:
        self.language = language
        table = rules(language, "statements", WordTable)
        self.table = table
        self.classes: dict[str, str] = {}
        for letter, names in (
            ("F", table.indicative),
            ("W", table.replaced),
            ("M", table.reported),
            ("B", table.adverbs),
            ("X", table.reflexives),
            ("R", table.pronouns),
            ("D", table.determiners),
            ("J", table.subordinators),
            ("P", table.prepositions),
            ("U", table.coordinators),
            ("J", table.conjunctions),
        ):
            for name in names:
                self.classes[name] = letter
        self.forms: dict[str, list[tuple[Verb, str]]] = {}
        for row in rules(language, "statements_verbs", VerbTable).rows:
            self._add(row)
        self._reflexive = frozenset(
            form for form, readings in self.forms.items() if all(verb.takes("reflexive") for verb, _ in readings)
        )
        self.oblique = frozenset(table.oblique)
        self.negations = frozenset(table.negations)
        scope = scope_words(language)["negation"]
        self.refusing = self.negations - scope - frozenset(w for w in self.negations if w.endswith("n't"))
        self.scope_negations = self.negations | scope
        self.closing_negations = frozenset(table.closing_negations)
        self.personal = frozenset(table.personal)
        self.singular_pronouns = frozenset(table.singular_pronouns)
        self.perfect = frozenset(table.perfect)
        self.before_verb = self.perfect | {"will"}
        self.modals = frozenset(table.modals)
        self.admit = frozenset(table.admit)
        self.relatives = frozenset(table.relatives)
        self.conjunctions = frozenset(table.conjunctions)
        self.comparison = frozenset(table.comparison)
        self.source_nouns = frozenset(n.casefold() for n in table.source_nouns)
        self.transcript_skip = frozenset(table.transcript_skip)
        self.temporal = frozenset(table.temporal)
        self.hosting = frozenset(table.hosting)
        self.pronoun_gender = {**dict.fromkeys(table.male, "m"), **dict.fromkeys(table.female, "f")}
        self.meeting = frozenset(table.meeting)
        self.speeches = frozenset(table.speeches)
        self.own_voice = frozenset(table.own_voice)
        self.others = frozenset(table.others)
        self.therein = frozenset(table.therein)
        self.conditional = frozenset(table.conditional)
        self.months = frozenset(table.months)
        self.first_person = frozenset(table.first_person)
        self.no_speakers = frozenset(table.no_speakers)
        self.mute_end = Endings(table.mute_ends)
        self.mute = self.no_speakers | frozenset(table.nobody)
        self.sayers = frozenset(table.sayers)
        self.quoting = frozenset(table.quoting)
        self.speaker_end = Endings([*table.speaker_nouns, *table.circles])
        self.document_end = Endings([*table.documents, *table.decrees])
        self.circle_end = Endings(table.circles)
        self.lawmaker_end = Endings(table.lawmakers)
        self.decree_end = Endings(table.decrees)
        self.hearsay = frozenset(table.hearsay)
        self.supposed = frozenset(table.supposed)
        self.supposing = frozenset(table.supposing)
        self.is_claim = frozenset(table.claims).__contains__
        self.media_end = Endings(table.media_nouns)
        self.organization_end = Endings(table.organization_nouns)
        self.person_end = Endings(table.person_nouns, ("in", "innen", "s", "es", "n", "en"))
        self.collective_end = Endings(table.collectives)
        self.own_words = frozenset(table.own_words)
        self.epithets = frozenset(table.epithets)
        self.owner_prepositions = frozenset(table.owner_prepositions)
        self.attaching = self.owner_prepositions | frozenset(table.place_prepositions)
        moods = table.moods
        self._stems = frozenset(_subjunctive(v) for v in moods.infinitives) | {
            v[:-3] + "le" for v in moods.infinitives if v.endswith("eln")
        }
        self._bound = frozenset(_subjunctive(v) for v in moods.bound)
        self._prefixes = tuple(sorted(moods.prefixes, key=len, reverse=True))
        self._never = frozenset(table.never_reported)
        self.is_subjunctive = lru_cache(maxsize=20_000)(self._is_subjunctive)
        self.classify = lru_cache(maxsize=50_000)(self._classify)
        self.marker_words = frozenset(
            [*table.source_prepositions, *table.source_leads, *table.source_after, *table.so_markers]
        )

    def _add(self, row: VerbRow) -> None:
        frames = frozenset(row.frames.split("|"))
        prepositions = tuple(f.partition(":")[2] for f in row.frames.split("|") if f.startswith("prep:"))
        companion = next((f.partition(":")[2] for f in frames if f.startswith("with:")), "")
        nouns, never, needs = (
            next((frozenset(f.partition(":")[2].split("/")) for f in frames if f.startswith(mark)), frozenset[str]())
            for mark in ("noun:", "but:", "needs:")
        )
        verb = Verb(row.lemma, row.particle, frames, prepositions, row.type, nouns, companion, never, needs)
        finite, final, other = _derive(row, self.language)
        gerund = {_gerund(row.lemma.split()[0])} if self.language == "en" else set()
        for forms, name in (
            (gerund, "gerund"),
            (finite, "finite"),
            (final, "final"),
            (other, "infinitive"),
            ({row.participle}, "participle"),
        ):
            for form in sorted(forms):
                readings = self.forms.setdefault(form.split()[0] if name == "participle" else form, [])
                if (verb, name) not in readings:
                    readings.append((verb, name))

    def _is_subjunctive(self, low: str) -> bool:
        """Whether a word can be the third person of the present subjunctive."""
        if not low.endswith("e") or low in self._never or not self._stems:
            return False
        if low.endswith("iere") and len(low) > 6:
            return True
        return low in self._stems or any(
            low.startswith(p)
            and (low[len(p) :] in self._stems or low[len(p) :] in self._bound or self._twice(low[len(p) :]))
            for p in self._prefixes
        )

    def _twice(self, low: str) -> bool:
        return any(
            low.startswith(p) and (low[len(p) :] in self._stems or low[len(p) :] in self._bound) for p in self._prefixes
        )

    def words(self, text: str, start: int, end: int, quotes: list[Quote]) -> list[Word]:
        """The words of text[start:end]; a quotation is one word."""
        found: list[Word] = []
        position = start
        first = True
        reflexive = False
        classify, add, find = self.classify, found.append, text.find
        for quote in [*quotes, None]:
            stop = quote.start if quote else end
            for surface in _TOKEN.findall(text, position, stop):  # all but blanks is a word, so each is the next one
                begin = find(surface, position)
                position = begin + len(surface)
                low, letter, forms = classify(surface, first)
                add(Word(begin, position, surface, low, letter, forms))
                reflexive = reflexive or letter == "V" and low in self._reflexive
                first = letter == "C"
            if quote:
                found.append(Word(quote.start, quote.end, text[quote.start : quote.end], "", "Q", (), quote))
                position = quote.end
                first = False
        if reflexive:
            self._without_pronoun(found)
        return found

    def _without_pronoun(self, found: list[Word]) -> None:
        """Reflexive verbs without their pronoun are adjectives: "der bekannte Redner"."""
        for k, word in enumerate(found):
            if word.cls == "V" and word.low in self._reflexive and not self.has_pronoun(found, k):
                word.cls, word.forms = "A", ()

    @staticmethod
    def has_pronoun(words: list[Word], k: int) -> bool:
        """Whether a reflexive pronoun stands near word k."""
        return any(w.low in ("sich", "uns", "mich") for w in words[max(0, k - 6) : k + 7])

    def _classify(self, surface: str, first: bool) -> tuple[str, str, tuple[tuple[Verb, str], ...]]:
        """Lower case, class letter and readings as a verb of saying; `first` opens a sentence."""
        german = self.language == "de"
        low = surface.lower()
        if not surface[0].isalnum():
            return low, ("N" if surface[0] in "@#" and len(surface) > 1 else _MARKS.get(surface, "O")), ()
        if surface[0].isdigit():
            return low, "#", ()
        capital = surface[0].isupper()
        if capital and german and _COMPOUND_ADJECTIVE.match(surface):
            return low, "A", ()  # "US-geführten"
        letter = self.classes.get(low)
        if letter in ("R", "X") and len(surface) > 1 and surface.isupper():
            return low, "N", ()  # "WHO", "US"
        if capital and not first and low != "i":
            # German nouns and names; function words open a sentence after a dash or a lost heading only
            return low, (letter if german and letter and letter in "DRPJBU" else "N"), ()
        forms = tuple(self.forms.get(low, ()))
        spoken = ("finite", "final") if german else ("finite", "infinitive")
        if letter not in ("D", "P") and any(kind in spoken for _, kind in forms):
            return low, "V", forms
        if letter:
            return low, letter, forms
        if capital:
            return low, "N", forms
        if self._is_subjunctive(low):
            return low, "M", forms
        if german and not forms and _ADJECTIVE.match(low):
            return low, "A", ()
        return low, "x", forms


def _gerund(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return (
        base
        + (
            base[-1]
            if re.search(r"[^aeiou](?:[iu][tn]|ar)\Z", base) and base not in ("explain", "maintain", "complain")
            else ""
        )
        + "ing"
    )


def _subjunctive(infinitive: str) -> str:
    if infinitive.endswith(("eln", "ern")):
        return infinitive[:-1] + "e"
    return infinitive[:-1]


def _derive(row: VerbRow, language: str) -> tuple[set[str], set[str], set[str]]:
    """Finite forms in a main clause, finite forms at the end of a subordinate clause, infinitives."""
    if language == "en":
        base = row.lemma.split()[0]
        return {row.present, row.past}, set(), {base}
    particle = row.particle
    base = row.lemma.split()[-1]
    plural_present = base[len(particle) :] if particle and base.startswith(particle) else base
    plural_past = row.past + ("n" if row.past.endswith("e") else "en")
    finite = {row.present, row.past, plural_present, plural_past}
    final = {particle + f for f in finite} if particle and " " not in row.lemma else set(finite)
    return finite, final, {row.lemma}


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, built once per process."""
    return Lexicon(language)
