"""What an expression means in its text: tense, dates named before it, ranges, mods, no publication date.

Expressions stand in brackets, with the value behind a bar; every expression of the text must be marked.
"""

import re

import pytest
import spacy

from coalition_nlp.pipes.base import facts

PUBLISHED = "2015-09-16"  # a Wednesday
_PIPELINES = {}


def times(language, text, published=PUBLISHED):
    if language not in _PIPELINES:
        nlp = _PIPELINES[language] = spacy.blank(language)
        nlp.add_pipe("coalition_sentences")
        nlp.add_pipe("coalition_times")
    nlp = _PIPELINES[language]
    doc = nlp.make_doc(text)
    facts(doc)["published"] = published
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return facts(doc)["times"]


def marked(example):
    """The text without markup and what it says: (expression, value)."""
    assert example.count("[") == example.count("]") == example.count("|"), f"malformed markup: {example}"
    wanted = [tuple(m.group(1).split("|")) for m in re.finditer(r"\[([^\[\]]+)\]", example)]
    return re.sub(r"\[([^\[\]|]+)\|[^\[\]]+\]", r"\1", example), wanted


def read(language, example, published=PUBLISHED):
    text, wanted = marked(example)
    found = times(language, text, published)
    assert [(text[t["mention"]["start"] : t["mention"]["end"]], t["value"]) for t in found] == wanted
    return found


