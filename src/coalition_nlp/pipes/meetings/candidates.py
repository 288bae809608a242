"""Finds words that may name a meeting: nouns and verbs from the tables, with the first tests of what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from coalition_nlp.pipes import syntax
from coalition_nlp.pipes.base import Sentence, View

from .clauses import clause_of, scope_of, with_relative
from .lists import Stretch
from .means import is_means
from .models import Candidate, NounRule, Segment
from .passage import Passage
from .patterns import WORD, Rules, VerbForm
from .status import verb_status
from .tails import tail
from .wording import ClauseWords


def find_candidates(passage: Passage) -> list[Candidate]:
    """All candidates of a document in text order, at most one a word."""
    found: list[Candidate] = []
    for sentence in passage.view.prose():
        found.extend(_in_sentence(passage, sentence))
    return found


def _in_sentence(passage: Passage, sentence: Sentence) -> list[Candidate]:
    view, rules, text = passage.view, passage.rules, passage.text
    low = passage.view.lowered[sentence.start : sentence.end]
    possible = rules.nouns_in(low)
    words = _verb_words(view, sentence, rules)
    if not possible and not words:
        return []  # most sentences have none: a look at the letters is cheaper than the expressions
    parts = passage.segments(sentence)
    if not parts:
        return []
    spots: list[tuple[int, int, NounRule | VerbForm]] = []
    taken: list[tuple[int, int]] = []
    longest: dict[int, tuple[int, NounRule]] = {}
    for index in possible:
        pattern, noun, _ = rules.nouns[index]
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if _is_noun(view, match.start(), match.end(), rules) and not _is_barred(text, match, sentence, rules):
                known = longest.get(match.end())
                if known is None or match.start() <= known[0]:
                    longest[match.end()] = (match.start(), noun)
    for end, (start, noun) in sorted(longest.items(), key=lambda item: (item[1][0], -item[0])):
        if not any(start < right and left < end for left, right in taken):
            taken.append((start, end))
            spots.append((start, end, noun))
    for start, end, form in _verbs(view, words, parts, rules.clauses):
        if not any(start < right and left < end for left, right in taken):
            taken.append((start, end))
            spots.append((start, end, form))
    spots.sort(key=lambda spot: spot[0])
    spots = [spot for spot in _compounded(spots, text) if not is_means(spot, spots, text, rules)]
    found = [_candidate(passage, sentence, spot, spots, parts) for spot in spots]
    _set_apart([c for c in found if not c.dead], passage)
    return found


def _compounded(
    spots: list[tuple[int, int, NounRule | VerbForm]], text: str
) -> list[tuple[int, int, NounRule | VerbForm]]:
    """ "plenary session", "ministerial dinner": two words of meeting side by side are one."""
    kept: list[tuple[int, int, NounRule | VerbForm]] = []
    for spot in spots:
        start, end, rule = spot
        left, last_end, last = kept[-1] if kept else (0, -9, rule)
        joined = start - last_end == 1 and text[last_end] in " -"
        if joined and isinstance(rule, NounRule) and isinstance(last, NounRule):
            general = rule.kind in ("talks", "conference") and last.kind not in ("talks", "conference")
            kept[-1] = (left, end, last if general else rule)
        else:
            kept.append(spot)
    return kept


def _set_apart(found: list[Candidate], passage: Passage) -> None:
    """ "Nach einem Treffen waren Gespräche geplant": a word of sequence tells two meetings of one sentence apart."""
    text, rules = passage.text, passage.rules
    told = [c for c in found if c.frame not in ("event", "lead", "travel")]
    points = [
        c.frame is None
        and rules.found["sequence_before"].search(text[c.sentence.start : c.start][-40:]) is not None
        for c in told
    ]  # fmt: skip
    if not told:
        return
    sentence = told[0].sentence
    possible = passage.stretch(sentence.start, sentence.end).may("sequence")
    for index, candidate in enumerate(told):
        between = False
        for before in range(index - 1, -1, -1):  # a word that stands before one stands behind all earlier ones
            other = told[before]
            nouns = candidate.frame is None and other.frame is None
            between = between or (nouns and possible and rules.has("sequence", text[other.end : candidate.start]))
            if (between and nouns) or points[index] or points[before]:
                candidate.apart.append(other)
        candidate.apart.reverse()


def _is_noun(view: View, start: int, end: int, rules: Rules) -> bool:
    """In English the same form may be a verb."""
    word, words = view.text[start:end], rules.clauses
    if not words.noun_or_verb or word.casefold() not in words.noun_or_verb:
        return True
    before = view.text[max(0, start - 30) : start]
    if word[0].isupper() and (view.text[start - 1 : start] == " " or words.noun_behind.match(view.text, end)):
        return True
    token = view.doc[view.token_at(start)]
    verbal = syntax.is_verb(token)
    if verbal is not None and not (word in words.rather_nouns and words.noun_before.search(before)):
        return not verbal
    if words.verb_before.search(before):
        return False
    return bool(words.noun_before.search(before)) or word in words.rather_nouns


def _is_barred(text: str, match: re.Match[str], sentence: Sentence, rules: Rules) -> bool:
    before = tail(text[max(sentence.start, match.start() - 60) : match.start()].rstrip(), 4)
    if rules.found["never_before"].search(before) and not rules.found["definite"].search(before):
        return True
    return rules.found["never_after"].match(text, match.end()) is not None


def _verb_words(view: View, sentence: Sentence, rules: Rules) -> list[tuple[re.Match[str], tuple[VerbForm, ...]]]:
    """The words of a sentence that may be or begin a verb of meeting."""
    text = view.text
    title = rules.clauses.capitals_in_titles and sentence.kind == "title"
    found = []
    written = WORD.findall(text, sentence.start, sentence.end)
    first = written[0].lower() if written else ""
    if not title and first not in rules.verbs and rules.verbs.keys().isdisjoint(written):
        return []
    for match in WORD.finditer(text, sentence.start, sentence.end):
        word = match.group()
        forms = rules.verbs.get(word)
        if not forms and (match.start() == sentence.start or title):
            forms = rules.verbs.get(word.lower())
        if forms:
            found.append((match, forms))
    return found


def _verbs(
    view: View, found: list[tuple[re.Match[str], tuple[VerbForm, ...]]], parts: list[Segment], words: ClauseWords
) -> Iterator[tuple[int, int, VerbForm]]:
    text = view.text
    for match, forms in found:
        here = clause_of(text, match.start(), parts, words)
        for form in forms:
            end = _matches(view, match.start(), match.end(), form, here, words)
            if end is not None:
                yield match.start(), end, form
                break


@cache
def _further(words: tuple[str, ...]) -> re.Pattern[str]:
    """The further words of a form."""
    return re.compile(r"\s+" + r"\s+".join(map(re.escape, words)) + r"(?!\w)")


@cache
def _particle(particle: str, behind: str) -> re.Pattern[str]:
    """The separated particle of a verb at the end of its clause."""
    return re.compile(rf"(?<!\w){re.escape(particle)}(?=\s*(?:[.,;:!?)]|{behind}|\Z|$))")


def _matches(view: View, start: int, end: int, form: VerbForm, clause: list[Segment], words: ClauseWords) -> int | None:
    """The end of the form at a word, None where it is not there or the clause shows another verb."""
    text = view.text
    if len(form.words) > 1:
        rest = _further(form.words[1:]).match(text, end)
        if rest is None:
            return None
        end = rest.end()
    elif form.words[0] in words.noun_or_verb:
        token = view.doc[view.token_at(start)]
        verbal = syntax.is_verb(token)
        if verbal is False or (verbal is None and not words.verb_before.search(text[max(0, start - 30) : start])):
            return None
    if form.verb.particle and form.tense in ("present", "past"):
        tail = clause[-1].end
        own = next((s for s in clause if s.start <= start < s.end), clause[0])
        stretch = text[end : max(own.end, tail)]
        if form.verb.particle not in stretch or not _particle(form.verb.particle, words.behind_particle).search(
            stretch
        ):
            return None
    elif not form.verb.particle and form.tense in ("present", "past"):
        # "sprach sich aus", "traf ein", "nahm an": another verb with a separated particle
        own = next((s for s in clause if s.start <= start < s.end), clause[0])
        if words.other_particle.search(text[end : own.end]):
            return None
    return end


def _candidate(
    passage: Passage,
    sentence: Sentence,
    spot: tuple[int, int, NounRule | VerbForm],
    spots: list[tuple[int, int, NounRule | VerbForm]],
    parts: list[Segment],
) -> Candidate:
    text, rules, words = passage.text, passage.rules, passage.rules.clauses
    start, end, rule = spot
    busy = {
        index
        for index, part in enumerate(parts)
        for left, _, other in spots
        if left != start and part.start <= left < part.end and not _is_helper(other)
    }
    scope = scope_of(text, start, parts, busy, words)
    if isinstance(rule, NounRule):
        scope = with_relative(text, start, end, scope, parts, busy, words)
    clause = clause_of(text, start, parts, words)
    around = passage.joined(scope)
    before = text[max(sentence.start, start - 120) : start].rstrip()
    if isinstance(rule, NounRule):
        candidate = Candidate(sentence, start, end, f"noun:{rule.id}", rule.kind, rule.format, rule.strength, around)
        close = tail(before, 6)
        lasts = tail(close, 2), tail(_skip_one(close), 2)
        candidate.another = any(map(rules.found["another"].search, lasts))
        candidate.definite = any(map(rules.found["definite"].search, lasts))
        if words.known.search(before):
            candidate.definite = True
        if rules.found["identified"].search(before):  # "Es war das erste Gespräch": the one spoken of
            candidate.another, candidate.definite = False, True
        elif rules.found["time_owner"].search(close):  # "Saturday's talks"
            candidate.definite = True
        candidate.topic = rules.found["topic_before"].search(tail(before, 9) + " ") is not None
        if words.definite.search(tail(before[-50:], 6)):
            candidate.definite = True
        candidate.indefinite = words.indefinite.search(close) is not None and not candidate.another
        negated = words.none.search(close)
        margin = rules.found["aside"].search(before[-60:]) if around.may("aside") else None
        candidate.margin = margin is not None and words.margin_of.search(close) is not None
        if rule.kind == "signing" and rules.found["sequence_before"].search(before[-40:] + " "):
            candidate.reject("only a point in time")  # "nach der Unterzeichnung des Abkommens"
        elif passage.stretch(scope[0].start, scope[-1].end).has("rejected"):
            candidate.reject("refused")
        elif (
            candidate.rule in rules.links.alike.means
            and words.by_means.search(before + " ")
            and around.has("took_part")
        ):
            candidate.reject("how somebody takes part")  # "joined by video conference"
        elif negated or around.has("denied") or words.does_not_happen.search(around.text):
            candidate.reject("denied")
    else:
        verb = rule.verb
        candidate = Candidate(
            sentence, start, end, f"verb:{verb.id}", verb.kind, verb.format, "strong", around, frame=verb.frame
        )
        candidate.needs = tuple(need for need in verb.needs.split("|") if need)
        if verb.id in rules.unless and _means_other(rules.unless[verb.id], text, candidate, scope, passage):
            candidate.reject("another meaning of the verb")
        perfect = rule.tense == "participle" and words.perfect.search(around.text) is not None
        candidate.news = rule.tense == "present" or perfect
        candidate.status = verb_status(rule, text, start, around, scope, clause, rules)
        goes_on = words.progressive.search(rule.words[0]) is not None
        candidate.present = rule.tense == "present" and candidate.status is None and not goes_on
        if verb.kind == "signing" and words.paper.search(text[max(0, start - 20) : start]):
            candidate.reject("the participle of a paper")
        own = next(s for s in parts if s.start <= start < s.end)
        if words.open.match(text, own.start, start):
            candidate.reject("an open question")  # "would not say whether they had agreed to meet"
        if words.negated.search(text[own.start : own.end]) or words.negated_before.search(text[own.start : start]):
            candidate.negated = True
    habit = next(passage.find("habitual", scope[0].start, scope[-1].end), None)
    if (
        habit is not None
        and isinstance(rule, NounRule)
        and 0 <= start - habit.end() < 30
        and not words.each.match(habit.group())
    ):
        habit = None  # "the annual conference" is one of them
    if habit is not None and candidate.frame in ("event", "lead", "host") and words.of_the_noun.match(habit.group()):
        habit = None  # "held their annual dialogue"
    if habit is not None and not candidate.another:
        candidate.reject("a habit")
    candidate.scope, candidate.clause = scope, clause
    near = passage.stretch(max(scope[0].start, start - 45), start) if candidate.frame is None else around
    candidate.aside = (around.has("aside") or near.has("aside_attributes")) and not candidate.margin
    candidate.earlier = _is_earlier(rule, around)
    candidate.begins, candidate.ends = (around.has("begins"), around.has("ends"))
    length = rules.days.search(around.text)
    if length is not None:
        number = length.group("n").casefold()
        candidate.days = int(number) if number.isdigit() else rules.words.numbers[number]
    return candidate


def _is_earlier(rule: NounRule | VerbForm, around: Stretch) -> bool:
    """ "Moon hatte Kim bereits im April getroffen": told as what had been before."""
    return isinstance(rule, VerbForm) and around.has("earlier")


def _means_other(
    unless: re.Pattern[str], text: str, candidate: Candidate, scope: list[Segment], passage: Passage
) -> bool:
    """Whether a word near the verb shows another meaning; in English the object stands behind, the subject before."""
    left, right = scope[0].start, max(scope[-1].end, candidate.end)
    if passage.view.language == "en":
        if passage.rules.clauses.partner_behind.match(text[candidate.end : candidate.end + 6]):
            return unless.search(text, candidate.end, min(right, candidate.end + 28)) is not None
        reach = 45 if candidate.frame in ("travel", "all") else 0
        return unless.search(text, max(left, candidate.start - reach), min(right, candidate.end + 45)) is not None
    return unless.search(text, max(left, candidate.start - 100), min(right, candidate.end + 100)) is not None


def _skip_one(before: str) -> str:
    """Without the last word: "das nächste virtuelle" Treffen."""
    return before[: max(before.rfind(" "), 0)].rstrip()


def _is_helper(rule: NounRule | VerbForm) -> bool:
    """Verbs that only say who takes part in a meeting named by a noun."""
    return isinstance(rule, VerbForm) and rule.verb.frame in ("event", "lead", "travel")


def is_passive(text: str, scope: list[Segment], words: ClauseWords) -> bool:
    """Whether the clause is passive."""
    return any(words.passive.search(text, s.start, s.end) for s in scope)
