"""Who issued a text in which something is said: "in a statement by the council", "aus dem Ministerium"."""

from __future__ import annotations

from coalition_nlp.pipes.base import mention

from .inflection import nominative
from .lexicon import Lexicon
from .models import Found, Speaker, State, Unit
from .speakers import SpeakerFinder

# what opens the genitive of an owner
OWNED = (
    "des",
    "der",
    "eines",
    "einer",
    "seines",
    "seiner",
    "ihres",
    "ihrer",
    "dieses",
    "dieser",
    "mehrerer",
    "zweier",
    "the",
    "a",
    "an",
    "its",
    "his",
    "her",
    "their",
    "beider",
    "vieler",
    "aller",
    "einiger",
)
INDEFINITE = frozenset(("ein", "eine", "einem", "einer", "einen", "a", "an"))
OF = ("von", "vom", "aus", "of", "by", "from")  # what ties a text to whose it is


def sentence_start(unit: Unit, k: int) -> int:
    """Where the sentence of word k begins: behind a semicolon or colon, or at the start of the unit."""
    for i in range(k - 1, -1, -1):
        if unit.classes[i] in "SC":
            return i + 1
    return 0


class Documents:
    """Finds the issuers of declarations, letters, reports."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder) -> None:
        self.lexicon = lexicon
        self.finder = finder

    def issuer(self, unit: Unit, speakers: list[Speaker], state: State) -> list[Speaker]:
        """Who speaks where a document is the subject: "a statement by the council read ..."; others stay."""
        if len(speakers) != 1 or speakers[0].ref["kind"] != "group":
            return speakers
        span = speakers[0].ref["mention"]
        words, table = unit.words, self.lexicon.table
        inside = [k for k, w in enumerate(words) if span["start"] <= w.start < span["end"]]
        noun = next((k for k in inside if self.lexicon.document_end.search(words[k].low)), None)
        if noun is None or self.lexicon.speaker_end.search(words[noun].low):
            return speakers
        if noun > inside[0] and unit.classes[noun - 1] == "N":  # "the RSF statement"
            return self.finder.resolve(unit, inside[0], noun, state)
        k = noun + 1
        while k < len(words) and k < noun + 4 and unit.classes[k] in "xB":  # "a statement released by"
            k += 1
        if k < len(words) and (words[k].low in OF or words[k].low in table.genitives):
            return self.owners(unit, k + (words[k].low in OF), state)
        if self.lexicon.decree_end.search(words[noun].low):
            return self.enactor(unit, noun, state)
        if state.issuer:
            return list(state.issuer)
        body = bool(state.group) and state.group[0].ref["kind"] != "person"
        return list(state.group) if body else self._group_before(unit, noun)

    def enactor(self, unit: Unit, noun: int, state: State) -> list[Speaker]:
        """Who passed the resolution named at a word: the body named last that passes such; else the text itself."""
        body = self.lawmaker(unit, noun) or state.lawmaker
        if body is not None:
            return [body]
        word = unit.words[noun]
        owner, hyphen, _ = word.text.rpartition("-")
        span = (word.start, word.start + len(owner)) if hyphen else (word.start, word.end)
        name = self.finder.entities.view.text[slice(*span)]
        return [Speaker({"kind": "group", "id": None, "name": name, "mention": mention(*span)})]

    def lawmaker(self, unit: Unit, stop: int | None = None) -> Speaker | None:
        """The last body before a word that passes resolutions."""
        words = unit.words
        for k in range(len(words) if stop is None else stop, 0, -1):
            word = words[k - 1]
            if word.cls == "N" and self.lexicon.lawmaker_end.search(word.low):
                start = k - 1
                while start > 0 and unit.classes[start - 1] in "AN":
                    start -= 1
                text = self.finder.entities.view.text[words[start].start : word.end]
                ref = {"kind": "group", "id": None, "name": text, "mention": mention(words[start].start, word.end)}
                known = self.finder.entities.within("organizations", words[start].start, word.end)
                if known:
                    ref |= {"kind": "organization", "id": known[-1][2]["id"]}
                if start and words[start - 1].low in self.lexicon.table.genitive_markers:
                    ref["name"] = nominative(text)
                return Speaker(ref)
        return None

    def document_speaker(self, unit: Unit, k: int, state: State) -> list[Speaker]:
        """Who issued the document named around word k ("in einer Erklärung des Rates", "aus dem Ministerium")."""
        words, classes, table = unit.words, unit.classes, self.lexicon.table
        for i in range(max(0, k - 12), min(len(words), k + 12)):
            if classes[i] != "P" or words[i].low not in table.document_prepositions:
                continue
            stop = i + 1
            while stop < len(words) and classes[stop] not in "KSCHLEFMWVQ":
                stop += 1
            noun = next(
                (n for n in range(i + 1, stop) if classes[n] == "N" and self.lexicon.document_end.search(words[n].low)),
                None,
            )
            if noun is None:
                if words[i].low in table.origin_prepositions and (
                    i > k or i == sentence_start(unit, k) or words[i - 1].low == "wie"
                ):
                    speakers = self.finder.resolve(unit, i + 1, stop, state)
                    if words[i].low in ("vom", "beim", "im") and speakers and speakers[0].ref["id"] is None:
                        speakers = [Speaker({**speakers[0].ref, "name": nominative(speakers[0].ref["name"])})]
                    if self.finder.can_speak(unit, speakers):
                        return speakers
                continue
            owner = noun + 1
            if owner < stop and words[owner].low in ("von", "vom", "by", "of"):
                owner += 1
            people = self.finder.entities.within("people", words[i].start, words[stop - 1].end)
            if self.lexicon.decree_end.search(words[noun].low) and (
                owner >= stop or words[owner].low not in table.genitives
            ):
                return self.enactor(unit, noun, state)
            if owner < stop and classes[owner] in "DNA#":
                speakers = self.owners(unit, owner, state)
                if self.finder.can_speak(unit, speakers):
                    return speakers
            if people:
                return [self.finder.entities.person(people[0][2], people[0][0], people[0][1])]
            body = [state.topic] if state.topic is not None and not state.topic.is_person else []
            group = self._group_before(unit, k)
            # a body named in what is said is not who says it
            found_here = body or group if "M" in classes[sentence_start(unit, k) : k] else group or body
            if found_here:
                return found_here
        return []

    def impersonal(self, unit: Unit, k: int, state: State) -> list[Speaker]:
        """Who says what "es heißt": the issuer of the text around, else the speaker in force where nothing is named."""
        speakers = self.document_speaker(unit, k, state)
        if speakers:
            return speakers
        therein = not unit.lows.isdisjoint(self.lexicon.therein)
        if therein or self.inside(unit) or self._located(unit, k):  # a text without an owner is nobody else's
            return list(state.issuer) or [s for s in state.speakers if s.ref["kind"] in ("organization", "country")]
        return list(state.speakers)

    def _located(self, unit: Unit, k: int) -> bool:
        """Whether a place, a circle or a text is named beside "hieß es": "in Bergen", "in dem Vertrag"."""
        words, classes = unit.words, unit.classes
        before = sentence_start(unit, k)
        for i in [*range(k, min(k + 5, len(words))), *([before] if k - before < 6 else [])]:
            if classes[i] == "P" and words[i].low in self.lexicon.table.document_prepositions and i + 1 < len(words):
                if not self.finder.entities.within("times", words[i].start, words[i + 1].end):
                    return True
        return False

    def inside(self, unit: Unit, item: Found | None = None) -> bool:
        """Whether a unit names a text around what is said in it."""
        is_document = self.lexicon.document_end.search
        return any(map(is_document, unit.lows)) and any(
            is_document(w.low)
            for w in unit.words
            if w.cls != "V" and (item is None or not item.start <= w.start < item.end)
        )

    def introduces(self, unit: Unit) -> bool:
        """Whether a unit names a text for the first time: "ein Bericht"."""
        if not any(map(self.lexicon.document_end.search, unit.lows)):
            return False
        words = unit.words
        return any(
            self.is_document(w.low) and not INDEFINITE.isdisjoint(v.low for v in words[max(0, k - 2) : k])
            for k, w in enumerate(words)
            if w.cls == "N"
        )

    def owners(self, unit: Unit, owner: int, state: State) -> list[Speaker]:
        """The owners of a document, in the genitive: "der Erklärung Russlands, der Türkei und Irans"."""
        words, classes = unit.words, unit.classes
        found: list[Speaker] = []
        k = owner
        while True:
            stop = k
            while stop < len(words) and classes[stop] not in "KSCHLEFMWVQUO":
                stop += 1
            part = self.finder.resolve(unit, k, stop, state)
            if not part or found and part[0].ref["kind"] not in ("country", "organization"):
                return found
            ref = part[0].ref
            if (
                ref["kind"] == "country"
                and ref["name"].endswith("s")
                and classes[k] == "N"
                and not ref["name"].isupper()
            ):
                part = [Speaker({**ref, "name": ref["name"][:-1]})]
            found += part
            if found[0].ref["kind"] != "country" or stop >= len(words) or classes[stop] not in "KU":
                return found
            k = stop + 1

    def _group_before(self, unit: Unit, k: int) -> list[Speaker]:
        """The last body named before word k in its sentence, for a declaration without an owner."""
        for i in range(k - 1, -1, -1):
            word = unit.words[i]
            if word.cls == "N" and self.finder.is_collective(word):
                start = i
                while start > 0 and unit.classes[start - 1] in "A":
                    start -= 1
                while start > 0 and unit.classes[start - 1] == "D":
                    start -= 1
                return self.finder.resolve(unit, start, i + 1, State())
        return []

    def behind(self, unit: Unit, k: int) -> int:
        """Past "a report by", "einem Bericht" at word k, to whose it is; k itself where no owner follows."""
        words, i = unit.words, k
        while i < len(words) and i < k + 4 and unit.classes[i] in "DAx" and not self.is_document(words[i].low):
            i += 1
        if i + 1 >= len(words) or not self.is_document(words[i].low):
            return k
        if words[i + 1].low in OF:
            return i + 2
        return i + 1 if words[i + 1].low in self.lexicon.table.genitives else k

    def is_document(self, low: str) -> bool:
        return self.lexicon.document_end.search(low)
