"""What the files of words beside `meetings.toml` must look like, one model a theme; what a key means is told there."""

from __future__ import annotations

from pydantic import Field

from coalition_nlp.languages import NEVER, Expression, RuleModel
from coalition_nlp.records.vocabulary import MeetingKind


class ClauseWords(RuleModel):
    """`languages/*/meetings_clauses.toml`: how words of meeting and clauses are read."""

    noun_or_verb: frozenset[str] = frozenset()
    rather_nouns: frozenset[str] = frozenset()
    noun_before: Expression = NEVER
    noun_behind: Expression = NEVER
    verb_before: Expression = NEVER
    capitals_in_titles: bool = False
    noun_endings: str = ""
    indefinite: Expression
    definite: Expression = NEVER
    known: Expression = NEVER
    none: Expression
    margin_of: Expression
    each: Expression
    of_the_noun: Expression = NEVER
    does_not_happen: Expression
    by_means: Expression
    progressive: Expression = NEVER
    partner_behind: Expression = NEVER
    paper: Expression = NEVER
    behind_particle: str = ""
    other_particle: Expression = NEVER
    open: Expression
    perfect: Expression
    passive: Expression
    negated_before: Expression = NEVER
    opens_inside: Expression = NEVER
    while_there: Expression = NEVER
    negated: Expression = NEVER
    verb_end: Expression = NEVER
    in_row: Expression = NEVER
    reports: Expression = NEVER
    is_held: Expression
    goes_on: Expression
    names: Expression


class TimeWords(RuleModel):
    """`languages/*/meetings_times.toml`: which of the times of a clause is that of the meeting."""

    attribute_opens: Expression = NEVER
    attribute_goes_on: Expression = NEVER
    made: Expression
    until: Expression
    span: Expression
    reported: Expression = NEVER
    since_then: Expression = NEVER
    of_noun: Expression
    of_itself: Expression
    point: Expression
    made_known: Expression = NEVER
    made_known_end: Expression = NEVER
    for_day: Expression = NEVER
    at_noun: Expression = NEVER
    broken: Expression
    since: Expression
    purpose: Expression
    of_another: Expression
    year: Expression
    in_year: Expression
    range: Expression
    moved_from: Expression
    until_behind: Expression = NEVER
    before_new_day: Expression
    will: Expression = NEVER
    not_bare: Expression = NEVER
    months: Expression


class PlaceWords(RuleModel):
    """`languages/*/meetings_places.toml`: which of the places of a clause is that of the meeting."""

    goals: Expression
    and_goal: Expression
    to: Expression
    opens_stop: Expression
    topic: Expression
    topic_there: Expression
    attack_there: Expression
    announced_there: Expression
    peace: Expression
    infinitive: Expression = NEVER
    within: Expression
    happens: Expression
    describes: Expression
    of: Expression
    plural: Expression
    place_and_day: Expression


class StatusWords(RuleModel):
    """`languages/*/meetings_status.toml`: whether a meeting was held, goes on or lies ahead."""

    ahead: Expression
    over: Expression
    background: Expression
    had_been: Expression
    today: Expression = NEVER
    at_the: Expression = NEVER
    on_the_way: Expression = NEVER
    arrived: Expression = NEVER
    other_time: Expression = NEVER
    broken_off: Expression
    announces: Expression = NEVER
    infinitive: Expression = NEVER
    attributes: Expression
    yet_to_be: Expression = NEVER
    may_be: Expression = NEVER
    pleased: Expression = NEVER
    did: Expression = NEVER
    being: Expression = NEVER
    spoken_after: Expression = NEVER
    spoken_before: Expression = NEVER
    press: Expression = NEVER
    spoken_of: Expression = NEVER
    occasion_kinds: dict[str, MeetingKind] = Field(default_factory=dict)
    verb_last: bool = False
    infinitive_before: Expression = NEVER
    since: Expression = NEVER
    announced: Expression = NEVER


