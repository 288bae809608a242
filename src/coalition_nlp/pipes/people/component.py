"""Finds people: every person once, with mentions and offices."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from operator import attrgetter
from typing import Any

from coalition_nlp.knowledge.office_holders import Holder, find_holders
from coalition_nlp.pipes import syntax
from coalition_nlp.pipes.base import Fact, FactPipe, View
from coalition_nlp.pipes.rejections import trace_model_names

from . import relations
from .attach import Attacher
from .belonging import confirm, counterparts, home
from .chairs import chairs
from .clauses import Clauses
from .context import Context
from .forms import composed
from .inheritance import inherit
from .lexicon import lexicon
from .models import Name, OfficeRules, Title
from .names import NameReader
from .offices import linked, offices_of
from .persons import PersonDraft, Registry
from .surnames import known_surnames
from .titles import find_titles
from .tokens import Token, tokenize
from .trust import trust

_START = attrgetter("start")
_GOVERNING = ("minister", "deputy_minister", "head_of_government", "head_of_state")
_HEADS = ("head_of_state", "head_of_government")
_AMERICAN = ("Secretary of State", "State Department", "Department of State", "Office of the Spokesperson")
_SECRETARY = re.compile(r"^\s*(?:Secretary(?: [A-Z][\w.’'-]*){1,4}\s*$|SECRETARY [A-Z]{3,}:)", re.MULTILINE)
_EUROPEAN = ("European Union", "European Commission", "European Council", "European Parliament", "European External")
_SECRETARIES = re.compile(r"\bSecretary (?:[A-Z][\w.’'-]*[ ]){0,2}?([A-Z][\w’'-]+)")
_GERMAN = ("Auswärtiges Amt", "Auswärtigen Amt", "Bundesaußenminister")


class PeoplePipe(FactPipe):
    """Finds persons with their offices; puts title-only mentions under the key `titles`."""

    key = "people"

    def find(self, view: View) -> list[Fact]:
        """The people of one document, in text order.

        >>> import spacy
        >>> doc = spacy.blank("de")("Der dänische Außenminister Jeppe Kofod reist nach Rom. Kofod bleibt zwei Tage.")
        >>> person = PeoplePipe("de").find(View(doc, "de"))[0]
        >>> person["name"], [(o["role"], o["portfolio"], o["country"]) for o in person["offices"]]
        ('Jeppe Kofod', [('minister', 'foreign', 'DK')])
        """
        tokens = tokenize(view)
        titles = find_titles(tokens, view.language)
        inherit(titles, tokens, view.language)
        reader = NameReader(tokens, view.language)
        attacher = Attacher(tokens, titles, reader, view.language)
        attacher.run()
        known = list(attacher.names.values())
        names = _without_overlaps([*known, *_model_names(view, tokens, reader, attacher.bracketed, known, titles)])
        names = sorted([*names, *Clauses(attacher, names).run()], key=lambda n: n.first)
        if view.language == "de":
            chairs(tokens, names, lexicon("de"))
        registry = Registry(view.readable, tokens, reader, view.language)
        registry.build(names)
        known_surnames(registry, tokens, titles, view)
        registry.bare_mentions()
        counterparts(titles, registry.persons, tokens, [(s.start, s.end) for s in view.sentences], view.language)
        context = _context(view, tokens, titles)
        context.persons = registry.persons
        drafts = sorted(registry.persons, key=lambda p: p.start)
        facts = []
        for number, draft in enumerate(drafts, 1):
            draft.id = f"p{number}"
            facts.append(_fact(draft, context, view))
        relations.complete(facts, context)
        confirm(facts, titles, tokens)
        spans = ((m["start"], m["end"]) for fact in facts for m in fact["mentions"])
        trace_model_names(view, "people", "PER", spans, "the model's name: one word, or no form of a person's name")
        view.facts["titles"] = _title_mentions(titles, tokens, drafts, facts, view.language)
        return facts


def person_at(view: View, start: int, end: int) -> Fact | None:
    """The person one of whose mentions, or a title that can only be theirs, overlaps a stretch of characters."""
    for fact in view.get("people"):
        if any(m["start"] < end and start < m["end"] for m in fact["mentions"]):
            return fact
    for title in view.get("titles"):
        if title["person"] and title["start"] < end and start < title["end"]:
            return next((f for f in view.get("people") if f["id"] == title["person"]), None)
    return None


def _without_overlaps(names: list[Name]) -> list[Name]:
    """Names in text order; of two that overlap the one with a title, else the longer."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.first, -len(n.titles), -n.last)):
        if kept and name.first < kept[-1].last:
            if name.titles and not kept[-1].titles:
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def _model_names(
    view: View, tokens: list[Token], reader: NameReader, bracketed: set[int], known: list[Name], titles: list[Title]
) -> list[Name]:
    """Names of at least two words that the base model takes for persons and the rules can read."""
    title_ends = {t.first: t.last for t in titles}  # "von Außenminister X": the model takes the title for a name
    surnames = {name.words[-1] for name in known}
    ends = {name.first: name.last for name in known}
    credits = lexicon(view.language).offices.credits
    found = []
    for kind, start, end in syntax.name_spans(view.doc):
        if kind != "PER":
            continue
        at = bisect_left(tokens, start, key=_START)
        if at == len(tokens) or tokens[at].start != start or at in bracketed:
            continue
        at = reader.skip_honorifics(title_ends.get(at, at))
        behind = ends.get(at, at + 1)
        if behind >= len(tokens) or tokens[behind].end > end + 2:
            continue  # a word alone, or what the rules have read
        name = reader.read(at, titled=True)
        if name is None and tokens[at].text in reader.lex.leading:  # "nach Ansicht von X Y"
            name = reader.read(title_ends.get(at + 1, at + 1), titled=True)
        if name is None or not name.full or name.end > end + 2 or not reader.good_untitled(name):
            continue
        if all(word in surnames for word in name.words) and not reader.is_given(name.words[0]):
            continue  # "traf Berger Novak": object and subject
        if any(t.country or reader.is_common(t) for t in tokens[name.first : name.last]):
            continue
        if any(t.lower in credits for t in tokens[max(name.first - 3, 0) : name.first]):
            continue
        if _is_town(name, tokens):
            continue
        found.append(name)
    return found


