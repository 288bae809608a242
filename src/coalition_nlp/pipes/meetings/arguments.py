"""Reads the arguments of a candidate from its clause: who, where, when, in which forum, by whose invitation."""

from __future__ import annotations

import re

from .candidates import is_passive
from .circumstances import OF_ANOTHER, is_tour, read_group, read_host, read_there, read_times, read_where
from .delegations import countries_of, delegations
from .models import Candidate, Named, Segment
from .passage import Passage
from .patterns import Rules

_NEAR = 90
_SINGULAR = (
    r"(?:will|soll|wird|hat|ist|war|kann|muss|werde|habe|sei|wolle|solle|wollte|sollte|reist|trifft|traf|kam|nimmt|"
    r"[a-zäöü]{3,}(?:te|t))\b"
)
# "the outcome of a summit", "zur Vorbereitung der Konferenz": spoken of, not attended
_OF_ANOTHER = re.compile(
    r"\b(?:initiated|launched|agreed|decided|adopted|announced|reached|made|signed|established|pledged|promised|"
    r"started|begun|outlined|set\s+out|issued)\s+(?:at|during|in)\s+(?:[\w'’-]+\s*){0,4}\Z|"
    r"\b(?:results?|outcomes?|decisions?|conclusions?|follow-up|agreements?|preparations?|implementation|organi[sz]ation|"
    r"Ergebnisse?n?|Beschlüsse?n?|Vorbereitung(?:en)?|Umsetzung|Vereinbarungen|Folgen|Organisation)\s+"
    r"(?:of|from|to|at|for|der|des|eines|einer|von|vom)\s+(?:[\w'’-]+\s*){0,4}\Z"
)
# the verb of a purpose: "to urge", not "to the", "to former"
_PURPOSE = re.compile(
    r"\bto\s+(?!(?:the|an?|his|her|their|its|our|this|that|these|those|former|acting|visiting|new|senior|top|fellow|"
    r"then|both|all)\b)[a-z]{3,}\s"
)
_INVITED = re.compile(r"\b(?:wurden?|worden|was|were|been)\b")


def read_arguments(candidate: Candidate, passage: Passage) -> None:
    """Fill in a candidate."""
    text, rules = passage.text, passage.rules
    around = " ".join(text[s.start : s.end] for s in candidate.scope)
    candidate.times = read_times(candidate, passage)
    candidate.where = read_where(candidate, passage)
    candidate.tour = candidate.kind == "visit" and is_tour(candidate, passage)
    if candidate.tour:
        candidate.where = None
    read_there(candidate, passage)
    candidate.group = read_group(candidate, passage)
    candidate.host = read_host(candidate, passage)
    _people(candidate, passage)
    _kind(candidate, passage)
    if candidate.frame == "say" and not _talks_with(candidate, passage):
        candidate.reject("nobody spoken with")
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
    if len({n.key for n, r in related if n.kind == "person" and r == "none" and n.start < candidate.start}) >= 2:
        # "A and B spoke by telephone": with each other
        return passage.rules.has("virtual", _behind(candidate, passage)) or "each other" in _behind(candidate, passage)
    return any(n.kind == "group" for n, _ in candidate.people)


def _behind(candidate: Candidate, passage: Passage) -> str:
    """What follows the word in its scope."""
    return passage.text[candidate.end : max(candidate.scope[-1].end, candidate.end)]


# --- participants -----------------------------------------------------------------------------------------------------


