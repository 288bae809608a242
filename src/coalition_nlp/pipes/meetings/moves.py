"""The day a postponed meeting was moved to: "auf den 5. Mai verschoben", "moved from 3 to 5 May"."""

from __future__ import annotations

import datetime as dt
import re

from coalition_nlp.pipes.base import Fact
from coalition_nlp.pipes.times.calendar import interval

from .circumstances import read_times
from .models import Candidate
from .passage import Passage
from .status import in_next_year, year_later

_LENGTH = re.compile(r"P(\d+)([DW])")


def read_move(candidate: Candidate, passage: Passage) -> None:
    """Part the old date of a postponed meeting from the new one."""
    text, rules = passage.text, passage.rules
    left, right = candidate.scope[0].start, candidate.scope[-1].end
    if rules.times.until_behind.match(text, right):  # "postponed until 5 July": English opens a clause there
        right = min(right + 40, candidate.sentence.end)
    spots = [
        spot for spot in passage.times_in(left, right)
        if spot[2].get("type") in ("DATE", "TIME", "DURATION") and not (candidate.start <= spot[0] < candidate.end)
    ]  # fmt: skip
    for index, (start, _, fact) in enumerate(spots):
        before = text[max(left, start - 120) : start]
        if fact.get("type") == "DURATION":
            length = _LENGTH.fullmatch(str(fact.get("value")))
            if length and rules.found["shift_before"].search(before) and candidate.times:
                days = dt.timedelta(days=int(length[1]) * (7 if length[2] == "W" else 1))
                span = interval(str(candidate.times[0].get("value")))
                if span is not None:
                    candidate.moved = (span[0] + days, span[1] + days)
                    return
            continue
        if not rules.found["new_date_before"].search(before):
            continue
        moved = _span(fact, candidate, passage)
        if moved is None:
            continue
        following = spots[index + 1] if index + 1 < len(spots) else None
        new = {start}
        if following is not None and rules.times.range.fullmatch(text[spots[index][1] : following[0]]):
            last = _span(following[2], candidate, passage)
            moved = (moved[0], last[1]) if last is not None and last[1] > moved[0] else moved
            new.add(following[0])
        candidate.moved = moved
        old = read_times(candidate, passage, without=new)
        if not old and index and rules.times.moved_from.search(text[left : spots[index - 1][0]]):
            old = [spots[index - 1][2]]  # "vom 3. Mai auf den 7. Juni"
        candidate.times = [_near(_alone(f), moved[0], passage.text) for f in old]
        return


def _span(fact: Fact, candidate: Candidate, passage: Passage) -> tuple[dt.date, dt.date] | None:
    """First and last day by the value: what the pipe of the times took for a range is none here."""
    coming = in_next_year([fact], passage)[0]
    if coming.get("mod"):  # "early September": narrower than its value
        first, last = coming.get("start"), coming.get("end")
        return (dt.date.fromisoformat(str(first)), dt.date.fromisoformat(str(last or first))) if first else None
    return interval(str(coming.get("value")))


def _near(fact: Fact, moved: dt.date, text: str) -> Fact:
    """ "vom 14. auf den 16. Juni": both of one year."""
    spot, start = fact["mention"], dt.date.fromisoformat(str(fact["start"]))
    value = str(fact.get("value"))
    written = re.search(r"\d{4}", text[spot["start"] : spot["end"]])
    if written or (moved - start).days < 300 or re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", value) is None:
        return fact
    try:
        return {**fact, **{k: year_later(str(fact[k])) for k in ("value", "start", "end") if fact.get(k)}}
    except ValueError:  # 29 February
        return fact


def _alone(fact: Fact) -> Fact:
    """The old date without the new one as its end ("from 3 to 5 May")."""
    span = interval(str(fact.get("value")))
    return fact if span is None or fact.get("mod") else {**fact, "start": str(span[0]), "end": str(span[1])}
