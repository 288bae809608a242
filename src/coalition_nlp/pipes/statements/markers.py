"""Attribution without a verb of saying: "laut", "nach Angaben", "zufolge", "so X", "according to"."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import mention

from .clauses import segment_end, segment_start
from .documents import OF, OWNED, Documents, sentence_start
from .lexicon import Lexicon
from .models import Found, Speaker, State, Unit
from .speakers import SpeakerFinder
from .topics import Topics

_FINITE = re.compile(r"[FMWV]")
_MEDIA = ("medien", "presse", "zeitung", "agentur")
_INDEFINITE = ("einer", "ersten", "erster", "jüngsten", "früheren", "vorläufigen")


class Markers:
    """Finds marked attributions, and who issued a document."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder) -> None:
        self.lexicon = lexicon
        self.finder = finder
        self.documents = Documents(lexicon, finder)
        self.topics = Topics(lexicon, finder)

    def find(self, unit: Unit, state: State) -> list[Found]:
        """The first marked attribution of a unit, as a list."""
        names = self.lexicon.marker_words
        if names.isdisjoint(unit.lows):
            return []
        for k in [k for k, w in enumerate(unit.words) if w.low in names]:
            item = self._source(unit, k, state) or self._so(unit, k, state)
            if item is not None:
                return [item]
        return []

    def _make(
        self,
        unit: Unit,
        speakers: list[Speaker],
        begin: int,
        stop: int,
        first: int,
        last: int,
        rule: str,
        kind: str | None = None,
    ) -> Found | None:
        words, classes = unit.words, unit.classes
        while begin < stop and classes[begin] in "KCSHOE":
            begin += 1
        while stop > begin and classes[stop - 1] in "KCSHOL":
            stop -= 1
        if begin >= stop or not speakers:
            return None
        relative = self._relative(unit, first)
        if relative is not None:
            begin, stop = relative
        left, right = words[begin], words[stop - 1]
        span = (words[first].start, words[last].end)
        if left.quote is not None and right.quote is not None and set(classes[begin:stop]) <= set("QKSCHO"):
            return Found(
                left.quote.inner_start,
                right.quote.inner_end,
                "direct",
                speakers,
                rule,
                span,
                span,
                verb=words[first].text,
            )
        return Found(
            left.start, right.end, "indirect", speakers, rule, span, span, verb=words[first].text, confidence=0.85
        )

    def _source(self, unit: Unit, k: int, state: State) -> Found | None:
        """ "nach Angaben von X", "laut X", "X zufolge"."""
        words, classes, table = unit.words, unit.classes, self.lexicon.table
        low = words[k].low
        if low in table.source_prepositions:
            j = self._attributes(unit, k + 1)
            nation = self._national(unit, j)
            inside = self._compounded(unit, j) if nation is None and j < len(words) else None
            j = j if nation is not None or inside is not None else k + 1
            speaker = nation or inside
            if speaker is not None:
                last = j if nation is None else j + 1
                begin = sentence_start(unit, k)
                begin = last + 1 if k - begin <= 1 else begin
                return self._make(unit, [speaker], begin, len(words), k, last, "statement-source")
            if j < len(words) and words[j].low == "to":
                j += 1
            if j < len(words) and self._is_source(words[j].low):
                j += 1
                if j < len(words) and words[j].low in OF:
                    j += 1
            return self._named(unit, k, self.documents.behind(unit, j), state, "statement-laut")
        if low in table.source_leads and k + 1 < len(words):
            j = self._attributes(unit, k + 1)
            inside = self._compounded(unit, j)
            nation = self._national(unit, j)
            j = j if nation is not None or inside is not None else k + 1
            if nation is not None:
                inside, j = nation, j + 1
            if inside is not None:
                begin = sentence_start(unit, k)
                begin = j + 1 if k - begin <= 1 else begin
                return self._make(unit, [inside], begin, len(words), k, j, "statement-source")
            if low == "in" and self._is_source(words[j].low):  # "in view of the drought" is why
                return None
            own = False
            while j < len(words) and j < k + 4 and classes[j] in "DAXx" and not self._is_source(words[j].low):
                own = own or words[j].low in table.own_words
                j += 1
            if j < len(words) and self._is_source(words[j].low):
                if own:
                    speakers = self._own(unit, k, state)
                    return (
                        self._make(unit, speakers, sentence_start(unit, k), len(words), k, j, "statement-own-words")
                        if speakers
                        else None
                    )
                n = j + 1
                if n < len(words) and words[n].low in ("von", "vom", "aus", "of"):
                    n += 1
                elif n < len(words) and (classes[n] not in "DNA" or classes[n] == "D" and words[n].low not in OWNED):
                    return None  # "nach offiziellen Angaben aber ..."
                return self._named(unit, k, n, state, "statement-source", j)
        if low in table.source_after and k:
            j = k
            if classes[k - 1] == "E" and "L" in classes[:k]:  # "X (SPD) zufolge"
                j = classes.rindex("L", 0, k)
            closing = j
            while j > 0 and classes[j - 1] not in "KSCHLEx" and not _FINITE.match(classes[j - 1]) and k - j < 9:
                if classes[j - 1] == "A" and j > 1 and classes[j - 2] == "N":  # "der Iran winkte Diplomaten zufolge"
                    break
                j -= 1
            begin = j
            while begin < k and classes[begin] in "UB":
                begin += 1
            if begin < closing and classes[begin] == "X":
                speakers = list(state.speakers)
            else:
                noun = next(
                    (
                        i
                        for i in range(begin, closing)
                        if self._is_source(words[i].low) or self.lexicon.document_end.search(words[i].low)
                    ),
                    None,
                )
                owner = begin
                if noun is not None and noun + 1 < closing:
                    owner = noun + 1
                    if words[owner].low in ("von", "vom", "aus"):
                        owner += 1
                elif noun is not None and noun + 1 == closing:
                    owner = begin
                speakers = self.finder.resolve(unit, owner, closing, state)
                if noun is not None and noun + 1 == closing and not self.finder.can_speak(unit, speakers):
                    if words[begin].low in _INDEFINITE:  # "einer Einschätzung zufolge" is nobody's
                        return None
                    speakers = list(state.speakers) if "bericht" not in words[noun].low else speakers
            if speakers and self._is_mute(speakers[0]):
                return None
            start = self._clause(unit, begin)
            if begin - start <= 1:
                start = k + 1
            return self._make(unit, speakers, start, len(words), k, k, "statement-zufolge")
        return None

    def _is_mute(self, speaker: Speaker) -> bool:
        """Whether it is a treaty, a plan or the like, which speaks for nobody."""
        if speaker.ref["kind"] not in ("group", "title"):
            return False
        parts = re.split(r"[\s\-]", speaker.ref["name"].lower())
        return any(part in self.lexicon.no_speakers or self.lexicon.mute_end.search(part) for part in parts)

    def _clause(self, unit: Unit, k: int) -> int:
        """Where the main clause around a marker begins: "A wartet, doch B winkt Diplomaten zufolge ab"."""
        start = sentence_start(unit, k)
        comma = unit.classes.rfind("K", start, k)
        if comma < 0 or not _FINITE.search(unit.classes, start, comma):
            return start
        first = comma + 1
        while first < k and unit.classes[first] in "UB":
            first += 1
        nominal = re.match(r"D?A*N", unit.classes[first:])
        relative = unit.words[first].low in self.lexicon.relatives and unit.classes[first + 1] not in "NA"
        return first if nominal and not relative else start

    def _relative(self, unit: Unit, k: int) -> tuple[int, int] | None:
        """The relative clause around a marker: "vier Firmen, die laut Y dazu gehören" tells only that clause."""
        words, classes = unit.words, unit.classes
        start, end = segment_start(unit, k), segment_end(unit, k)
        first = start + (classes[start] == "P")
        if self.lexicon.language != "de" or start < 2 or classes[start - 1] != "K" or not first < k < end:
            return None
        if words[first].low not in self.lexicon.relatives or classes[first] not in "DR" or first + 1 > k:
            return None
        while end > k + 1 and classes[end - 1] == "O":
            end -= 1
        last = words[end - 1].low
        final = classes[end - 1] in "FMWV" or classes[end - 1] in "xA" and last.endswith(("t", "en", "te"))
        return (start, end) if final and not _FINITE.search(classes, first, end - 2) else None

    def _is_source(self, low: str) -> bool:
        return low in self.lexicon.source_nouns

    def _attributes(self, unit: Unit, k: int) -> int:
        """Past adjectives before a source: "nach übereinstimmenden Medienberichten"."""
        last = min(k + 2, len(unit.words) - 1)
        while k < last and unit.classes[k] in "AB" and not self._is_nation(unit, k):
            k += 1
        return k

    def _is_nation(self, unit: Unit, k: int) -> bool:
        return self.finder.entities.country(unit.words[k].start, unit.words[k].end) is not None

    def _national(self, unit: Unit, k: int) -> Speaker | None:
        """The country of an adjective before a noun for a source: "nach indischen Angaben"."""
        words = unit.words
        if k + 1 >= len(words) or unit.classes[k] not in "AxN" or not self._is_source(words[k + 1].low):
            return None
        return self.finder.entities.country(words[k].start, words[k].end)

    def _compounded(self, unit: Unit, k: int) -> Speaker | None:
        """The source named within one word: "nach UN-Angaben"."""
        word = unit.words[k]
        owner, hyphen, noun = word.text.rpartition("-")
        if not hyphen:
            noun = next((n for n in self.lexicon.table.source_compounds if word.low.endswith(n)), "")
            owner = word.text[: -len(noun)] if noun else ""
            owner = owner.removesuffix("s") if len(owner) > 4 else ""
        if not owner[:1].isupper() or not self._is_source(noun.lower()):
            return None
        if owner.lower() in _MEDIA:  # reports of nobody in particular
            owner = word.text
        span = (word.start, word.start + len(owner))
        ref = {"kind": "group", "id": None, "name": owner, "mention": mention(*span)}
        known = self.finder.entities.within("organizations", span[0], span[1])
        if known:
            ref |= {"kind": "organization", "id": known[0][2]["id"]}
        return self.finder.entities.country(*span, owner) or Speaker(ref)

    def _own(self, unit: Unit, k: int, state: State) -> list[Speaker]:
        """Whose own words: the subject of the sentence."""
        if k > 0:
            speakers = self.finder.resolve(unit, sentence_start(unit, k), k, state)
            if speakers and not speakers[0].timely:
                return speakers
        return list(state.speakers)

    def _named(self, unit: Unit, k: int, j: int, state: State, rule: str, last: int | None = None) -> Found | None:
        words, classes = unit.words, unit.classes
        stop = j
        while stop < len(words) and classes[stop] not in "KSCLEHFMWVQ" and stop - j < 14:
            stop += 1
        if stop < len(words) and classes[stop] == "Q" and stop - j < 5:
            stop += 1
        if j >= len(words) or j >= stop:
            return None
        reach = stop
        if classes[stop : stop + 1] == "K" and stop + 1 < len(words):
            behind = next((i for i in range(stop + 1, len(words)) if classes[i] in "KSCFMWVO"), len(words))
            if self.finder.entities.within("people", words[stop].end, words[min(stop + 4, behind - 1)].end):
                reach = behind
        speakers = self.documents.issuer(unit, self.finder.resolve(unit, j, reach, state), state)
        if not speakers:
            return None
        if reach > stop and speakers[0].is_person and speakers[0].ref["mention"]["start"] > words[stop].start:
            stop = reach
        if self._is_mute(speakers[0]):
            return None
        begin = sentence_start(unit, k)
        opens = k - begin <= 1 and all(c in "UBO" for c in classes[begin:k])
        if not opens and k > begin and classes[k - 1] == "K" and _FINITE.search(classes, begin, k):
            behind = self._behind(unit, j, stop)  # "A starb, laut B lebt C": the second sentence is B's
            opens = classes[behind : behind + 1] in ("F", "V", "M", "W")
        if opens:
            begin = self._behind(unit, j, stop)
            begin = self._behind_relative(unit, begin)
        elif self.lexicon.language == "de":
            begin = self._second_clause(unit, begin, k)
        return self._make(unit, speakers, begin, len(words), k, last if last is not None else k, rule)

    def _behind_relative(self, unit: Unit, k: int) -> int:
        """The word behind a relative clause on the source: "Laut dem Sender, der ... beruft, wurde ..."."""
        words, classes = unit.words, unit.classes
        if classes[k : k + 1] != "K" or k + 3 >= len(words) or words[k + 1].low not in self.lexicon.relatives:
            return k
        end = segment_end(unit, k + 1)
        return end + 1 if classes[end : end + 1] == "K" and classes[end + 1 : end + 2] in ("F", "V", "M", "W") else k

    def _second_clause(self, unit: Unit, start: int, k: int) -> int:
        """Where the second of two main clauses begins: "A reist ab, bis Mai muss laut B gezahlt werden"."""
        first, classes = segment_start(unit, k), unit.classes
        if first <= start or classes[first - 1] != "K" or not _FINITE.search(classes, start, first):
            return start
        return first if classes[start] != "J" and classes[first] != "J" and _FINITE.search(classes, first, k) else start

    def _behind(self, unit: Unit, j: int, stop: int) -> int:
        """The word behind a marker that opens the sentence."""
        end = self.finder.phrase_end(unit, j, stop)
        if unit.classes[stop : stop + 1] == "K" or end is None or self.lexicon.language == "en":
            return stop
        return self.finder.tail_end(unit, end, stop)

    def _so(self, unit: Unit, k: int, state: State) -> Found | None:
        """ "..., so Visser": content, comma, "so", a name."""
        words, classes = unit.words, unit.classes
        if (
            words[k].low not in self.lexicon.table.so_markers
            or k == 0
            or classes[k - 1] not in "KQ"
            or k + 1 >= len(words)
        ):
            return None
        if classes[k + 1] not in "DN#A" or words[k + 1].low in self.lexicon.oblique:
            return None
        stop = k + 1
        while stop < len(words) and classes[stop] not in "SCFMWVQ" and stop - k < 25:
            stop += 1
        speakers = self.finder.resolve(unit, k + 1, stop, state)
        end = self.finder.phrase_end(unit, k + 1, stop)
        if end is not None and self.lexicon.document_end.search(words[end - 1].low):
            speakers = self.documents.owners(unit, end, state)
        if not speakers or not self.finder.can_speak(unit, speakers):
            return None
        begin = sentence_start(unit, k)
        inserted = (
            classes[k - 1] == "K"
            and not re.search(r"[FMWVQ]", classes[begin:k])
            or re.search(r"[MW]\w?K", classes[begin:k])
        )
        if inserted and not (stop < len(words)):
            inserted = "K" in classes[k:] or None
        item = self._make(unit, speakers, begin, len(words) if inserted else k, k, k, "statement-so")
        if item is not None and item.kind == "direct":
            for word in words[stop:]:
                if word.quote is not None:
                    item.end = word.quote.inner_end
        return item

    def audience(self, unit: Unit, index: int, left: int, right: int) -> tuple[str | None, Speaker | None]:
        """Medium ("der Zeitung X", "auf Twitter") and addressee ("told reporters") behind a verb of saying."""
        words, classes = unit.words, unit.classes
        k = index + 1
        while k < len(words) and k < index + 12 and classes[k] not in "KSCO" and not left <= words[k].start < right:
            if classes[k] in "NQx" and self.lexicon.media_end.search(words[k].low):
                end = k + 1
                while end < len(words) and classes[end] in "NQ" and not left <= words[end].start < right:
                    end += 1
                return self.finder.entities.view.text[words[k].start : words[end - 1].end], None
            if words[k].low in self.lexicon.table.audiences:
                ref = {
                    "kind": "group",
                    "id": None,
                    "name": words[k].text,
                    "mention": mention(words[k].start, words[k].end),
                }
                return None, Speaker(ref)
            k += 1
        return None, None
