"""Reads the arguments of a candidate from its clause: who, where, when, in which forum, by whose invitation."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Fact

from .candidates import is_passive
from .models import Candidate, Named, Segment, Where
from .passage import Passage
from .patterns import Rules

_TOPIC = re.compile(r"\b(?:über|zu|zum|zur|on|about|regarding|concerning|um|für|for|gegen|against|wegen)\b[^,;.]{0,80}\Z")
# "the dialogue, initiated on June 11": the day of something else
_OTHER = re.compile(r"\b(?:initiated|established|founded|signed|adopted|launched|created|authori[sz]ed|gegründete[nrsm]?|unterzeichnete[nrsm]?|beschlossene[nrsm]?)\s+(?:on|in|am|im|vom)?\s*\Z")
_RANGE = re.compile(r"\s*(?:bis(?:\s+zum)?|to|until|through|und|and|[-–])\s*(?:den\s+|the\s+|zum\s+)?\Z")
_NEAR = 90
_SINGULAR = r"(?:will|soll|wird|hat|ist|war|kann|muss|werde|habe|sei|wolle|solle|wollte|sollte|reist|trifft|traf|kam|nimmt|[a-zäöü]{3,}(?:te|t))\b"


def read_arguments(candidate: Candidate, passage: Passage) -> None:
    """Fill in a candidate."""
    text, rules = passage.text, passage.rules
    around = " ".join(text[s.start : s.end] for s in candidate.scope)
    candidate.times = _times(candidate, passage)
    candidate.where = _where(candidate, passage)
    _there(candidate, passage)
    candidate.group = _group(candidate, passage)
    candidate.host = _host(candidate, passage)
    _people(candidate, passage)
    _kind(candidate, passage)
    if candidate.frame == "say" and not _talks_with(candidate, passage):
        candidate.dead = True
    word = text[candidate.start : candidate.end]
    if candidate.kind == "press_conference" and candidate.format == "unknown":
        candidate.format = "in_person"
    near = text[max(candidate.scope[0].start, candidate.start - 45) : min(candidate.scope[-1].end, candidate.end + 60)]
    if re.search(r"(?i)(?:video|telefon|online|teleconf|virtual)", word):
        candidate.format, candidate.explicit_virtual = "virtual", True
    elif rules.has("virtual", near if candidate.frame is None else around):
        candidate.format, candidate.explicit_virtual = "virtual", True
        if candidate.frame == "say" or candidate.kind == "call":
            candidate.kind = "call"
    elif rules.has("in_person", around):
        candidate.format = "in_person"
    if re.match(r"(?i)\w*(?:telefon|telephon)", word) or (candidate.frame == "say" and candidate.format == "virtual"):
        candidate.kind = "call"


def _talks_with(candidate: Candidate, passage: Passage) -> bool:
    """ "sprach mit X", "called X", "spoke to X": not "sprach von einem Erfolg"."""
    related = list(passage.related(candidate.scope))
    if any(r == "with" and n.kind in ("person", "country", "organization") for n, r in related):
        return True
    behind = passage.text[candidate.end : candidate.end + 12]
    if re.match(r"\s+to\s", behind) or candidate.rule in ("verb:call_person", "verb:brief", "verb:talk"):
        return any(n.start > candidate.end for n, _ in related)
    return any(n.kind == "group" for n, _ in candidate.people)


# --- time -------------------------------------------------------------------------------------------------------------


def _times(candidate: Candidate, passage: Passage) -> list[Fact]:
    """The time of the meeting: the nearest one with a date in its scope, with the second of a range."""
    spots = [
        (start, end, fact)
        for part in candidate.scope
        for start, end, fact in passage.times_in(part.start, part.end)
        if fact.get("start") and fact.get("type") in ("DATE", "TIME") and not str(fact.get("value")).endswith("_REF")
    ]
    spots = [s for s in spots if not _is_other_time(passage.text, s[0], candidate)]
    if not spots:
        return []

    def distance(spot: tuple[int, int, Fact]) -> int:
        start, end, fact = spot
        gap = start - candidate.end if start >= candidate.end else candidate.start - end
        precise = {4: 120, 7: 40}.get(len(str(fact.get("value"))), 0)
        return max(gap, 0) + precise

    best = min(range(len(spots)), key=lambda i: (distance(spots[i]), spots[i][0]))
    chosen = [spots[best][2]]
    if best + 1 < len(spots) and _RANGE.fullmatch(passage.text[spots[best][1] : spots[best + 1][0]]):
        chosen.append(spots[best + 1][2])
    elif best > 0 and _RANGE.fullmatch(passage.text[spots[best - 1][1] : spots[best][0]]):
        chosen.insert(0, spots[best - 1][2])
    return chosen


def _is_other_time(text: str, start: int, candidate: Candidate) -> bool:
    """Times of something else: "seit 2014", "die Wahl vom 3. Mai" far from the word."""
    before = text[max(0, start - 24) : start]
    if re.search(r"\b(?:bis|until|till)\s+(?:weit\s+|kurz\s+|well\s+)?(?:nach|vor|after|in|past)?\s*(?:die\s+)?\Z", before):
        return True
    behind = str(text[start : start + 4])
    if re.search(_OTHER, before):
        return True
    if behind.isdigit() and not re.search(r"(?:\bim Jahr(?:e)?|\b[Ii]n|\bim|[A-Za-zä]+)\s+\Z", text[max(0, start - 12) : start]):
        return True
    if behind.isdigit() and re.search(r"\b(?:the|der|das|die)\s+\Z", before):
        return True
    if re.search(r"\b(?:[Ss]eit|[Ss]ince|bis|until|by)\s+(?:dem\s+|Ende\s+|the\s+)?\Z", before):
        return re.search(r"\b[Ss]eit\s+\Z", before) is None or candidate.frame is None
    return False


# --- place ------------------------------------------------------------------------------------------------------------


def _where(candidate: Candidate, passage: Passage) -> Where | None:
    """The place: in the word ("Berlin-Konferenz"), right before it ("Genfer Gespräche"), or after a preposition of place."""
    text, rules = passage.text, passage.rules
    travel = candidate.frame == "travel" or candidate.kind == "visit"
    best: tuple[int, Where] | None = None
    for part in candidate.scope:
        spots: list[tuple[int, int, Where]] = [
            (start, end, passage.where(fact))
            for start, end, fact in passage.places
            if part.start <= start and end <= part.end
        ]
        spots += [(n.start, n.end, Where(None, n.id)) for n in passage.between(part.start, part.end) if n.kind == "country"]
        for start, end, where in spots:
            if candidate.start <= start and end <= candidate.end:
                if where.city is not None:
                    return where
                continue
            before = text[max(part.start, start - 30) : start].rstrip()
            if re.fullmatch(r"\s*\(\s*", text[end : candidate.start] or "-"):
                return where  # "Maskat (Gespräch mit ...)"
            adjective = end < candidate.start and candidate.start - end < 30 and re.fullmatch(r"\s*(?:[\w-]+\s+){0,2}", text[end : candidate.start])
            attributive = where.city is not None and adjective and not rules.found["place_before"].search(before) and candidate.frame is None
            located = rules.found["place_before"].search(before) or _adjective_between(before, rules.found["place_before"])
            goal = travel and (rules.found["goal_before"].search(before) or candidate.rule == "verb:visit" or candidate.rule == "verb:besuchen")
            of = where.city is not None and re.search(r"(?:von|of)\Z", before) and 0 <= start - candidate.end < 8
            behind_comma = where.city is None and re.search(r",\Z", before) and best is not None
            if behind_comma or not (attributive or located or goal or of):
                continue
            if start > candidate.end and _TOPIC.search(text[candidate.end : start]) and not goal and where.city is None:
                continue
            gap = min(abs(start - candidate.end), abs(candidate.start - end))
            cost = gap + (0 if where.city else 400) - (300 if goal and travel else 0)
            if best is None or cost < best[0]:
                best = (cost, where)
        capital = _capital(part, passage)
        if capital is not None and (best is None or best[1].city is None):
            best = (0, capital)
    if best is None and candidate.frame in ("all", "host", "say"):
        # "landed in X, saw the town and met Y": the place of the clauses before
        for part in candidate.clause:
            for start, end, fact in passage.places:
                if part.start <= start and end <= part.end < candidate.start:
                    before = text[max(part.start, start - 20) : start].rstrip()
                    if rules.found["place_before"].search(before) and passage.where(fact).city:
                        best = (0, passage.where(fact))
    return best[1] if best else None


def _there(candidate: Candidate, passage: Passage) -> None:
    """ "dort", "there": the place named last, with the day of its sentence."""
    around = " ".join(passage.text[s.start : s.end] for s in candidate.scope)
    if candidate.where is not None or not passage.rules.has("there", around):
        return
    earlier = [
        (start, fact) for start, _, fact in passage.places
        if start < candidate.start and candidate.sentence.start - start < 400
    ]  # fmt: skip
    if not earlier:
        return
    start, fact = earlier[-1]
    candidate.where = passage.where(fact)
    sentence = passage.view.sentence_at(start)
    if sentence is not None and not candidate.times and candidate.sentence.index - sentence.index <= 1:
        days = [f for _, _, f in passage.times_in(sentence.start, sentence.end) if f.get("start") and f["start"] == f.get("end")]
        candidate.times = days[:1] if len({str(f["start"]) for f in days}) == 1 else []


_DESCRIBES = re.compile(r"\s*(?:der|dem|den|the|Stadt|Hauptstadt|Hafenstadt|Ort|city|town|resort|of|capital,?|[a-zäöü][\w-]+(?:en|er|em|ern)|[A-Z][a-z]+(?:ish|ian|ese|i|ch))\Z")


def _adjective_between(before: str, pattern: re.Pattern[str]) -> bool:
    """ "im nordirakischen", "in the Swiss city of": the preposition stands a little further back."""
    shorter = before
    for _ in range(4):
        cut = _DESCRIBES.search(shorter)
        if cut is None:
            return False
        shorter = shorter[: cut.start()]
        if pattern.search(shorter):
            return True
    return False


def _capital(part: Segment, passage: Passage) -> Where | None:
    for match in passage.rules.found["capital_words"].finditer(passage.text, part.start, part.end):
        for fact in passage.view.get("countries"):
            for spot in fact["mentions"]:
                if 0 < match.start() - spot["end"] < 3 and spot["start"] >= part.start:
                    if any(match.end() <= s < match.end() + 4 for s, _, _ in passage.places):
                        return None
                    return passage.capital_of(str(fact["alpha2"]))
    return None


# --- forum and host ---------------------------------------------------------------------------------------------------


def _group(candidate: Candidate, passage: Passage) -> str | None:
    """The forum, as the text names it."""
    text, rules = passage.text, passage.rules
    left, right = candidate.scope[0].start, candidate.scope[-1].end
    for start, end, fact in passage.organizations:
        if fact.get("kind") in ("media", "military", "party", "armed_group", "government") or end < left or start > right:
            continue
        inside = candidate.start <= start < candidate.end
        before = 0 <= candidate.start - end < 40 and re.fullmatch(r"(?:['’]s?)?[\s-]+(?:[\w'’-]+\s+){0,3}", text[end : candidate.start])
        joint = text[candidate.end : start] if start >= candidate.end else ""
        after = 0 <= start - candidate.end < 70 and re.search(rf"\b{rules.words.group_before}\b[^,;]*\Z", joint)
        if inside or before or after:
            return text[start:end]
    for match in rules.forum.finditer(text, left, right):
        if abs(match.start() - candidate.end) < 80 or match.start() <= candidate.start < match.end():
            return match.group()
    for start, end, fact in passage.organizations:
        if left <= start and end <= right and fact.get("kind") in ("alliance",):
            return text[start:end]
    return None


def _host(candidate: Candidate, passage: Passage) -> Named | None:
    """Who invites: named behind "auf Einladung von", "hosted by", before "-hosted"; of a government, its country."""
    text, rules = passage.text, passage.rules
    for part in candidate.clause:
        for match in rules.found["invitation"].finditer(text, part.start, part.end):
            prefix = "-" in match.group()
            left, right = (match.start() - 15, match.end()) if prefix else (match.end(), match.end() + 90)
            around = passage.hosts(left, min(right, candidate.sentence.end))
            if not around:
                continue
            first = around[0]
            if re.search(r"[,;]", text[match.end() : first.start]) and not prefix:
                continue
            if rules.governments.search(text[match.end() : around[-1].start] if around[-1].start > match.end() else ""):
                countries = [n for n in around if n.kind == "country"]
                if countries:
                    return countries[0]
            people = [n for n in around if n.kind == "person" and n.start - match.end() < 60]
            return people[0] if people else first
    return None


# --- participants -----------------------------------------------------------------------------------------------------


def _people(candidate: Candidate, passage: Passage) -> None:
    text, rules = passage.text, passage.rules
    related = list(passage.related(candidate.scope))
    before = text[candidate.sentence.start : candidate.start].rstrip()
    noun = candidate.frame is None
    if candidate.margin:  # "on the sidelines of the summit": the persons met there, not at it
        return
    candidate.partners = frozenset(
        n.key for n, r in related
        if n.kind == "person" and r == "with" and n.start > candidate.start and n.start - candidate.end < _NEAR
    )  # fmt: skip
    subject_counts = not noun or _subject_takes_part(candidate, passage, before)
    passive = is_passive(text, candidate.scope)
    for named, relation in related:
        if named.kind == "person":
            takes_part = relation == "with" or (relation == "none" and subject_counts)
            if relation == "agent":
                takes_part = (noun and named.start >= candidate.end and named.start - candidate.end < _NEAR) or (not noun and passive)
            if relation in ("topic", "none") and noun and named.start >= candidate.end and re.fullmatch(
                r"\s+(?:von|of|der|des)\s+(?:\S+\s+){0,6}", text[candidate.end : named.start]
            ):
                takes_part = True
            if relation == "owner":
                takes_part = noun and re.fullmatch(r"['’]s?\s+(?:[\w-]+\s+){0,2}", text[named.end : candidate.start]) is not None
            if takes_part and not any(named.key == other.key for other, _ in candidate.people):
                candidate.people.append((named, "attendee"))
        elif candidate.kind == "visit" and named.kind == "country" and relation != "with":
            continue
        elif named.kind == "country" and relation == "with":
            if re.search(r"(?:mit|zwischen|with|between|among|und|and|,|sowie)\s+(?:den\s+|dem\s+|der\s+|the\s+)?\Z", text[: named.start][-16:]):
                candidate.people.append((named, "attendee"))
        elif named.kind == "country" and relation == "none" and (
            candidate.frame in ("all", "say") or (candidate.frame == "host" and named.start > candidate.end)
        ) and _is_subject(named, candidate, passage):
            candidate.people.append((named, "attendee"))
        elif named.kind == "organization" and relation == "with" and candidate.frame != "event":
            candidate.people.append((named, "attendee"))
    _drop_other_subjects(candidate, related)
    _antecedents(candidate, passage)
    if candidate.frame == "host" and candidate.host is None:
        first = next((n for n, r in related if r in ("none",) and n.kind in ("person", "country") and n.start < candidate.end), None)
        candidate.host = first
    if candidate.host is not None and candidate.host.kind == "person" and not any(n.key == candidate.host.key for n, _ in candidate.people):
        candidate.people.append((candidate.host, "host"))
    for part in candidate.scope:
        for match in rules.group.finditer(text, part.start, part.end):
            if _is_group(match, passage, candidate):
                name = " ".join(match.group().split())
                candidate.people.append((Named(match.start(), match.end(), "group", None, name), "attendee"))


def _drop_other_subjects(candidate: Candidate, related: list[tuple[Named, str]]) -> None:
    """Clauses set side by side by commas have their own subjects: "A drove, B flew to X"."""
    own = next((s for s in candidate.scope if s.start <= candidate.start < s.end), candidate.scope[0])
    free = [n for n, r in related if n.kind == "person" and r == "none"]
    mine = [n for n in free if own.start <= n.start < own.end]
    if candidate.frame is None or not mine or len(mine) == len(free) or mine[0].start > candidate.start:
        return
    row = {n.key for n in mine}
    ordered = [n for n, _ in related if n.kind == "person"]
    index = next(i for i, n in enumerate(ordered) if n.start == mine[0].start)
    for left in reversed(ordered[:index]):
        gap = mine[0].start - left.end if len(row) == len({n.key for n in mine}) else 0
        if left in free and gap < 25:
            row.add(left.key)
        else:
            break
    candidate.people = [
        (n, role) for n, role in candidate.people
        if n.kind != "person" or n.key in row or n.start > own.start or n.key not in {f.key for f in free}
    ]  # fmt: skip


def _subject_takes_part(candidate: Candidate, passage: Passage, before: str) -> bool:
    """Whether the subject of a clause with a noun of meeting is at the meeting."""
    rules = passage.rules
    around = " ".join(passage.text[s.start : s.end] for s in candidate.scope)
    stripped = before
    for _ in range(4):  # preposition, article, adjectives
        if rules.found["event_before"].search(stripped):
            return True
        stripped = re.sub(r"\s*[\w'’-]+\Z", "", stripped)
    return rules.has("light_verbs", around)


def _is_subject(named: Named, candidate: Candidate, passage: Passage) -> bool:
    """A country that stands free in the clause, not as genitive or apposition of an office."""
    before = passage.text[max(0, named.start - 25) : named.start]
    return re.search(r"(?:^|[.;:\n]\s*|,\s|\bund\s|\band\s|\b(?:die|der|the|The|Die)\s|“|„|\")\Z", before) is not None and not re.search(
        r"\b(?:[A-ZÄÖÜ]\w+)\s+(?:der|of the)\s\Z", before
    )


def _antecedents(candidate: Candidate, passage: Passage) -> None:
    """Who a relative clause hangs on, and who a pronoun stands for."""
    text, rules = passage.text, passage.rules
    own = next((s for s in candidate.scope if s.start <= candidate.start < s.end), candidate.scope[0])
    has_subject = any(n.kind in ("person", "country") and n.start < own.end for n, _ in candidate.people)
    if own.kind == "rel" and candidate.frame is not None:
        heads = [n for n in passage.people_in(candidate.sentence.start, own.start) if own.start - n.end < 45]
        if heads and not any(heads[-1].key == n.key for n, _ in candidate.people):
            candidate.people.append((heads[-1], "attendee"))
            return
    piece = text[own.start : own.end]
    if rules.has("first_person", piece):
        speaker = _speaker(candidate, passage)
        if speaker is not None and not any(speaker.key == n.key for n, _ in candidate.people):
            candidate.people.append((speaker, "attendee"))
            return
    sentence = candidate.sentence
    opening_text = text[candidate.clause[0].start : candidate.start].lstrip()
    plural = rules.found["plural_pronouns"]
    behind_word = text[candidate.end : candidate.end + 16].lstrip()
    candidate.plural = (plural.match(opening_text[:60]) or plural.match(behind_word)) is not None
    if re.match(r"(?i)(?:die|the)\s+(?:vier|drei|four|three)\s+[\w\s]*(?:minister|leader|president|chef)", opening_text):
        candidate.plural = candidate.plural and re.search(r"(?i)\b(?:of the|der|des)\b", opening_text[:80]) is None
    opens = not re.search(r"\S+\s+\S+\s+\S+\s+\S+", text[sentence.start : candidate.start])
    if candidate.frame is None and (
        opens or not _subject_takes_part(candidate, passage, text[sentence.start : candidate.start].rstrip())
    ):
        partners = [n for n, _ in candidate.people if n.kind == "person"]
        near_with = len(partners) == 1 and re.match(r"\s+(?:mit|with)\b", text[candidate.end : candidate.end + 8])
        previous = passage.before(sentence.index) if near_with else None
        if previous is not None:  # "Ein Gespräch mit X endete": of whom the sentence before speaks
            _add(candidate, previous)
        return
    free = [n for n, r in passage.related(candidate.scope) if n.kind == "person" and r == "none"]
    if any(n.start < candidate.start for n in free) or (candidate.frame is not None and free):
        return
    opening = text[candidate.clause[0].start : max(own.end, candidate.end)]
    needs_subject = candidate.frame in ("travel", "say", "event", "lead")
    if own.kind == "sub" and candidate.frame == "travel":
        behind = [n for n, r in passage.related([Segment(own.end, sentence.end, "main")]) if n.kind == "person" and r == "none"]
        if behind:
            _add(candidate, behind[0])
            return
    earlier = [
        n for n, r in passage.related([Segment(sentence.start, own.start, "main")])
        if n.kind == "person" and r == "none" and text[n.end : n.end + 1] != ":"
    ]  # fmt: skip
    if own.kind != "rel" and earlier and (needs_subject or own.kind in ("coord", "inf") or _has_pronoun(piece, rules)):
        _add(candidate, earlier[0])
    elif _has_pronoun(opening, rules) and (not has_subject or candidate.frame is not None):
        previous = passage.before(sentence.index)
        if previous is not None:
            _add(candidate, previous)


def _has_pronoun(text: str, rules: Rules) -> bool:
    """A pronoun of one person; "sie" only with a verb in the singular."""
    for match in rules.found["singular_pronouns"].finditer(text):
        if match.group().casefold() != "sie" or re.match(rf"\s+{_SINGULAR}", text[match.end() :]) or re.search(
            rf"\b{_SINGULAR}\s+\Z", text[: match.start()]
        ):
            return True
    return False


def _add(candidate: Candidate, named: Named) -> None:
    if not any(named.key == n.key for n, _ in candidate.people):
        candidate.people.append((named, "attendee"))


def _speaker(candidate: Candidate, passage: Passage) -> Named | None:
    """Who says "we": the speaker of the quotation around the word."""
    for fact in passage.view.get("statements"):
        quote = fact.get("quote") or {}
        if quote.get("start", 0) <= candidate.start < quote.get("end", 0):
            speaker = fact.get("speaker") or {}
            if speaker.get("kind") == "person":
                return Named(candidate.start, candidate.end, "person", str(speaker["id"]), str(speaker["name"]))
    return None


def _is_group(match: re.Match[str], passage: Passage, candidate: Candidate) -> bool:
    """A group in the plural and without names right behind it."""
    text = passage.text
    if match.start() < candidate.end and candidate.start < match.end():
        return False
    if any(match.end() <= n.start < match.end() + 4 for n in passage.between(match.end(), match.end() + 45) if n.kind == "person"):
        return False
    if passage.view.language == "de" and re.match(r"[\wäöüß-]*(?:minister|chef|partner)\b", match.group(), re.I):
        before = text[max(0, match.start() - 20) : match.start()]
        return re.search(r"(?:\b[Dd]ie|\b[Dd]er|\b[Dd]en|\bvon|\w+e|\w+n|\d+|\bihre|\bmit)\s+\Z", before) is not None
    return True


def _kind(candidate: Candidate, passage: Passage) -> None:
    """The kind by who meets: ministers make a ministerial, leaders a summit."""
    if candidate.kind not in ("talks", "other", "conference"):
        return
    rules = passage.rules
    word = passage.text[candidate.start : candidate.end]
    groups = [n.name for n, _ in candidate.people if n.kind == "group"]
    phrases = [word, *groups]
    behind = passage.text[candidate.end : candidate.end + 60]
    if any(rules.ministers.search(p) for p in phrases):
        candidate.kind = "ministerial"
    elif any(rules.leaders.search(p) for p in phrases):
        candidate.kind = "summit"
    elif candidate.frame is None and re.match(r"\s+(?:der|of\s+the|of)\s+", behind) and rules.ministers.search(behind):
        candidate.kind = "ministerial"