def _is_town(name: Name, tokens: list[Token]) -> bool:
    """ "Boa Vista, Brazil": a name before a comma and the country in which a town is called so."""
    behind = tokens[name.last : name.last + 2]
    if len(behind) < 2 or behind[0].text != "," or behind[1].country is None:
        return False
    from coalition_nlp.knowledge.places import gazetteer

    return any(place.country == behind[1].country for place in gazetteer().named(" ".join(name.words)))


def _context(view: View, tokens: list[Token], titles: list[Title]) -> Context:
    text = view.text
    departments = frozenset(t.portfolio for t in titles if t.role == "minister" and t.country == "US" and t.portfolio)
    american = any(word in text for word in _AMERICAN)
    if not american and not departments and view.language == "en":
        american = _SECRETARY.search(text) is not None or _names_secretary(text, view.published)
    return Context(
        tokens,
        view.published,
        view.language,
        [(s.start, s.end) for s in view.sentences],
        american,
        any(word in text for word in _GERMAN),
        any(t.federal and t.role == "minister" for t in titles) and view.language == "de",
        frozenset(t.country for t in tokens if t.country),
        departments,
        [(tokens[t.first].start, t.country) for t in titles if t.country and t.role in _GOVERNING],
        [(t.first, t.last) for t in titles if t.countries],
        view.language == "en" and any(word in text for word in _EUROPEAN),
        frozenset(
            at
            for t in titles
            if t.role in ("envoy", "ambassador")
            for at in range(t.head, t.last)
            if tokens[at].country not in t.countries
        ),
        home(tokens, view.language) if view.language == "de" else None,
    )


def _names_secretary(text: str, day: dt.date | None) -> bool:
    """Whether a text calls the American Secretary of State of its day by the title: "Secretary X"."""
    if day is None:
        return False
    known = (h for m in _SECRETARIES.finditer(text) for h in find_holders(m.group(1)))
    return any(
        h.country == "US" and h.portfolio == "foreign" and h.role == "minister" and h.held_on(day) for h in known
    )


def _fact(draft: PersonDraft, context: Context, view: View) -> Fact:
    best = draft.fullest
    name = view.text[best.start : best.end]
    joined = " ".join(map(composed, name.split()))
    candidates = find_holders(joined) or (find_holders(f"al-{joined}") if len(best.words) == 1 else ())
    offices = offices_of(draft, candidates, context)
    fact: Fact = {"id": draft.id, "name": joined, "offices": offices}
    terms = linked(joined, view.published, offices)
    if not (terms or offices) and draft.holder:
        terms = tuple(term for term in candidates if term.name == draft.holder)
    if terms:
        fact["canonical"] = terms[0].name
        wikidata = next((t.wikidata for t in terms if t.wikidata), None)
        if wikidata:
            fact["wikidata"] = wikidata
        if not offices:
            held = [t for t in terms if view.published and t.held_on(view.published)]
            own = [t for t in held if t.country]  # not the chair of a body that a minister has by turns
            fact["offices"] = [_from_knowledge(t) for t in own or held]
    fact["mentions"] = [{"start": s, "end": e} for s, e in sorted(draft.mentions)]
    return fact