class PeopleWords(RuleModel):
    """`languages/*/meetings_people.toml`: who of those named in a clause takes part."""

    between: Expression
    of_them: Expression
    genitive_behind: bool = False
    with_behind: Expression
    spoke_to: Expression = NEVER
    with_before: Expression
    mutual: Expression
    each_other: Expression = NEVER
    free_country: Expression
    of_office: Expression
    spoken_of: Expression
    including: Expression
    purpose_verb: Expression = NEVER
    asked: Expression = NEVER
    ended_by: Expression
    at_it: Expression = NEVER
    pledged: Expression = NEVER
    virtual: Expression
    telephone: Expression
    result_of: Expression
    days_before: Expression
    interest: Expression = NEVER
    one_or_several: str = ""
    singular_verb: str = ""
    plural_verb: Expression = NEVER
    they: Expression = NEVER
    they_open: str = ""
    the_four: Expression
    of_whose: Expression
    says_he: Expression = NEVER
    invited: Expression
    subject_title: Expression = NEVER
    feminine_before: Expression = NEVER
    feminine: Expression = NEVER
    title_of: Expression = NEVER
    their_men: Expression = NEVER
    of_all: Expression = NEVER
    of_both: Expression = NEVER
    both_say: Expression = NEVER
    owned: Expression
    city: Expression
    leads: Expression = NEVER
    sent_by: Expression
    of_a_party: Expression = NEVER
    its_man: Expression = NEVER
    noun_between: Expression = NEVER
    among_others: Expression
    according: Expression = NEVER
    owner: Expression
    several: Expression
    feminine_title: Expression = NEVER
    woman: Expression = NEVER
    man: Expression = NEVER
    called_woman: Expression = NEVER
    called_man: Expression = NEVER
    owner_before: Expression = NEVER
    she: Expression
    he: Expression
    plural_before: Expression = NEVER
    behind_comma: Expression
    and_: str
    opens_and: Expression
    as_well: Expression = NEVER
    and_goal: Expression
    and_the: Expression
    and_listed: Expression
    pair: Expression = NEVER
    by_somebody: Expression
    represented: str
    represented_passive: Expression
    stands_in: Expression
    stood_in: Expression
    not_before: Expression
    object_pronoun: Expression = NEVER
    whose: Expression
    to_which: Expression
    at_which: Expression
    invited_have: Expression = NEVER
    among_them: Expression


class GroupWords(RuleModel):
    """`languages/*/meetings_groups.toml`: groups, delegations, governments and forums that take part."""

    no_group: Expression
    same_in_plural: Expression = NEVER
    plural_group_before: Expression = NEVER
    of_whom: Expression
    of: Expression
    row: Expression
    delegation: Expression
    no_delegation: Expression
    sent: Expression
    led_by: Expression
    and_of: Expression
    their: Expression
    governments: Expression
    first_of_governments: Expression
    parties: Expression
    and_one: Expression
    met: Expression
    preposed: Expression = NEVER
    with_word: Expression
    with_them: Expression
    side_of: str
    side_in: str
    both_of: str
    named_after: Expression
    letters: Expression
    of_members: Expression
    members_of: Expression
    lesser: Expression = NEVER
    cut: Expression = NEVER
    led: Expression = NEVER
    those: Expression = NEVER


class Alike(RuleModel):
    """Ids of words that behave alike, in `meetings_links.toml`."""

    means: frozenset[str] = frozenset()
    general: frozenset[str] = frozenset()
    of_sides: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    by_call: frozenset[str] = frozenset()
    talking: frozenset[str] = frozenset()
    going_on: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    inviting: frozenset[str] = frozenset()
    convening: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    journeys: frozenset[str] = frozenset()
    visiting: frozenset[str] = frozenset()
    arriving: frozenset[str] = frozenset()
    returning: frozenset[str] = frozenset()


class LinkWords(RuleModel):
    """`languages/*/meetings_links.toml`: what ties words of meeting to one meeting or parts them."""

    link: Expression
    preposition: Expression
    by: Expression = NEVER
    hosting: Expression
    towards: Expression
    to_meet: Expression = NEVER
    agrees: Expression = NEVER
    in_a_row: Expression = NEVER
    at_gathering: Expression
    point: Expression
    before_or_after: Expression
    again: Expression = NEVER
    and_then: Expression = NEVER
    arranged_before: Expression = NEVER
    arranged_behind: Expression = NEVER
    goes_on: Expression = NEVER
    reached: Expression = NEVER
    also: Expression
    also_before: Expression
    there_too: Expression
    ahead: Expression
    just: Expression = NEVER
    of_before: Expression
    those_there: Expression = NEVER
    participants: Expression = NEVER
    alike: Alike