GERMAN = [
    "Sie kündigte ein Treffen im [Oktober|2015-10] an. Er kündigte im [März|2015-03] an, dass er geht.",
    "Am [Donnerstag|2015-09-17] gibt es einen Termin, am [Freitag|2015-09-18] ist er in Rom.",
    "Hilfe gibt es in [diesem|2015] und den [nächsten Jahren|PXY]; die Leitung ist [24 Stunden am Tag|P1D] besetzt.",
    "Die Waffenruhe gilt seit [Mitternacht|2015-09-16T00:00]. Am [Dienstag in den frühen Morgenstunden|2015-09-15TMO]",
    # weekdays: the last one in a report, the next one where the text looks ahead
    "Das teilte die Ministerin am [Donnerstag|2015-09-10] mit.",
    "Die Ministerin wird am [Donnerstag|2015-09-17] nach Wien reisen.",
    "Sie kündigte für [Freitag|2015-09-18] eine Sitzung an.",
    "Am [Mittwoch|2015-09-16] tagte der Rat.",
    "Sie sagte am [Montag|2015-09-14], dass der Rat am [Freitag|2015-09-18] zusammentreten werde.",
    "Bis [kommenden Mittwoch|2015-09-23] ist Zeit.",
    "Am [vergangenen Mittwoch|2015-09-09] war Sitzung.",
    "Sitzung des Rates am [Freitag|2015-09-18] in Wien\n\nDer Rat wird am [Freitag|2015-09-18] tagen.",
    "[Vergangene Woche|2015-W37] wurde von [Montag|2015-09-07] bis [Freitag|2015-09-11] verhandelt.",
    "In der [Nacht auf Mittwoch|2015-09-15TNI] gab es Schüsse.",
    "In der [Nacht zum 1. Januar 2015|2014-12-31TNI] gab es Schüsse.",
    "Der Senat hat noch bis [Freitag|2015-09-18] Zeit.",
    "Der Senat hat am [Freitag|2015-09-11] lange beraten.",
    # dates without a year
    "Am [31. März|2015-03-31] endete das Mandat.",
    "Das Mandat soll am [31. März|2016-03-31] enden.",
    "Im [Oktober|2014-10] wurde er verhaftet.",
    "Ab [Oktober|2015-10] soll geliefert werden.",
    "Seit [November|2014-11] wird gestritten.",
    "Ein für [Ende April|2015-04] geplantes Treffen wurde abgesagt.",
    "Sie trafen sich im [Dezember|2014-12]. Sie wollen sich im [Januar|2016-01] wieder treffen.",
    "Im [Mai vergangenen Jahres|2014-05] begann es.",
    # on the last date in the text
    "Am [3. März 2014|2014-03-03] kam sie an. [Zwei Tage später|2014-03-05] reiste sie ab.",
    "Am [3. März 2014|2014-03-03] kam sie an. Am [selben Tag|2014-03-03] trat er zurück.",
    "Am [3. März 2014|2014-03-03] kam sie an. [Drei Wochen zuvor|2014-W07] war er da.",
    "Am [Montag|2015-09-14] kam sie um [15 Uhr|2015-09-14T15:00] an.",
    "[Heute|2015-09-16], [Mittwoch|2015-09-16], beginnt um [20 Uhr|2015-09-16T20:00] die Messe.",
    "Am [Montag|2015-09-14] wurde gestritten. Begonnen hatte es am [Freitag|2015-09-11]. Am [Abend|2015-09-14TEV] war "
    "Schluss.",
    # counted from the publication
    "[Vor zwei Jahren|2013] begann es.".replace("[Vor zwei", "Vor [zwei"),
    "Vor [drei Monaten|2015-06], vor [zwei Wochen|2015-W36] und vor [zwei Tagen|2015-09-14] gab es Streit.",
    "In [zwei Monaten|2015-11] wird gewählt.",
    "Seit [zwei Monaten|P2M] wird gestritten, binnen [15 Tagen|P15D] muss es enden.",
    "Er wurde zum dritten Mal in [zwei Jahren|P2Y] gewählt.",
    # periods, sets, references
    "[Ende dieses Jahres|2015], [Mitte nächster Woche|2015-W39], im [ersten Halbjahr 2014|2014-H1]",
    "In den [kommenden Monaten|PXM] und den [nächsten zehn Jahren|P10Y]",
    "Sie tagen [jeden Montag|XXXX-WXX-1], [alle drei Monate|P3M] und [jährlich|P1Y].",
    "[Derzeit|PRESENT_REF] ruht alles, was [kürzlich|PAST_REF] begann und [demnächst|FUTURE_REF] endet.",
    "Die [80er Jahre|198X], das [19. Jahrhundert|18] und die [neunziger Jahre|199X]",
    "[Ostern 2014|2014-04-20] und [Pfingsten 2016|2016-05-15]",
    "Nach [zweitägigen|P2D] Gesprächen und [jahrelangem|PXY] Streit",
    "Vom [3.|2016-05-03] bis [5. Mai 2016|2016-05-05] und [2010|2010] bis [2014|2014]",
    "MÜNCHEN, [12. MÄRZ 2015|2015-03-12] — Der Rat tagte.",
    # words of the past behind a date and in it, plans, announcements
    "Der am [Montag|2015-09-14] verhaftete Mann wird [morgen|2015-09-17] vorgeführt.",
    "Die am [Freitag|2015-09-18] beginnende Messe wurde gut gebucht.",
    "[Ende März|2015-03] geplantes Treffen musste verschoben werden.",
    "Im [Dezember|2014-12] verschwand das Schiff.",
    "Am [Sonntag|2015-09-20] lädt der Verein zum Fest. Beginn ist um [14 Uhr|2015-09-20T14:00].",
    "Das Turnier findet vom [20.|2015-10-20] bis [22. Oktober|2015-10-22] statt.",
    "Für [Mai|2016-05] ist die Einweihung vorgesehen.",
    "Gegen [23.15 Uhr|2015-09-16T23:15] brannte es, gegen [0.30 Uhr|2015-09-17T00:30] kam die Feuerwehr.",
    "[1942|1942] wurde sie verhaftet, im [August|1942-08] kam sie frei.",
    "Das [1998|1998] gegründete Blatt wurde im [März|2015-03] verkauft.",
    "Am [Samstag|2015-05-02] und [Sonntag|2015-05-03], [2.|2015-05-02] und [3. Mai|2015-05-03], wurde gefeiert.",
    "Am [Abend des 4. Mai|2015-05-04TEV] brannte es.",
    "Im [März 2013|2013-03] siegte sie, im [Mai desselben Jahres|2013-05] verlor sie.",
    # vague expressions
    "Seit [langem|PXX] und für [kurze Zeit|PXX], erst seit [kurzem|PAST_REF]",
    "In den [Folgejahren|PXY], an [Wochenenden|XXXX-WXX-WE], [werktags|P1D] und [montagabends|XXXX-WXX-1TEV]",
    "[Mitte der Achtziger|198X], in den [späten Neunzigern|199X] und den [siebziger|197X] und [achtziger Jahren|198X]",
    "Im [laufenden|2015] und im [kommenden Jahr|2016], [Sommer ’99|1999-SU], [1939|1939]-[45|1945]",
    "Der damalige und der jetzige Minister, der derzeitige Präsident, ein ehemals mächtiger Mann",
    "Im [November des vergangenen Jahres|2014-11] und im [Herbst des vorigen Jahres|2014-FA], am [3. April des kommenden Jahres|2016-04-03]",
    "Am [Freitag|2015-09-18] absolviert sie Termine. Am [Montag|2015-09-14] bat er um Rat.",
    "Der Mann, der [1980|1980] das Amt geerbt hatte, ließ sich am [27. Mai|2015-05-27] bestätigen.",
    "Er landete am [Montag in der Früh|2015-09-14TMO]. Nach den Resolutionen 1718, 1874 und 2087 ist das verboten.",
    "Am [vorangegangenen Wochenende|2015-W37-WE], seit [Jahrzehnten|PXY]",
    "[146 v. Chr.|BC0146], [79 n. Chr.|0079], im [5. Jahrhundert v. Chr.|BC04]",
    "Sie kam nach [2:11:24 Stunden|PT2H11M24S] ins Ziel.",
    # no times
    "Nicht zuletzt deshalb kam sie viel früher als er; zur Zeit der Römer war das anders.",
    "Der TSV Neustadt 1894 und 1860 München, Märchen aus 1001 Nacht, Seite 1945, von 2000 auf 1800 gesunken",
    "Gedichte von August Winter, ein 16 Monate altes Kind und eine Frau in den Vierzigern",
    "Die Resolution 2254 (2015) und die Agenda 2030 nennen Artikel 5 und § 12.",
    "Der 42-Jährige, die 65 Jahre alte Frau und die zehnjährige Tochter wohnen in Halle 3.",
    "Es kamen 2015 Soldaten, rund 2000 Polizisten und 1990 Euro.",
    "Theresa May, Ernst August und Jerzy Montag stehen auf Platz 3.",
    "Spielstand 2:1, Version 2.0, Tel. 0471 123456, 3,5 Prozent",
    "Früher oder später kommt eines Tages jemand.",
    "Der 31. Februar 2015 und der 29.02.2019",
]
ENGLISH = [
    "He joined them on Ruritania’s 62nd Independence Day and before [Independence Day|2015-07-04].",
    "It will come [a few weeks|PXW] after the talks. Nothing is resolved overnight. In the [coming few weeks|PXW]",
    "They discussed priorities for the summit in [October|2015-10] and an [upcoming|FUTURE_REF] visit.",
    "UN Resolutions 1718, 1874, and 2094. They talk [24 hours a day, seven days a week|P1D].",
    "The land they [once|PAST_REF] controlled was free; once again they met, once a [year|P1Y].",
    "The minister said so on [Thursday|2015-09-10].",
    "The minister will travel to Vienna on [Thursday|2015-09-17].",
    "She said on [Monday|2015-09-14] that the council will meet on [Friday|2015-09-18].",
    "The council met on [Wednesday|2015-09-16].",
    "They will meet [next Tuesday|2015-09-22]; [last Tuesday|2015-09-15] they did not.",
    "The rebels have until [Friday|2015-09-18] to leave.",
    "The session on [Tuesday night|2015-09-15TNI] broke up.",
    "It starts at [3 p.m. on Friday|2015-09-18T15:00].".replace("starts", "will start"),
    "The mandate ended on [March 31|2015-03-31].",
    "The mandate will end on [31 March|2016-03-31].",
    "He was arrested in [October|2014-10].",
    "Since [November|2014-11] they have quarrelled.",
    "The meeting planned for [late April|2015-04] was called off.",
    "They hailed the [November 23|2014-11-23] agreement.",
    "She came on [March 3, 2014|2014-03-03]. [Two days later|2014-03-05] she left. He spoke on the [same day|2014-03-05].",
    "It began [two years ago|2013], was renewed [three months ago|2015-06] and ends in [two weeks|2015-W40].",
    "For [two months|P2M], since [2014|2014], within [48 hours|PT48H]",
    "In [recent weeks|PXW] and the [next ten years|P10Y], over the [past decade|P10Y]",
    "The [second half of 2014|2014-H2], [first week of May 2014|2014-W18], [third quarter of 2014|2014-Q3]",
    "They meet [every Monday|XXXX-WXX-1], [every three months|P3M] and [annually|P1Y].",
    "The talks are [currently|PRESENT_REF] on hold; [recently|PAST_REF] they were not; they resume [soon|FUTURE_REF].",
    "From [March 3|2016-03-03] to [8, 2016|2016-03-08], [June 29|2014-06-29]-[30, 2014|2014-06-30]",
    "In the [1980s|198X], the [19th century|18] and the [early 1990s|199X]",
    "[Easter 2014|2014-04-20], [Christmas Day 2014|2014-12-25], [Thanksgiving 2014|2014-11-27]",
    "After [two-day|P2D] talks and a [decade-long|P10Y] dispute",
    "WASHINGTON, [AUGUST 3, 2015|2015-08-03] — The council met.",
    "It costs $3 million a [year|P1Y].",
    "In the [late 1960s|196X], the [mid-20th century|19], [1979|1979]-[90|1990], in [146 B.C.|BC0146] and [A.D. 79|0079]",
    "For a [long time|PXX], on [weekdays|P1D], in the class of [’98|1998], by [midyear|2015]",
    "Open from [10 a.m.|2015-09-16T10:00]-[4 p.m.|2015-09-16T16:00]; the [2001-02|2001] season",
    "Police are seeking charges in a crash [Tuesday morning|2015-09-15TMO]. The hearing is [Friday|2015-09-18].",
    "She got more votes than any Democrat in [50 years|P50Y]. [Earlier Tuesday|2015-09-15] it rained.",
    "Page 1945 and the 1400 block; a poem by August Winter",
    "Resolution 2254 (2015) and the 2030 people of Article 5",
    "Resolutions 1718, 1874, and 2087 have held since the [beginning of Fiscal Year 2014|2014].",
    "He went to Accra in [May|2015-05] to meet the envoy. They praised the next round of talks on [October 5|2015-10-05].",
    "Theresa May said he may march; the 42-year-old and the 65-year-old man did.",
    "About 2000 troops, 1990 dollars, version 2.0, 3.5 percent, 24/7",
    "It was now held online; for the first time, one day it will end.",
    "February 31, 2015 and 29.02.2019",
]