def _people(candidate: Candidate, passage: Passage) -> None:
    text, rules = passage.text, passage.rules
    related = list(passage.related(candidate.scope))
    before = text[candidate.sentence.start : candidate.start].rstrip()
    noun = candidate.frame is None
    if noun and candidate.definite and any(rules.has("took_part", text[s.start : s.end]) for s in candidate.scope):
        candidate.joins = True  # "bei dem Treffen waren auch X und Y anwesend"
    if candidate.margin:  # "on the sidelines of the summit": the persons met there, not at it
        return
    candidate.partners = frozenset(
        n.key for n, r in related
        if n.kind == "person" and r == "with" and n.start - candidate.end < _NEAR
        and (n.start > candidate.start or not noun)
    )  # fmt: skip
    subject_counts = not noun or _subject_takes_part(candidate, passage, before)
    passive = is_passive(text, candidate.scope)
    for named, relation in related:
        if named.kind == "person":
            takes_part = relation == "with" or (
                relation == "none" and subject_counts and not _is_of_other_verb(named, candidate, passage)
            )
            if relation == "agent":
                takes_part = (noun and named.start >= candidate.end and named.start - candidate.end < _NEAR) or (
                    not noun and passive
                )
            if (
                relation in ("topic", "none")
                and noun
                and named.start >= candidate.end
                and re.fullmatch(r"\s+(?:von|of|der|des)\s+(?:\S+\s+){0,6}", text[candidate.end : named.start])
            ):
                takes_part = True
            if relation == "owner":
                takes_part = (
                    noun and re.fullmatch(r"['’]s?\s+(?:[\w-]+\s+){0,2}", text[named.end : candidate.start]) is not None
                )
            if takes_part and not any(named.key == other.key for other, _ in candidate.people):
                candidate.people.append((named, "attendee"))
        elif candidate.kind == "visit" and named.kind == "country" and relation != "with":
            continue
        elif named.kind == "country" and relation == "with":
            if re.search(
                r"(?:mit|zwischen|with|between|among|und|and|,|sowie|including|darunter|einschließlich)\s+(?:den\s+|dem\s+|der\s+|the\s+)?\Z",
                text[: named.start][-20:],
            ):
                candidate.people.append((named, "attendee"))
        elif (
            (
                named.kind == "country"
                and relation == "none"
                and (candidate.frame in ("all", "say") or (candidate.frame == "host" and named.start > candidate.end))
                and _is_subject(named, candidate, passage)
            )
            or named.kind == "organization"
            and relation == "with"
            and candidate.frame != "event"
        ):
            candidate.people.append((named, "attendee"))
    _drop_other_subjects(candidate, related)
    _antecedents(candidate, passage)
    if candidate.frame == "host" and candidate.host is None:
        first = next(
            (n for n, r in related if r in ("none",) and n.kind in ("person", "country") and n.start < candidate.end),
            None,
        )
        candidate.host = first
    if (
        candidate.host is not None
        and candidate.host.kind == "person"
        and not any(n.key == candidate.host.key for n, _ in candidate.people)
    ):
        candidate.people.append((candidate.host, "host"))
    candidate.people.extend(delegations(candidate, passage))
    for part in candidate.scope:
        for match in rules.group.finditer(text, part.start, part.end):
            if match.group().startswith(("No ", "Kein")):
                continue
            if _is_group(match, passage, candidate) and not (
                match.start() > candidate.end and OF_ANOTHER.search(text, candidate.end, match.start())
            ):
                nations = countries_of(match, passage, candidate.scope[-1].end)
                if nations and candidate.kind != "visit":
                    known = {n.key for n, _ in candidate.people}
                    candidate.people.extend((n, "attendee") for n in nations if n.key not in known)
                name = " ".join(match.group().split())
                candidate.people.append((Named(match.start(), match.end(), "group", None, name), "attendee"))


def _is_of_other_verb(named: Named, candidate: Candidate, passage: Passage) -> bool:
    """ "held a meeting to urge X", "the visit was to convince X": X is the object of another verb."""
    if named.start < candidate.end or passage.view.language != "en":
        return False
    between = passage.text[candidate.end : named.start]
    if _PURPOSE.search(between):
        return True
    if candidate.frame is not None:
        return False
    # behind a noun the subject stands only where the noun opens the sentence ("At a meeting in X, Y said ...")
    before = passage.text[candidate.sentence.start : candidate.start]
    return len(before) > 60 or not (
        passage.rules.found["event_before"].search(_without_words(before)) and "," in between
    )


def _without_words(before: str) -> str:
    """Without article and adjectives."""
    return re.sub(r"(?:\s+(?:an?|the|his|her|their|[a-z-]+))?(?:\s+[\w-]+){0,2}\s*\Z", "", before) or before


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
    if _OF_ANOTHER.search(before):
        return False
    stripped = before
    for _ in range(4):  # preposition, article, adjectives
        if rules.found["event_before"].search(stripped):
            return True
        stripped = re.sub(r"\s*[\w'’-]+\Z", "", stripped)
    return rules.has("light_verbs", around)


def _is_subject(named: Named, candidate: Candidate, passage: Passage) -> bool:
    """A country that stands free in the clause, not as genitive or apposition of an office."""
    before = passage.text[max(0, named.start - 25) : named.start]
    return re.search(
        r"(?:^|[.;:\n]\s*|,\s|\bund\s|\band\s|\b(?:die|der|the|The|Die)\s|“|„|\")\Z", before
    ) is not None and not re.search(r"\b(?:[A-ZÄÖÜ]\w+)\s+(?:der|of the)\s\Z", before)


