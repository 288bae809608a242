"""Who a clause speaks of without a name: "der Minister", "sie" of several, "beide Seiten", who calls for talks."""

from __future__ import annotations

from coalition_nlp.knowledge.countries import country_name
from coalition_nlp.pipes.base import Fact

from .models import Candidate, Named, Segment
from .passage import Passage
from .sides import pair_of

_REACH = 6  # sentences back in which the two sides were named


def add_unnamed(candidate: Candidate, passage: Passage, subject_counts: bool) -> None:
    """Add who stands in the clause by a bare title, a pronoun of several or as "both sides"."""
    own = candidate.own
    if subject_counts and candidate.host is None:
        named = _bare_title(candidate, own, passage)
        if named is not None:
            candidate.add([named])
    if candidate.frame is not None and passage.rules.people.both_say.match(passage.text, own.start):
        candidate.add(_speakers(candidate, own, passage))
    persons = [n for n, _ in candidate.people if n.kind == "person"]
    if candidate.kind not in ("visit", "press_conference", "call") and not candidate.partners and len(persons) < 2:
        _both(candidate, passage)


def _bare_title(candidate: Candidate, own: Segment, passage: Passage) -> Named | None:
    """ "Dort trifft der Minister": whom the text named with that office last."""
    text, words = passage.text, passage.rules.people
    titles = passage.view.get("titles")
    for index, title in enumerate(titles):
        start, end = int(title["start"]), int(title["end"])
        following = titles[index + 1] if index + 1 < len(titles) else None
        another = following is not None and int(following["start"]) - end == 1  # "trifft der Minister Präsident X"
        if not own.start <= start < own.end or (title.get("person") and not another):
            continue
        before = text[max(own.start, start - 30) : start]
        if words.feminine_before.search(before) and not words.feminine.search(text[start:end]):
            continue  # "hielten die Außenminister ab": several
        if not words.subject_title.search(before) or words.title_of.match(text, end) or title.get("organization"):
            continue
        if any(end <= n.start < end + 3 for n in passage.between(end, end + 40)):
            continue
        holder = _holder(title, candidate, passage)
        if holder is not None and holder.key not in {n.key for n, _ in candidate.people}:
            return Named(start, end, "person", holder.id, holder.name, holder.fact)
    return None


def _holder(title: Fact, candidate: Candidate, passage: Passage) -> Named | None:
    spoken = passage.before(candidate.sentence.index)
    if spoken is not None and _fits(spoken, title):
        return spoken
    earlier = passage.people_in(max(candidate.sentence.start - 1500, 0), candidate.sentence.start)
    fitting = {n.key: n for n in earlier if _fits(n, title)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _fits(named: Named, title: Fact) -> bool:
    general = title.get("portfolio") in (None, "other")
    return any(
        office.get("role") == title.get("role")
        and (general or office.get("portfolio") == title.get("portfolio"))
        and (title.get("country") in (None, office.get("country")))
        and not office.get("former")
        for office in named.fact.get("offices") or []
    )


def _speakers(candidate: Candidate, own: Segment, passage: Passage) -> list[Named]:
    """ "A und B erklärten, sie würden reisen": the subjects of the clause before."""
    before = [Segment(candidate.sentence.start, own.start, "main")]
    found = {n.key: n for n, r in passage.related(before) if n.kind == "person" and r == "none"}
    return list(found.values()) if len(found) > 1 else []


def _both(candidate: Candidate, passage: Passage) -> None:
    """ "Vertreter der beiden Staaten", "die Konfliktparteien": the two sides named together before."""
    for part in candidate.scope:
        match = passage.rules.both_sides.search(passage.text, part.start, part.end)
        if match is None or not _stands_free(
            part, match.start(), passage, candidate.end if candidate.frame is None else None
        ):
            continue
        sides: list[Named] = []
        sentences = passage.view.sentences
        for index in range(candidate.sentence.index - 1, max(candidate.sentence.index - _REACH, -1), -1):
            sides = pair_of(passage.between(sentences[index].start, sentences[index].end), passage.text, passage.rules)
            if sides:
                break
        both = {"delegation": True, "both": True}
        candidate.add(Named(match.start(), match.end(), side.kind, side.id, side.name, both) for side in sides)
        if not sides:
            group = Named(match.start(), match.end(), "group", None, match.group(), {"sides": True})
            candidate.people.append((group, "attendee"))
        return


def _stands_free(part: Segment, start: int, passage: Passage, own: int | None) -> bool:
    """Not "unter Einbeziehung aller Konfliktparteien", "für beide Seiten"."""
    words = passage.rules.people
    before = words.their_men.sub("", passage.text[part.start : start])
    if own is not None and words.of_both.fullmatch(passage.text, own, start):
        return True  # "Verhandlungen der Konfliktparteien"
    if words.of_all.search(before):
        return False
    relation = passage.rules.relation.search(before)
    return relation is None or relation["word"].casefold() in passage.rules.with_words


def call_to_talks(candidate: Candidate, passage: Passage) -> None:
    """ "Premier X rief Indien zu Gesprächen auf": the two states are to talk, not the one who calls for it."""
    if candidate.frame is not None or candidate.status != "proposed" or not candidate.around.has("appeals"):
        return
    free_standing = [n for n, r in passage.related(candidate.scope) if r == "none"]
    called = {
        n.key: n for n in free_standing
        if n.kind == "country" and not passage.rules.people.owned.search(passage.text[max(n.start - 20, 0) : n.start])
    }  # fmt: skip
    free = [n for n in free_standing if n.kind == "person"]
    callers = list({n.key: n for n in free}.values())
    if not called or len(callers) != 1:
        return
    homes = [
        str(o["country"]) for o in callers[0].fact.get("offices") or [] if o.get("country") and not o.get("former")
    ]
    candidate.people = [(n, role) for n, role in candidate.people if n.key != callers[0].key]
    candidate.called = True
    candidate.add(called.values())
    if len(called) == 1 and homes and ("country", homes[0]) not in called:
        spot = callers[0]
        candidate.add([Named(spot.start, spot.end, "country", homes[0], country_name(homes[0]))])