@pytest.mark.parametrize("example", GERMAN)
def test_german(example):
    read("de", example)


@pytest.mark.parametrize("example", ENGLISH)
def test_english(example):
    read("en", example)


UNRESOLVED = [
    ("de", "Am [Montag|XXXX-WXX-1] und [gestern|XXXX-XX-XX], im [Mai|XXXX-05], am [3. Mai|XXXX-05-03]"),
    ("de", "[Nächste Woche|XXXX-WXX], vor [zwei Jahren|XXXX], im [Sommer|XXXX-SU], am [Abend|XXXX-XX-XXTEV]"),
    ("en", "On [Monday|XXXX-WXX-1] and [yesterday|XXXX-XX-XX], in [May|XXXX-05], on [May 3|XXXX-05-03]"),
    ("en", "[Next week|XXXX-WXX], [two years ago|XXXX], in the [summer|XXXX-SU], in the [evening|XXXX-XX-XXTEV]"),
]


@pytest.mark.parametrize(("language", "example"), UNRESOLVED)
def test_without_publication_date_nothing_is_invented(language, example):
    for time in read(language, example, published=None):
        assert time["resolved"] is False
        assert "start" not in time


@pytest.mark.parametrize(
    ("language", "text", "mod", "start", "end"),
    [
        ("de", "Ende April 2015 war Schluss.", "END", "2015-04-21", "2015-04-30"),
        ("de", "Anfang 2014 war Schluss.", "START", "2014-01-01", "2014-05-01"),
        ("de", "Im Herbst 2014 war Schluss.", None, "2014-09-01", "2014-11-30"),
        ("de", "Nächste Woche ist Schluss.", None, "2015-09-21", "2015-09-27"),
        ("de", "Gegen 15 Uhr war Schluss.", "APPROX", "2015-09-16", "2015-09-16"),
        ("de", "Seit rund zwei Jahren ist Schluss.", "APPROX", None, None),
        ("de", "Seit mehr als zwei Jahren ist Schluss.", "MORE_THAN", None, None),
        ("en", "It ended in mid-2014.", "MID", "2014-05-02", "2014-09-01"),
        ("en", "It ended in the third quarter of 2014.", None, "2014-07-01", "2014-09-30"),
        ("en", "It took almost two years.", "LESS_THAN", None, None),
    ],
)
def test_mod_and_interval(language, text, mod, start, end):
    (time,) = times(language, text)
    assert (time.get("mod"), time.get("start"), time.get("end")) == (mod, start, end)


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Vom 3. bis 5. Mai 2014 war Messe."), ("en", "From May 3 to 5, 2014 they met.")]
)
def test_a_range_has_one_interval(language, text):
    assert [(t["start"], t["end"]) for t in times(language, text)] == [("2014-05-03", "2014-05-05")] * 2


