"""Records in a few words, for table cells and tooltips."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from coalition_nlp.records import Action, EntityRef, Figure, Meeting, Office, Participant, Person, TimeExpression


def office_words(office: Office) -> str:
    """An office in a few words.

    >>> office_words(Office(role="minister", portfolio="foreign", country="NL", former=True, source="knowledge"))
    'former foreign minister, NL [from knowledge]'
    """
    marks = [word for word in ("former", "acting", "designated") if getattr(office, word)]
    name = " ".join([*marks, *([office.portfolio] if office.portfolio else []), office.role.replace("_", " ")])
    owner = [part for part in (office.country, office.organization) if part]
    return ", ".join([name, *owner]) + (" [from knowledge]" if office.source == "knowledge" else "")


def person_words(person: Person) -> str:
    """A person with all offices.

    >>> from coalition_nlp.records import Mention
    >>> stef = Mention(text="Stef Blok", start=0, end=9, sentence=0)
    >>> minister = Office(role="minister", mention=stef)
    >>> person_words(Person(id="p1", name="Stef Blok", offices=(minister,), mentions=(stef,)))
    'Stef Blok (minister)'
    """
    offices = offices_words(person)
    return f"{person.name} ({offices})" if offices else person.name


def offices_words(person: Person) -> str:
    """All offices of a person, joined by semicolons."""
    return "; ".join(office_words(office) for office in person.offices)


def number_words(value: Decimal | None) -> str:
    """A number with thin groups of three digits, without exponent or trailing zeros.

    >>> number_words(Decimal("1900000.50"))
    '1,900,000.5'
    """
    if value is None:
        return ""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount_words(figure: Figure) -> str:
    """Value or bounds of a figure with its modifier."""
    if figure.value is not None:
        amount = number_words(figure.value)
    elif figure.low is not None and figure.high is not None:
        amount = f"{number_words(figure.low)} to {number_words(figure.high)}"
    elif figure.low is not None:
        amount = f"{number_words(figure.low)} or more"
    elif figure.high is not None:
        amount = f"up to {number_words(figure.high)}"
    else:
        amount = "unknown"
    said = figure.modifier.replace("_", " ")
    spoken_by_bounds = figure.value is None and figure.modifier in ("range", "at_least", "at_most")
    return amount if figure.modifier == "exact" or spoken_by_bounds else f"{said} {amount}"


def day_words(start: dt.date | None, end: dt.date | None, value: str | None = None) -> str:
    """A span of days: one date, two joined by "to", else the TIMEX3 value.

    >>> day_words(dt.date(2017, 3, 22), None)
    '2017-03-22'
    """
    if start is None:
        return value or ""
    if end is None or end == start:
        return start.isoformat()
    return f"{start} to {end}"


def time_words(time: TimeExpression) -> str:
    """Type and value of a time expression."""
    words = [time.type, time.value, time.mod or "", "" if time.resolved else "(unresolved)"]
    return " ".join(word for word in words if word)


def participant_words(participant: Participant) -> str:
    """A participant with a part other than attending, and who came instead."""
    name = participant.entity.name
    if participant.role not in ("attendee", "absent"):
        name += f" ({participant.role})"
    return f"{name}, represented by {participant.represented_by.name}" if participant.represented_by else name


def participants_words(participants: Iterable[Participant], *, absent: bool = False) -> str:
    """The participants of a meeting, or those expected and absent, joined by semicolons."""
    return "; ".join(participant_words(p) for p in participants if (p.role == "absent") == absent)


def meeting_words(meeting: Meeting) -> str:
    """Status, kind, when and where of a meeting."""
    parts = [
        f"{meeting.status} {meeting.kind.replace('_', ' ')}",
        day_words(meeting.start, meeting.end, meeting.time_value),
        f"moved to {moved}" if (moved := day_words(meeting.new_start, meeting.new_end)) else "",
        ", ".join(part for part in (meeting.city, meeting.country) if part),
    ]
    return ", ".join(part for part in parts if part)


def entities_words(entities: Iterable[EntityRef]) -> str:
    """The names of entities, joined by semicolons."""
    return "; ".join(entity.name for entity in entities)


def action_words(action: Action) -> str:
    """What an event is: record, kind, truth if it is not told as a fact."""
    kind = getattr(action, "kind", None)
    marks: list[str] = [action.modality] if action.modality != "asserted" else []
    marks += ["not"] if action.polarity == "negated" else []
    head = " ".join([*marks, type(action).record_name(), *([f"({kind.replace('_', ' ')})"] if kind else [])])
    return f"{head} by {entities_words(action.actors)}" if action.actors else head


def entity_words(entity: EntityRef | None) -> str:
    """The name of an entity, nothing for None."""
    return entity.name if entity else ""
