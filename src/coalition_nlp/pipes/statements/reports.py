"""From the verbs and markers of a unit to its statements: what is said, by whom, by which rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from coalition_nlp.pipes.scope import Modality

from .colons import Colons, span
from .elsewhere import Elsewhere
from .lexicon import Lexicon
from .markers import Markers
from .models import Found, Speaker, State, Unit
from .moods import Moods
from .negations import Negations
from .notes import Notes
from .speakers import SpeakerFinder
from .triggers import Trigger

_MOST = 16  # verbs of saying read in one unit


class Grammar(Protocol):
    """What a language tells about the verbs of saying in a unit."""

    def triggers(self, unit: Unit) -> list[Trigger]: ...

    def subject(
        self, unit: Unit, trigger: Trigger, state: State, before: list[Speaker]
    ) -> tuple[list[Speaker], bool]: ...

    def content_after(self, unit: Unit, trigger: Trigger) -> tuple[int, int, str] | None: ...

    def object_after(self, unit: Unit, trigger: Trigger, subject_behind: bool) -> tuple[int, int] | None: ...

    def said_before(self, unit: Unit, trigger: Trigger, subject_behind: bool) -> tuple[int, int] | None: ...


class Reports:
    """Finds the statements of one unit after another; `State` carries the speaker in force along."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder, grammar: Grammar) -> None:
        self.lexicon = lexicon
        self.finder = finder
        self.grammar = grammar
        self.markers = Markers(lexicon, finder)
        self.moods = Moods(lexicon)
        self.elsewhere = Elsewhere(lexicon, finder)
        self.notes = Notes(finder.entities.view)
        self.negations = Negations(lexicon, finder.entities.view.text)
        self.colons = Colons(lexicon, finder, self.markers, self.moods)

    def unit(self, unit: Unit, state: State) -> list[Found]:
        """The statements of a unit, the speaker in force brought up to date."""
        found: list[Found] = []
        subjects: list[Speaker] = []
        attitude = False
        here = state
        silent: list[Speaker] = []  # who told something that stands elsewhere: "Das gab ein Sprecher bekannt"
        triggers = self.grammar.triggers(unit)[:_MOST]
        if self.notes.wanted:
            self._idle(unit, triggers)
        for trigger in triggers:
            if trigger.verb.takes("es"):
                item = self._impersonal(unit, trigger, state)
                if item and trigger.final and found:
                    continue  # "X forderte Y, wie es in der Erklärung heißt" is X's
                if item:
                    found.append(item)
                elif not self.markers.documents.impersonal(unit, trigger.index, state):
                    state.speakers, state.topic = [], None  # who speaks on is open
                if item or trigger.verb.lemma == "heißen":
                    continue
            place = unit.words[trigger.index].start
            if any(f.type == "REJECT" and f.kind == "indirect" and f.start <= place < f.end for f in found):
                continue  # what is denied was not said
            speakers, behind = self.grammar.subject(unit, trigger, here, subjects)
            issuers = self.markers.documents.issuer(unit, speakers or [], state)
            if any(s.mute or s.timely for s in issuers) or trigger.verb.takes("document") and issuers is speakers:
                self._reject(unit, trigger, "the subject does not speak")
                continue
            speakers = issuers
            if speakers:
                subjects = speakers
                if self.lexicon.language == "en":  # a later "he" of the sentence means its own subject
                    here = replace(state, speakers=speakers, topic=None)
            if trigger.final and trigger.verb.particle and not self.finder.can_speak(unit, speakers):
                continue  # the subject of a clause that goes on behind an inserted one is open
            if trigger.verb.takes("attitude") and self.finder.can_speak(unit, speakers):
                attitude = True
                state.topic = speakers[0]
            if not speakers:
                self._reject(unit, trigger, "no speaker")
                continue
            item = self._by_verb(unit, trigger, speakers, behind)
            if item is not None and item.nested and self._by_pronoun(unit, speakers):
                self._reject(unit, trigger, "whom a pronoun in reported speech means is open")
                continue  # whom a pronoun in reported speech means is open
            if item is not None:
                found.append(item)
            elif trigger.verb.takes("clause") and self.finder.can_speak(unit, speakers):
                silent = speakers
        marked = self.markers.find(unit, state)
        if marked and marked[0].clause[0] <= unit.start + 4:  # "According to X, ..." rules the whole sentence
            found = [f for f in found if not _overlap(f, marked[0])]
        found += [item for item in marked if not any(_overlap(item, other) for other in found)]
        found = [
            f
            for f in found
            if not (f.rule.startswith("statement-object") and any(_within(f, other) for other in found))
        ]
        found = [f for f in found if not any(_carries(f, other) for other in found)]
        if silent and not found:
            found += self.elsewhere.points_back(unit, state, silent)
        if not found:
            found += self.elsewhere.behind_quote(unit, state)
        found += self.elsewhere.trailing_quote(unit, found)
        headline = self.colons.headline(unit, state)
        if headline and not any(_overlap(headline, f) for f in found):
            found.append(headline)
        if not any(not f.nested for f in found):
            run = self.colons.after(unit, state) or self._run(unit, state, bool(found))
            if run:
                found.insert(0, run)
        self._advance(unit, state, found, attitude)
        if len(silent) == 1 and not found and not attitude:
            state.topic = silent[0]
        self.notes.close(unit, found)
        return _distinct(found)

    def _idle(self, unit: Unit, triggers: list[Trigger]) -> None:
        """Note the words of saying that tell of no act: planned, in the passive, refused ("declined to comment")."""
        read = {t.index for t in triggers}
        nouns = self.lexicon.table.refused
        for k, word in enumerate(unit.words):
            refused = (word.forms or word.low in nouns) and self.negations.within(unit, max(0, k - 6), k)
            if refused and k not in read:
                self.notes.reject(word, "statement-refusal", "denied or refused: nothing was said")
            elif word.forms and k not in read:
                self.notes.reject(word, f"statement:{word.forms[0][0].lemma}", "tells of no act of saying")

    def _reject(self, unit: Unit, trigger: Trigger, why: str) -> None:
        self.notes.reject(unit.words[trigger.index], f"statement:{trigger.verb.lemma}", why)

    # -- verbs -----------------------------------------------------------------------------------------------------

    def _by_verb(self, unit: Unit, trigger: Trigger, speakers: list[Speaker], behind: bool) -> Found | None:
        verb = trigger.verb
        speaks = verb.takes("clause") or verb.takes("quote")
        before = self.grammar.said_before(unit, trigger, behind) if speaks else None
        if before is not None:
            content = span(unit, *before)
            if content is not None and (
                self.lexicon.language != "en" or content[2] == "direct" or self.finder.can_speak(unit, speakers)
            ):
                left, right, kind = content
                if kind == "direct":
                    right = self._resumed(unit, trigger, right)
                return self._found(unit, trigger, speakers, left, right, kind, "after-content")
        after = self.grammar.content_after(unit, trigger)
        if after is not None:
            begin, stop, frame = after
            if self.negations.before(unit, trigger, begin):
                self._reject(unit, trigger, "negated: it was not said")
                return None
            content = span(unit, begin, stop)
            if content is not None and (self.lexicon.language != "en" or self.finder.can_speak(unit, speakers)):
                left, right, kind = content
                return self._found(unit, trigger, speakers, left, right, kind, f"before-{frame}")
        argument = self.grammar.object_after(unit, trigger, behind)
        if argument is None:
            self._reject(unit, trigger, "nothing is told of what was said")
            return None
        if self.negations.before(unit, trigger, argument[0]) or self.negations.behind(unit, trigger, argument[1]):
            self._reject(unit, trigger, "negated: it was not said")
            return None
        if not self.finder.can_speak(unit, speakers):
            self._reject(unit, trigger, f"{speakers[0].ref['name']!r} is not known to speak")
            return None
        content = span(unit, argument[0], self._next_verb(unit, *argument))
        if content is None:
            return None
        left, right, kind = content
        return self._found(unit, trigger, speakers, left, right, kind, "object", 0.75)

    def _found(
        self,
        unit: Unit,
        trigger: Trigger,
        speakers: list[Speaker],
        left: int,
        right: int,
        kind: str,
        rule: str,
        confidence: float = 0.9,
    ) -> Found:
        words = unit.words
        first, last = sorted((trigger.index, trigger.finite))
        word = words[trigger.index]
        aux = words[trigger.finite]
        medium, addressee = self.markers.audience(unit, trigger.index, left, right)
        negated = self.negations.on(unit, trigger) and trigger.verb.lemma in self.lexicon.table.negated_ok
        return Found(
            left,
            right,
            kind,
            speakers,
            f"statement-{rule}:{trigger.verb.lemma}",
            (word.start, word.end),
            (words[first].start, words[last].end),
            verb=word.text,
            type=None if negated else trigger.verb.type,
            confidence=confidence,
            medium=medium,
            addressee=addressee,
            nested=trigger.finite != trigger.index and aux.cls == "M",
            aside=trigger.verb.takes("aside"),
            modality=self._modality(unit, trigger),
        )

    def _by_pronoun(self, unit: Unit, speakers: list[Speaker]) -> bool:
        """Whether a speaker is not named in the unit itself."""
        return not any(unit.start <= (s.ref.get("mention") or {"start": -1})["start"] < unit.end for s in speakers)

    def _is_hearsay(self, unit: Unit, trigger: Trigger) -> bool:
        """Whether the saying itself is only reported: "soll gesagt haben", "reportedly said"."""
        near = unit.words[max(0, trigger.index - 2) : trigger.index]
        return any(w.low in self.lexicon.hearsay for w in (unit.words[trigger.finite], *near) if not w.forms)

    def _modality(self, unit: Unit, trigger: Trigger) -> Modality:
        """Whether the saying is told as a fact, only reported, or planned: "will make clear that"."""
        if self._is_hearsay(unit, trigger):
            return "reported"
        before = unit.words[max(0, trigger.index - 2) : trigger.index]
        return (
            "planned" if any(w.low in self.lexicon.before_verb - self.lexicon.perfect for w in before) else "asserted"
        )

    @staticmethod
    def _next_verb(unit: Unit, begin: int, stop: int) -> int:
        """Where the next verb of the same subject begins: "rejected the claim and said ..."."""
        place = unit.classes.find("UV", begin + 1, stop)
        return place if place > 0 else stop

    def _resumed(self, unit: Unit, trigger: Trigger, right: int) -> int:
        """The end of a quotation that goes on behind an inserted attribution."""
        for k in range(trigger.index + 1, len(unit.words)):
            if unit.classes[k] == "V" and k > trigger.closing:
                break
            quote = unit.words[k].quote
            if quote is not None and unit.classes[k - 1] in "KCSO":
                right = quote.inner_end
        return right

    # -- other forms -----------------------------------------------------------------------------------------------

    def _impersonal(self, unit: Unit, trigger: Trigger, state: State) -> Found | None:
        """ "..., hieß es in der Erklärung des Rates", "wie es in Berlin hieß"."""
        words = unit.words
        k = trigger.index
        has_es = any(w.low == "es" for w in words[max(0, k - 12) : k + 3])
        if trigger.verb.lemma == "heißen" and not has_es:
            return None
        speakers = self.markers.documents.impersonal(unit, k, state)
        if not speakers:
            return None
        before = self.grammar.said_before(unit, trigger, True)
        content = span(unit, *before) if before is not None else None
        if content is None:
            after = self.grammar.content_after(unit, trigger)
            content = span(unit, after[0], after[1]) if after else None
        if content is None:
            return None
        left, right, kind = content
        return self._found(unit, trigger, speakers, left, right, kind, "impersonal")

    def _run(self, unit: Unit, state: State, something: bool) -> Found | None:
        """Speech that goes on: a subjunctive or a whole quotation without an attribution of its own."""
        person = state.topic is not None and state.topic.is_person
        speakers = [state.topic] if person and state.topic is not None else list(state.speakers)
        rule = self.moods.run(unit, state.said, state.said and not state.marked)
        if not speakers and (rule != "subjunctive" or state.named):  # open until the next sentence names the speaker
            return None
        if rule is None and state.attitude and self.moods.points(unit):
            rule = "after-attitude"
        if rule is None:
            return None
        begin = self.moods.begin(unit)
        content = span(unit, begin, len(unit.words))
        if content is None:
            return None
        left, right, kind = content
        return Found(left, right, kind, speakers, f"statement-{rule}", (left, right), (left, right), confidence=0.7)

    def _advance(self, unit: Unit, state: State, found: list[Found], attitude: bool) -> None:
        """Bring the speaker in force, the topic and the last person up to date."""
        spoken = [f for f in found if not f.nested]
        if unit.title and not spoken:  # a heading between paragraphs ends no speech
            return
        state.before, state.told = unit, bool(found)
        state.gap = 0 if spoken else state.gap + 1
        state.named = state.named or any(f.speakers for f in spoken)
        if spoken:
            if not spoken[-1].aside:
                state.speakers = spoken[-1].speakers
            state.topic = None
            state.marked = spoken[-1].rule.startswith(("statement-laut", "statement-source", "statement-zufolge"))
        state.said = bool(spoken) or attitude
        state.attitude = attitude and not spoken
        state.lawmaker = self.markers.documents.lawmaker(unit) or state.lawmaker
        people = self.finder.entities.within("people", unit.start, unit.end)
        if people:
            state.last = self.finder.entities.person(people[-1][2], people[-1][0], people[-1][1])
        state.recent = self.finder.entities.named_last(unit.start, unit.end) or state.recent
        if spoken and self.markers.documents.inside(unit, spoken[-1]):
            state.issuer = spoken[-1].speakers
        together = next((f.speakers for f in reversed(spoken) if len(f.speakers) > 1), [])
        if not spoken and not attitude and not unit.title:
            subjects = self.markers.topics.subjects(unit, state)
            if len(subjects) > 1:
                together = subjects
            topic = subjects[0] if len(subjects) == 1 else None
            many = self.markers.topics.many(unit, state) if not subjects else None
            if many is not None:
                state.group = [many]
            if topic is not None and self.markers.documents.inside(unit):
                state.issuer = [topic]
            elif state.issuer and self.markers.documents.introduces(unit):
                state.issuer = []
            if topic is not None and topic.is_person and not unit.lows.isdisjoint(self.lexicon.hosting):
                state.host = topic
            pair = self.markers.topics.pair(unit, topic) if topic is not None else []
            together = pair or together
            if topic is not None or people:
                state.topic = topic
            if people and topic is None:
                state.person = state.last
        for speaker in [*(s for f in spoken for s in f.speakers), *([state.topic] if state.topic else [])]:
            if speaker.is_person:
                state.person = speaker
            else:
                state.group = [speaker]
        if together:
            state.group = list(together)


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _within(inner: Found, outer: Found) -> bool:
    """Whether an object lies in what somebody else is reported to say before his verb."""
    return outer is not inner and outer.rule.startswith("statement-after") and outer.start <= inner.start < outer.end


def _carries(outer: Found, inner: Found) -> bool:
    """Whether a body only passes on what a person said: "X said ..., state television reported"."""
    return (
        outer is not inner
        and bool(inner.speakers)
        and outer.rule.startswith("statement-after-content")
        and not inner.nested
        and outer.start <= inner.trigger[0] < outer.end
        and not outer.speakers[0].is_person
        and inner.speakers[0].is_person
    )


def _distinct(found: list[Found]) -> list[Found]:
    """One entry for the same beginning and speaker."""
    kept: list[Found] = []
    for item in found:
        if not any(k.start == item.start for k in kept):
            kept.append(item)
    return kept