def test_a_quote_in_the_other_language_is_read():
    text = "Der Rat tagte in Rom und beriet sich.\nWe are at the end of the road today\n— Ann Bee (@annbee) May 3, 2015"
    assert [t["value"] for t in times("de", text)] == ["2015-09-16", "2015-05-03"]


APPROXIMATE = [
    (
        "de",
        "2017-03",
        "In [diesem Monat|2017-03] und vor [zwei Jahren|2015], im [Februar|2017-02], [letztes Jahr|2016]",
    ),
    ("de", "2017-03", "Am [Montag|XXXX-WXX-1] und [gestern|XXXX-XX-XX], in der [nächsten Woche|XXXX-WXX]"),
    ("de", "2017", "In [diesem Jahr|2017], am [Montag|XXXX-WXX-1], im [vergangenen Monat|XXXX-XX]"),
    ("en", "2017-03", "[This month|2017-03], [two years ago|2015], on [Monday|XXXX-WXX-1], [last week|XXXX-WXX]"),
]


@pytest.mark.parametrize(("language", "published", "example"), APPROXIMATE)
def test_what_holds_for_the_whole_month_of_publication_is_settled(language, published, example):
    text, wanted = marked(example)
    times(language, "x")
    nlp = _PIPELINES[language]
    doc = nlp.make_doc(text)
    facts(doc).update(published=None, published_value=published)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    found = facts(doc)["times"]
    assert [(text[t["mention"]["start"] : t["mention"]["end"]], t["value"]) for t in found] == wanted
    assert all(t.get("resolved", True) == ("X" not in t["value"]) for t in found)
