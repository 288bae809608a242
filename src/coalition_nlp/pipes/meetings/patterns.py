"""The rules of one language, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from coalition_nlp.languages import rules
from coalition_nlp.pipes.prefixes import prefix_tree

from .lists import Lists
from .models import NounRule, NounRules, VerbRule, VerbRules, Words
from .wording import ClauseWords, GroupWords, LinkWords, PeopleWords, PlaceWords, StatusWords, TimeWords

# words after which a look-up by first word may continue
WORD = re.compile(r"[^\W\d_](?:[\w'’/-]*\w)?")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One form of a verb: its tense is present, past, participle or infinitive."""

    verb: VerbRule
    tense: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """Regular expressions of `meetings.toml` by the name of their list, nouns and verb forms by look-up."""

    words: Words
    clauses: ClauseWords
    times: TimeWords
    places: PlaceWords
    status: StatusWords
    people: PeopleWords
    groups: GroupWords
    links: LinkWords
    found: dict[str, re.Pattern[str]]
    lists: Lists
    nouns: tuple[tuple[re.Pattern[str], NounRule, tuple[str, ...]], ...]
    any_head: re.Pattern[str]
    heads: re.Pattern[str]
    nouns_of: dict[str, tuple[int, ...]]
    verbs: dict[str, tuple[VerbForm, ...]]
    unless: dict[str, re.Pattern[str]]
    relation: re.Pattern[str]
    coordinated: re.Pattern[str]
    singular_behind: re.Pattern[str]
    singular_before: re.Pattern[str]
    with_words: frozenset[str]
    agent_words: frozenset[str]
    group: re.Pattern[str]
    forum: re.Pattern[str]
    group_before: re.Pattern[str]
    purpose: re.Pattern[str]
    ministers: re.Pattern[str]
    leaders: re.Pattern[str]
    split: re.Pattern[str]
    begins: tuple[tuple[str, re.Pattern[str]], ...]
    saying: re.Pattern[str]
    attribute: re.Pattern[str]
    title: re.Pattern[str]
    governments: re.Pattern[str]
    days: re.Pattern[str]
    first_since: re.Pattern[str]
    occasion: re.Pattern[str] | None
    occasion_at: re.Pattern[str]
    occasion_nouns: re.Pattern[str]
    with_other: re.Pattern[str]
    attributes: tuple[tuple[str, re.Pattern[str]], ...]
    side_of: re.Pattern[str]
    side_behind: re.Pattern[str]
    side_in: re.Pattern[str]
    both_sides: re.Pattern[str]
    twins: re.Pattern[str]
    counterparts: re.Pattern[str]

    def nouns_in(self, low: str) -> list[int]:
        """Indices of the nouns of which a head stands in a text of small letters."""
        if self.any_head.search(low) is None:  # quicker than the look at every letter, and most sentences have none
            return []
        return sorted({index for head in set(self.heads.findall(low)) for index in self.nouns_of[head]})

    def has(self, name: str, text: str) -> bool:
        """Whether one of the words of a list stands in a text."""
        return self.lists.has(name, text)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


