"""Reads when and where a meeting is, in which forum and by whose invitation, from the clause of a candidate."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise

from coalition_nlp.pipes.base import Fact

from .attributes import of_another_noun
from .models import Candidate, Segment, Where
from .passage import Passage

# a verb of taking place right before the preposition
_YEAR_OF = re.compile(r"(?:['’]s)?\s+(?:[A-Z][\w.-]*\s+){0,5}")  # "the 2019 Lisbon Summit"


# --- time -------------------------------------------------------------------------------------------------------------


def read_times(candidate: Candidate, passage: Passage, without: Container[int] = ()) -> list[Fact]:
    """The time of the meeting: the nearest one with a date in its scope, with the second of a range.

    Times that begin at one of `without` are left out.
    """
    spots = [
        (start, end, fact)
        for part in candidate.scope
        for start, end, fact in passage.times_in(part.start, part.end)
        if fact.get("start") and fact.get("type") in ("DATE", "TIME") and not str(fact.get("value")).endswith("_REF")
    ]
    spots = [s for s in spots if s[0] not in without and not _is_other_time(passage, s[0], candidate, s[2])]
    if not spots:
        return []

    def distance(spot: tuple[int, int, Fact]) -> int:
        start, end, fact = spot
        gap = start - candidate.end if start >= candidate.end else candidate.start - end
        precise = {4: 120, 7: 40}.get(len(str(fact.get("value"))), 0)
        return max(gap, 0) + precise

    best = min(range(len(spots)), key=lambda i: (distance(spots[i]), spots[i][0]))
    chosen = [spots[best][2]]
    if best + 1 < len(spots) and passage.rules.times.range.fullmatch(passage.text[spots[best][1] : spots[best + 1][0]]):
        chosen.append(spots[best + 1][2])
    elif best > 0 and passage.rules.times.range.fullmatch(passage.text[spots[best - 1][1] : spots[best][0]]):
        chosen.insert(0, spots[best - 1][2])
    return chosen


def _is_other_time(passage: Passage, start: int, candidate: Candidate, fact: Fact) -> bool:
    """Times of something else: "seit 2014", "die Wahl vom 3. Mai" far from the word."""
    text, words = passage.text, passage.rules.times
    is_year = len(str(fact.get("value"))) == 4
    is_day = len(str(fact.get("value"))) >= 10  # also the first of "15 and 16 November"
    before = text[max(0, start - 24) : start]
    if candidate.frame is None and _of_the_first(candidate, start, int(fact["mention"]["end"]), passage):
        return True
    if words.until.search(before) or words.made.search(before):
        return True
    if of_another_noun(text, start, int(fact["mention"]["end"]), candidate, words):
        return True
    if (
        candidate.frame is not None
        and start < candidate.start
        and words.reported.search(text[max(0, start - 60) : start])
    ):
        return True
    if words.of_noun.search(before) and not words.of_itself.fullmatch(text, candidate.end, start):
        return True
    point = words.point.search(text[max(0, start - 60) : start])
    if point is not None and not max(0, start - 60) + point.start() <= candidate.start < start:
        return True
    if start < candidate.start and _is_news(passage, start, candidate):
        return True
    own = next((s for s in candidate.scope if s.start <= start < s.end), candidate.scope[0])
    if candidate.frame is None and candidate.definite and words.broken.search(text, own.start, own.end):
        return True
    if words.since.search(text[max(0, start - 90) : start]):
        return True
    if not is_day and start > candidate.end and words.purpose.search(text, candidate.end, start):
        return True
    if start > candidate.end and words.of_another.search(text, candidate.end, start):
        return True
    if is_year:  # "Strategie nach 2014", "the plan through 2017"; but "im Jahr 2014", "der Gipfel 2014"
        spot = fact["mention"]
        named = candidate.frame is None and (
            text[candidate.end : start].isspace() or _YEAR_OF.fullmatch(text, spot["end"], candidate.start) is not None
        )
        worded = words.year.match(text[start : start + 6]) is not None
        return not named and not worded and words.in_year.search(before) is None
    if words.span.search(before):
        return words.since_then.search(before) is None or candidate.frame is None
    return False


def _is_news(passage: Passage, start: int, candidate: Candidate) -> bool:
    """Whether the day is that of making known: "gab am Montag bekannt", not "kündigte für Dienstag ein Treffen an"."""
    text, words = passage.text, passage.rules.times
    if words.for_day.search(text[max(0, start - 14) : start]):
        return False
    own = next((s for s in candidate.scope if s.start <= start < s.end), None)
    if own is None or candidate.frame is not None:
        return False
    match = words.made_known.search(text, own.start, own.end)
    if match is None or (match["parted"] and not words.made_known_end.search(text[own.start : own.end])):
        return False
    return words.at_noun.search(text[start : candidate.start]) is None


# --- place ------------------------------------------------------------------------------------------------------------


_BRACKET = re.compile(r"\s*\(\s*")
_TWO_WORDS = re.compile(r"\s*(?:[\w-]+\s+){0,2}")


def _of_the_first(candidate: Candidate, start: int, end: int, passage: Passage) -> bool:
    """ "The Paris summit on 3 May and the summit in Rome on 9 June": the day is of the same word before it."""
    text = passage.text
    if end > candidate.start or passage.rules.people.opens_and.match(text, end) is None:
        return False
    word = re.escape(text[candidate.start : candidate.end].split()[-1])
    return re.search(rf"\b{word}\b", text[max(candidate.own.start, start - 60) : start]) is not None


def _told_again(candidate: Candidate, start: int, text: str) -> bool:
    """ "The Paris summit and the summit in Rome": the same word stands between, so the place is of the second."""
    word = text[candidate.start : candidate.end].split()[-1]
    return start > candidate.end and re.search(rf"\b{re.escape(word)}\b", text[candidate.end : start]) is not None


def read_where(candidate: Candidate, passage: Passage) -> Where | None:
    """The place: in the word ("Berlin-Konferenz"), right before it ("Genfer Gespräche"), or behind a preposition."""
    text, rules = passage.text, passage.rules
    words, alike = rules.places, rules.links.alike
    travel = candidate.frame == "travel" or candidate.kind == "visit"
    best: tuple[int, Where] | None = None
    for part in candidate.scope:
        spots: list[tuple[int, int, Where]] = [
            (start, end, passage.where(fact)) for start, end, fact in passage.places_in(part.start, part.end)
        ]
        regions = {(start, end) for start, end, where in spots if where.country}
        spots += [
            (n.start, n.end, Where(None, n.id))
            for n in passage.between(part.start, part.end)
            if n.kind == "country" and not n.fact.get("delegation")
        ]
        for start, end, where in spots:
            if candidate.start <= start and end <= candidate.end:
                if where.city is not None:
                    return where
                continue
            before = text[max(part.start, start - 60) : start].rstrip()
            if candidate.frame is None and _told_again(candidate, start, text):
                continue
            if words.topic_there.search(before) or of_another_noun(text, start, end, candidate, rules.times):
                continue
            if candidate.frame is None and start > candidate.end and words.attack_there.search(before):
                continue
            if (
                candidate.frame is None
                and end <= candidate.start
                and words.announced_there.search(text[part.start : start])
            ):
                continue  # "kündigte in Genf ein Treffen an": where it was announced
            if start > candidate.end and not travel and words.infinitive.search(text, candidate.end, start):
                continue  # "held talks to ease the blockade at X"
            if _BRACKET.fullmatch(text, end, max(candidate.start, end)):
                return where  # "Maskat (Gespräch mit ...)"
            adjective = (
                end < candidate.start
                and candidate.start - end < 30
                and _TWO_WORDS.fullmatch(text, end, candidate.start)
            )
            named_after = where.city is not None or (
                candidate.kind == "summit" and (start, end) in regions and text[end : candidate.start].isspace()
            )
            attributive = (
                named_after and adjective and not rules.found["place_before"].search(before) and candidate.frame is None
            )
            located = rules.found["place_before"].search(before) or _adjective_between(before, passage)
            goal = (travel or candidate.rule in alike.inviting) and (
                rules.found["goal_before"].search(before) or candidate.rule in alike.visiting
            )
            of = where.city is not None and 0 <= start - candidate.end < 8 and words.of.search(before)
            behind_comma = where.city is None and before.endswith(",") and best is not None
            if behind_comma or not (attributive or located or goal or of):
                continue
            if (
                where.city is None
                and candidate.frame is None
                and words.peace.search(text[candidate.start - 6 : candidate.end])
            ):
                continue  # "Friedensgespräche im Jemen": for the country, not in it
            if where.city is None and not goal and not attributive and not behind_comma:
                if not _is_scene(start, candidate, part, passage):
                    continue
            gap = min(abs(start - candidate.end), abs(candidate.start - end))
            cost = gap + (0 if where.city else 400) - (300 if goal and travel else 0)
            if travel and 0 <= start - candidate.end < 12 and words.to.search(before):
                cost -= 500  # "eine Reise nach X": the goal, whatever place stands before
            if best is None or cost < best[0]:
                best = (cost, where)
        capital = _capital(part, passage)
        if capital is not None and (best is None or best[1].city is None):
            best = (0, capital)
    if best is None and candidate.frame in ("all", "host", "say"):
        # "landed in X, saw the town and met Y": the place of the clauses before
        for part in candidate.clause:
            for start, _, fact in passage.places_in(part.start, part.end):
                if part.end < candidate.start:
                    before = text[max(part.start, start - 20) : start].rstrip()
                    if rules.found["place_before"].search(before) and passage.where(fact).city:
                        best = (0, passage.where(fact))
    return best[1] if best else None


def tour_country(candidate: Candidate, passage: Passage) -> Where | None:
    """The country all goals of a journey lie in."""
    found = {
        passage.where(f).country for _, _, f in passage.places_in(candidate.end, candidate.scope[-1].end)
    }  # fmt: skip
    found |= {n.id for n in passage.between(candidate.end, candidate.scope[-1].end) if n.kind == "country"}
    return Where(None, next(iter(found))) if len(found) == 1 else None


def is_tour(candidate: Candidate, passage: Passage) -> bool:
    """ "will travel to Rome, Paris and Bonn": a row of goals."""
    behind, words = candidate.scope[-1].end, passage.rules.places
    first = passage.text.find(" ", candidate.end)
    spots = sorted(
        [(s, e, f.get("country")) for s, e, f in passage.places_in(candidate.end, behind)]
        + [(s, e, str(f["alpha2"])) for s, e, named, _, f in passage.countries_in(candidate.end, behind) if named],
        key=lambda spot: spot[:2],
    )
    goals: list[tuple[int, int]] = []
    of: str | None = None
    for start, end, country in spots:
        if goals and country == of and passage.text[goals[-1][1] : start] == ", ":
            goals[-1] = (goals[-1][0], end)  # "to Oslo, Norway, and Bonn, Germany": the country of the city
        else:
            goals.append((start, end))
        of = country
    if not goals or first < 0 or goals[0][0] - candidate.end > 40:
        return False
    row = 1
    for (_, end), (start, _) in pairwise(goals):
        joint = passage.text[end:start]
        if not words.goals.fullmatch(joint):
            break
        row += 1
    # "to Vilnius, Lithuania": one place
    return row >= 3 or (
        row == 2 and passage.rules.places.and_goal.search(passage.text, goals[0][1], goals[1][0]) is not None
    )


def _is_scene(start: int, candidate: Candidate, part: Segment, passage: Passage) -> bool:
    """Whether "in" and a country name the scene, not the topic ("the campaign in X"): what the preposition hangs on."""
    text, words = passage.text, passage.rules.places
    before = words.within.sub("", text[part.start : start]).rstrip(" ,")
    at = part.start + len(before)
    if start > candidate.end and words.topic.search(text[candidate.end : start]):
        return False
    if not before.strip() or candidate.start < at <= candidate.end + 1:
        return True  # opens the clause, or follows the word itself
    if words.happens.search(before):
        return True
    ends = [n.end for n in passage.between(part.start, start) if n.kind == "person"]
    ends += [end for left, end, _ in passage.times_from(part.start, start)]
    return start > candidate.end and any(abs(end - at) < 2 for end in ends)


def read_day_there(candidate: Candidate, passage: Passage) -> None:
    """ "Am Mittwoch ist er in X und Y. In Y trifft er Z": the day of the sentence before, which names the place."""
    where = candidate.where
    if candidate.times or where is None or where.city is None or candidate.frame not in ("all", "say", "host"):
        return
    for index in range(candidate.sentence.index - 1, max(candidate.sentence.index - 3, -1), -1):
        sentence = passage.view.sentences[index]
        if not any(passage.where(f).city == where.city for _, _, f in passage.places_in(sentence.start, sentence.end)):
            continue
        days = [f for _, _, f in passage.times_in(sentence.start, sentence.end) if f.get("start")]
        single = [f for f in days if f["start"] == f.get("end")]
        if len(days) == len(single) == 1:
            candidate.times = single
        return


def read_there(candidate: Candidate, passage: Passage) -> None:
    """ "dort", "there": the place named last, with the day of its sentence."""
    if candidate.where is not None or not candidate.around.has("there"):
        return
    earlier = [
        (start, fact) for start, _, fact in passage.places_from(candidate.sentence.start - 399, candidate.start)
    ]  # fmt: skip
    if not earlier:
        return
    start, fact = earlier[-1]
    candidate.where = passage.where(fact)
    if candidate.frame == "travel":
        return  # "dorthin": the goal only
    sentence = passage.view.sentence_at(start)
    if sentence is not None and not candidate.times and candidate.sentence.index - sentence.index <= 1:
        days = [
            f
            for _, _, f in passage.times_in(sentence.start, sentence.end)
            if f.get("start") and f["start"] == f.get("end")
        ]
        candidate.times = days[:1] if len({str(f["start"]) for f in days}) == 1 else []


def _adjective_between(before: str, passage: Passage) -> bool:
    """ "im nordirakischen", "in the Swiss city of": the preposition stands a little further back."""
    shorter = before
    for _ in range(4):
        cut = passage.rules.places.describes.search(shorter)
        if cut is None:
            return False
        shorter = shorter[: cut.start()]
        if passage.rules.found["place_before"].search(shorter):
            return True
    return False


def _capital(part: Segment, passage: Passage) -> Where | None:
    for match in passage.find("capital_words", part.start, part.end):
        near = [spot for spot in passage.countries_in(part.start, match.start() - 1) if match.start() - spot[1] < 3]
        if near:
            if passage.places_from(match.end(), match.end() + 4):
                return None
            return passage.capital_of(str(min(near, key=lambda spot: spot[3])[4]["alpha2"]))
    return None