def _from_knowledge(term: Holder) -> dict[str, Any]:
    office: dict[str, Any] = {"role": term.role, "portfolio": term.portfolio, "country": term.country}
    if term.organization:
        office["organization"] = term.organization
    if term.acting:
        office["acting"] = True
    office["source"] = "knowledge"
    return office


def _title_mentions(
    titles: list[Title], tokens: list[Token], drafts: list[PersonDraft], facts: list[Fact], language: str
) -> list[Fact]:
    """Titles without a name, with the person where it can be only one."""
    words, others = lexicon(language).offices, trust(language).words.others
    found: list[Fact] = []
    holders_of: dict[int, list[str]] = {}
    titled = {draft.id: draft.titles() for draft in drafts}
    secretaries = {who for who, called in titled.items() if any(_is_secretary(t, tokens) for t in called)}
    for who, called in titled.items():
        for held in called:
            holders_of.setdefault(id(held), []).append(who)
    by_role: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for fact in facts:
        for office in fact["offices"]:
            by_role.setdefault(office["role"], []).append((fact["id"], office))
    last: dict[tuple[str, str | None], str] = {}  # who holds the office told last, by role and portfolio
    for title in titles:
        if title.role == "none":
            continue
        entry: Fact = {
            "start": tokens[title.first].start,
            "end": tokens[title.last - 1].end,
            "person": None,
            "role": title.role,
            "portfolio": title.portfolio,
            "country": title.country,
            "organization": title.organization,
        }
        if title.attached:
            ids = holders_of.get(id(title), [])
            entry["person"] = ids[0] if len(ids) == 1 else None
        elif not _somebody_new(title, tokens, words, others):
            owners = {
                who
                for who, office in by_role.get(title.role, ())
                if _fits(title, office, who in secretaries) and not _other_gender(title, titled[who], tokens)
            }
            if len(owners) > 1 and tokens[title.head].lower == "minister":  # beside a Secretary of State
                owners -= secretaries
            told = None if title.countries else last.get((title.role, _kind(title)))
            word = tokens[title.head].lower
            if len(owners) > 1 and title.role in _HEADS:  # "the King" beside an emir
                owners = {who for who in owners if any(tokens[t.head].lower.endswith(word) for t in titled[who])}
                told = None
            if len(owners) == 1:
                entry["person"] = owners.pop() if told is None or told in owners else None
        if (title.attached or title.countries) and not title.former and not title.plural:
            for kind in (title.portfolio, "secretary" if _is_secretary(title, tokens) else None):
                last[title.role, kind] = entry["person"] or ""
        found.append(entry)
    return found


def _somebody_new(title: Title, tokens: list[Token], words: OfficeRules, others: frozenset[str]) -> bool:
    """ "a minister", "his minister", "the next minister": perhaps nobody the document names."""
    if title.plural or len(title.countries) > 1 or title.former or title.counterpart or title.designated:
        return True
    if title.article in (*words.indefinite_articles, *words.possessives):
        return True
    before = tokens[title.first - 1] if title.first and tokens[title.first].joined else None
    if before is not None and (before.possessive or before.lower in words.possessives):
        return True
    near = tokens[max(title.first - 1, 0) : title.head]
    return any(t.lower in others for t in near)


def _bare(title: Title) -> bool:
    """ "the minister", "the Secretary": the title does not tell which."""
    return title.role in _GOVERNING[:2] and title.portfolio in (None, "other") and not title.own_portfolio


def _kind(title: Title) -> str | None:
    """By what the last office told before is looked up that a title may take up."""
    if not _bare(title):
        return title.portfolio
    return "secretary" if title.secretary else None


def _other_gender(title: Title, called: list[Title], tokens: list[Token]) -> bool:
    """Whether a German title is of a woman and all titles before the name are of men, or the other way round."""
    told = {tokens[t.head].lower.endswith("in") for t in called if t.role != "none" and not t.plural}
    return len(told) == 1 and tokens[title.head].lower.endswith("in") not in told


def _is_secretary(title: Title, tokens: list[Token]) -> bool:
    return title.secretary or any(t.lower == "secretary" for t in tokens[title.first : title.head + 1])


def _fits(title: Title, office: dict[str, Any], secretary: bool) -> bool:
    """Whether a title can stand for somebody who holds an office; `secretary`: the text calls him so."""
    if office.get("former") or office.get("role") != title.role:
        return False
    if title.country and office.get("country") and title.country != office["country"] and not title.federal:
        return False
    if title.federal and office.get("country") not in (None, "DE", "AT", "CH"):
        return False
    if title.secretary and _bare(title):
        return secretary or office.get("country") == "US"
    if _bare(title):
        return not secretary
    if title.portfolio and office.get("portfolio") and title.portfolio != office["portfolio"]:
        return False
    return not (title.organization and office.get("organization") and title.organization != office["organization"])
