"""What the passage asks for: expressions between a name and the words before it, countries by place."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Fact, View

WINDOW = 130  # characters looked back for the preposition of a name
# "envoys of X": X is not there
SENT_BY = re.compile(
    r"\b(?:Vertreter[n]?|Gesandte[nr]?|Abgesandte[nr]?|Offiziere[n]?|Unterhändler[n]?|Anhänger[n]?|Truppen|Beauftragte[nr]?|"
    r"representatives?|envoys?|negotiators?|delegates?|officers?|allies|supporters|aides?|forces)\s+"
    r"(?:des|der|von|of|for|loyal\s+to)\s+(?:[a-zäöüß]+\s+){0,4}(?:[A-ZÄÖÜ][\w-]*\s+)?\Z"
)
CITY = re.compile(r"\s(?:City|Town|Beach|Springs)\Z")
LEADS = re.compile(r"[^,;]*\b(?i:with|between|by|from)\s+")
NOUN_BETWEEN = re.compile(
    r"(?<![\w-])(?:der|dem|den|des|einer|einem|seiner|seinem|ihrer|ihrem)\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ][a-zäöüß]+(?<!s)\s+\Z"
)
OF_A_PARTY = re.compile(r"\)\s+(?:seines|seiner|ihres|ihrer|von|des)\s+(?:[A-ZÄÖÜ][\w-]+\s+)?\Z")
ITS_MAN = re.compile(r"\)?\s+(?:seine[sr]|ihre[sr]|des|der|von)\s+(?:[\w-]+\s+){0,4}")
GOALS = re.compile(r",?\s*(?:(?:and|und|sowie)\s+)?(?:the\s+|die\s+|den\s+)?")
BEHIND_COMMA = re.compile(r"[^\W\d_]+,\s*(?:the\s+)?\Z")
AND = re.compile(r"\s*(?:und|sowie|and|as\s+well\s+as)\b")
PLURAL_BEFORE = re.compile(r"(?:\b[Dd]ie|[A-ZÄÖÜ][\w-]+\s+der)\s+(?:[a-zäöüß]+en\s+)?\Z")
ZUFOLGE = re.compile(r"\s+(?:\([^()]*\)\s*)?zufolge\b")
OWNER = re.compile(r"['’]s?\s+[a-zäöü]|s\s+(?:Sprecher|Büro|Haus|Regierung|Partei)")
# "unter anderem die Türkei": no preposition of the name behind
AMONG_OTHERS = re.compile(r"\b(?:unter\s+ander\w+|vor\s+allem|among\s+others?)\s+")


def countries(view: View) -> list[tuple[int, int, bool, int, Fact]]:
    """All mentions of countries by their start."""
    spots = [
        (m["start"], m["end"], m.get("form", "name") == "name", fact)
        for fact in view.get("countries")
        for m in fact["mentions"]
    ]
    ordered = [(start, end, named, order, fact) for order, (start, end, named, fact) in enumerate(spots)]
    return sorted(ordered, key=lambda item: (item[0], item[3]))