def _antecedents(candidate: Candidate, passage: Passage) -> None:
    """Who a relative clause hangs on, and who a pronoun stands for."""
    text, rules = passage.text, passage.rules
    own = next((s for s in candidate.scope if s.start <= candidate.start < s.end), candidate.scope[0])
    if candidate.rule in ("verb:einladen", "verb:invite") and _INVITED.search(text, own.start, own.end):
        return  # the passive does not tell who invites
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
    if passage.view.language == "de" and re.match(r"[a-zäöü]+en\Z", text[candidate.start : candidate.end]):
        # "Sie trafen sich", "trafen sie sich": of several, by the verb
        candidate.plural = candidate.plural or re.match(r"(?:Sie\s|sie\s)", behind_word) is not None
        candidate.plural = candidate.plural or (
            opening_text.startswith("Sie ") and candidate.start - candidate.clause[0].start < 8
        )
    if re.match(
        r"(?i)(?:die|the)\s+(?:vier|drei|four|three)\s+[\w\s]*(?:minister|leader|president|chef)", opening_text
    ):
        candidate.plural = candidate.plural and re.search(r"(?i)\b(?:of the|der|des)\b", opening_text[:80]) is None
    opens = not re.search(r"\S+\s+\S+\s+\S+\s+\S+", text[sentence.start : candidate.start])
    alone = not any(n.kind == "person" and n.start < candidate.start for n, _ in candidate.people)
    if candidate.frame is None and (
        opens or alone or not _subject_takes_part(candidate, passage, text[sentence.start : candidate.start].rstrip())
    ):
        partners = [n for n, _ in candidate.people if n.kind == "person"]
        near_with = len(partners) == 1 and re.match(
            r"\s+(?:mit|with)\s+(?:sein|ihr|his\b|her\b)|\s+(?:mit|with)\b", text[candidate.end : candidate.end + 14]
        )
        pronoun = (
            alone
            and _opens_with_pronoun(candidate, passage)
            and _subject_takes_part(candidate, passage, text[sentence.start : candidate.start].rstrip())
        )
        previous = passage.before(sentence.index) if near_with or pronoun else None
        if previous is not None:  # "Ein Gespräch mit X endete": of whom the sentence before speaks
            _add(candidate, previous)
        return
    if candidate.frame is not None and _opens_with_pronoun(candidate, passage):
        previous = passage.before(sentence.index)
        if previous is not None:
            _add(candidate, previous)
        return
    free = [n for n, r in passage.related(candidate.scope) if n.kind == "person" and r == "none"]
    if any(n.start < candidate.start for n in free) or (candidate.frame is not None and free):
        return
    opening = text[candidate.clause[0].start : max(own.end, candidate.end)]
    needs_subject = candidate.frame in ("travel", "say", "event", "lead")
    if own.kind == "sub" and candidate.frame == "travel":
        behind = [
            n
            for n, r in passage.related([Segment(own.end, sentence.end, "main")])
            if n.kind == "person" and r == "none"
        ]
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


def _opens_with_pronoun(candidate: Candidate, passage: Passage) -> bool:
    """ "Er trifft X", "Dort wird er X treffen", "He met X": the pronoun is the subject, X the object."""
    text = passage.text
    opening = text[candidate.clause[0].start : candidate.end + 16]
    people = [n for s in candidate.clause for n in passage.people_in(s.start, s.end)]
    if people and people[0].start - candidate.clause[0].start < len(opening):
        opening = opening[: max(people[0].start - candidate.clause[0].start, 0)]
    return _has_pronoun(opening, passage.rules)


def _has_pronoun(text: str, rules: Rules) -> bool:
    """A pronoun of one person; "sie" only with a verb in the singular."""
    for match in rules.found["singular_pronouns"].finditer(text):
        if (
            match.group().casefold() != "sie"
            or re.match(rf"\s+{_SINGULAR}", text[match.end() :])
            or re.search(rf"\b{_SINGULAR}\s+\Z", text[: match.start()])
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
    if any(
        match.end() <= n.start < match.end() + 4
        for n in passage.between(match.end(), match.end() + 45)
        if n.kind == "person"
    ):
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