def _alone(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the expressions, as words of their own (n't and -hosted may hang on a word)."""
    words = [w.replace("[^.;:]", r"(?:[^.;:]|(?<=\d)\.)") for w in words]  # the dot of "18. Mai" ends no sentence
    free = [w for w in words if w[0] in "-'’" or w.startswith("n't") or w.startswith("n’t")]
    bound = [w for w in words if w not in free]
    parts = [rf"(?<![\w-])(?:{_any(bound)})(?!\w)"] if bound else []
    parts += [rf"(?:{_any(free)})(?!\w)"] if free else []
    if not parts:
        return re.compile("(?!)")
    return re.compile("|".join(parts), re.IGNORECASE)


def _nouns(language: str, endings: str) -> tuple[tuple[re.Pattern[str], NounRule, tuple[str, ...]], ...]:
    compiled = []
    for row in rules(language, "meetings_nouns", NounRules).rows:
        heads = row.heads.split("|")
        if endings:
            # a noun begins with a capital; the head ends it, alone ("Treffen") or in a compound ("G7-Treffen")
            ends = "|".join(f"{re.escape(h)}|{re.escape(h[0].upper() + h[1:])}" for h in heads)
            pattern = rf"(?<![\w-])(?=[A-ZÄÖÜ0-9])(?:[\w/+-]{{1,40}}?)?(?:{ends})(?:{endings})?(?![\w-])"
            # "strategischer Dialog": the adjective may be small
            if any(" " in h for h in heads):
                pattern = rf"(?<![\w-])(?i:{_any(map(re.escape, heads))})(?![\w-])"
            if row.unless:
                pattern = rf"(?<![\w-])(?!(?:{row.unless})(?![\w-]))" + pattern
            compiled.append((re.compile(pattern), row, tuple(h.lower() for h in heads)))
        else:
            compiled.append(
                (
                    re.compile(rf"(?<![\w-])(?i:{_any(map(re.escape, heads))})(?![\w-])"),
                    row,
                    tuple(h.lower() for h in heads),
                )
            )
    return tuple(compiled)


def _verbs(language: str) -> dict[str, tuple[VerbForm, ...]]:
    table: dict[str, list[VerbForm]] = {}
    for row in rules(language, "meetings_verbs", VerbRules).rows:
        for tense in ("present", "past", "participle", "infinitive"):
            for form in getattr(row, tense).split("|"):
                if form:
                    words = tuple(form.split())
                    table.setdefault(words[0], []).append(VerbForm(row, tense, words))
    return {word: tuple(sorted(forms, key=lambda f: -len(f.words))) for word, forms in table.items()}


_LISTS = (
    "cancelled", "postponed", "proposed", "planned", "ongoing", "held", "occurs", "future_auxiliaries",
    "maybe_auxiliaries", "past_auxiliaries", "negation", "habitual", "virtual", "in_person", "aside",
    "singular_pronouns", "plural_pronouns", "first_person", "absent", "represented", "invitation", "invites", "chair",
    "took_part",
    "there", "capital_words", "light_verbs", "begins", "ends", "rejected", "sequence", "elsewhere",
    "aside_attributes", "earlier", "remote", "denied", "original", "holds", "appeals", "joint",
    "greeting", "greeting_not",
)  # fmt: skip


@cache
def compiled(language: str) -> Rules:
    """The compiled rules of a language."""
    words = rules(language, "meetings", Words)
    clauses = rules(language, "meetings_clauses", ClauseWords)
    times = rules(language, "meetings_times", TimeWords)
    people = rules(language, "meetings_people", PeopleWords)
    groups = rules(language, "meetings_groups", GroupWords)
    nouns = _nouns(language, clauses.noun_endings)
    heads = sorted({head for _, _, row in nouns for head in row})
    found = {name: _alone(getattr(words, name)) for name in _LISTS}
    for name in ("another", "definite", "event_before", "place_before", "goal_before", "never_before"):
        found[name] = re.compile(rf"(?:^|[\s(„“«»‹›‚\"'‘])(?:{_any(getattr(words, name))})\Z", re.IGNORECASE)
    for name in ("new_date_before", "shift_before"):  # an article and adjectives may stand between
        found[name] = re.compile(
            rf"(?<!\w)(?:{_any(getattr(words, name))}){times.before_new_day.source}", re.IGNORECASE
        )
    found["never_after"] = re.compile(rf"\s*(?:{_any(words.never_after)})(?!\w)", re.IGNORECASE)
    found["sequence_before"] = re.compile(words.sequence_before, re.IGNORECASE)
    pronouns = "|".join(words.singular_pronouns)
    # "Zunächst wird er", "Dort traf er", "Later she": the pronoun right behind the verb or the first word
    found["inverted"] = re.compile(rf"\s*[A-ZÄÖÜ][\w-]*\s+(?:[\w-]+\s+){{0,2}}(?:{pronouns})\b", re.IGNORECASE)
    found["topic_before"] = re.compile(words.topic_before, re.IGNORECASE)
    found["identified"] = re.compile(words.identified)
    found["time_owner"] = re.compile(words.time_owner, re.IGNORECASE)
    prepositions = _any(re.escape(w).replace(r"\ ", r"\s+") for w in (*words.with_, *words.agent, *words.topic))
    between = rf"(?:{words.between_names},?\s+){{0,9}}"
    joints = rf"(?:\s*\([^()]{{1,30}}\))?\s*(?:,?\s*(?:{people.and_}|&|/)|,)\s*"
    return Rules(
        words=words,
        clauses=clauses,
        times=times,
        places=rules(language, "meetings_places", PlaceWords),
        status=rules(language, "meetings_status", StatusWords),
        people=people,
        groups=groups,
        links=rules(language, "meetings_links", LinkWords),
        found=found,
        lists=Lists({name: (found[name], getattr(words, name)) for name in _LISTS}),
        nouns=nouns,
        any_head=re.compile(prefix_tree(heads)),
        heads=re.compile(f"(?=({prefix_tree(heads)}))"),
        nouns_of={
            head: tuple(i for i, (_, _, row) in enumerate(nouns) if any(head.startswith(h) for h in row))
            for head in heads
        },
        verbs=_verbs(language),
        unless={
            row.id: re.compile(rf"(?<!\w)(?:{_any(row.unless.split('|'))})(?!\w)")
            for row in rules(language, "meetings_verbs", VerbRules).rows
            if row.unless
        },
        relation=re.compile(rf"(?:^|[\s(„“\"])(?P<word>(?i:{prepositions}))\s+{between}\Z"),
        coordinated=re.compile(rf"\A{joints}{between}\Z"),
        singular_behind=re.compile(rf"\s+{people.singular_verb}"),
        singular_before=re.compile(rf"\b{people.singular_verb}\s+\Z"),
        with_words=frozenset(w.casefold() for w in words.with_),
        agent_words=frozenset(w.casefold() for w in words.agent),
        group=re.compile(rf"(?<![\w-])(?:{words.group_heads})(?:{words.group_of})?(?![\w])"),
        forum=re.compile(rf"(?<![\w-])(?:{_any(map(re.escape, words.forums))})(?![\w])"),
        group_before=re.compile(rf"\b{words.group_before}\b[^,;]*\Z"),
        purpose=re.compile("|".join(words.purpose)),
        ministers=re.compile(words.ministers),
        leaders=re.compile(words.leaders),
        split=re.compile(rf"[,;:](?=\s)|\s[–—-](?=\s)|[()]|{words.coordination}|{clauses.opens_inside.source}"),
        begins=(
            ("saying", re.compile(rf"\s*{words.saying}(?!\w)", re.IGNORECASE)),
            ("sub", re.compile(rf"\s*{words.subordinate}(?!\w)", re.IGNORECASE)),
            ("rel", re.compile(rf"\s*{words.relative}(?!\w)", re.IGNORECASE)),
            ("inf", re.compile(rf"\s*{words.infinitive}(?!\w)", re.IGNORECASE)),
        ),
        saying=re.compile(rf"(?<!\w){words.saying}(?!\w)"),
        attribute=re.compile(rf"\A(?:['’]?s?)[\s-]+(?:{words.between_names}\s+){{0,7}}\Z"),
        title=re.compile(words.title_phrases),
        governments=re.compile(words.governments),
        days=re.compile(words.days),
        first_since=re.compile(words.first_since),
        occasion=re.compile(words.occasion) if words.occasion else None,
        occasion_at=re.compile(words.occasion_at),
        occasion_nouns=re.compile(words.occasion_nouns),
        with_other=re.compile(words.with_other),
        attributes=tuple(
            (status, re.compile(rf"(?<![\w-])(?:{form})(?:\s+[\w'’-]+){{0,2}}\s*\Z", re.IGNORECASE))
            for status, form in words.attributes.items()
        ),
        side_of=re.compile(rf"(?<!\w)(?:{words.sides})\s+{groups.side_of}\s*\Z"),
        side_behind=re.compile(rf"s?\s+(?:[a-zäöüß]+e[nrms]?\s+){{0,2}}(?:{words.sides})(?!\w)"),
        side_in=re.compile(rf"(?<!\w)(?:{words.sides})\s+{groups.side_in}\s+\Z"),
        counterparts=re.compile(rf"(?<![\w-])(?:{words.counterparts})(?!\w)" if words.counterparts else "(?!)"),
        both_sides=re.compile(words.both_sides or "(?!)"),
        twins=re.compile(rf"(?<!\w)(?:{groups.both_of})\s+(?P<name>{_any(words.twins)})(?!\w)")
        if words.twins
        else re.compile("(?!)"),
    )
