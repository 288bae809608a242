"""What the surroundings say of a figure: casualties, votes, sums, nouns told elsewhere, lists; and what is no figure."""

import re

import pytest

from .test_figures import plain, shown

CASES = [
    ("de", "In Kaltbach starben [23 Menschen], in Neustadt [15], im Umland weitere [sieben].", ["23 count death exact", "15 count death exact", "7 count death exact"]),
    ("de", "Es starben [vier Frauen], [drei Männer] und [zwei Kinder].", ["4 count death exact", "3 count death exact", "2 count death exact"]),
    ("de", "Die Angreifer brachten [30 Geiseln] um.", ["30 count death exact"]),
    ("de", "Bei dem Sturm starben [40 Menschen], [900 Menschen] sind auf der Flucht.", ["40 count death exact", "900 count person exact"]),
    ("de", "Berlin gibt [zwei Milliarden Euro]. Nötig wären [fünf Milliarden], sagt der Minister.", ["2000000000 money EUR exact", "5000000000 money EUR exact"]),
    ("de", "Mehr als [300 Jets, Hubschrauber und Schiffe] üben mit.", ["300 count jet-or-helicopter-or-ship more_than"]),
    ("de", "Es kamen [200 Personen und Firmen], dazu [70 Lang-] und [50 Kurzstreckenraketen].", ["200 count person-or-company exact", "70 count short-range-missile exact", "50 count short-range-missile exact"]),
    ("de", "Mehr als die [Hälfte der Wähler] blieb fern.", ["0.5 fraction voter more_than"]),
    ("de", "[Mehrere hunderttausend Menschen] flohen; [Tausende] demonstrierten.", [">100000 count person at_least", ">1000 count person at_least"]),
    ("de", "Die Zahl der Vermissten beträgt [340], die der Toten [1.200].", ["340 count missing-person exact", "1200 count death exact"]),
    ("de", "Sie lieferten [500 „Falke“-Raketen] und [20+ Panzer].", ["500 count missile exact", "20 count tank at_least"]),
    ("de", "Die Teilnehmer: [120].", ["120 count participant exact"]),
    ("de", "Das Parlament stimmte mit [98] zu [2 Stimmen] zu.", ["98 count vote exact", "2 count vote exact"]),
    ("de", "Das Finale endete 3-1; Schüler im Alter von 12, 13 oder 15 Jahren sahen zu.", []),
    ("en", "[23 people] were killed in Oakham, [15] in Elmsby.", ["23 count death exact", "15 count death exact"]),
    ("en", "The blast killed [14 guards], [three gunmen] and injured [60].", ["14 count death exact", "3 count death exact", "60 count injury exact"]),
    ("en", "It killed [ten soldiers], officials and witnesses said.", ["10 count death exact"]),
    ("en", "The army lost [40 Broncos].", ["40 count bronco exact"]),
    ("en", "The motion passed with [88] in favour, [53] against and [23 abstentions].", ["88 count vote exact", "53 count vote exact", "23 count abstention exact"]),
    ("en", "[Ten states] voted for it, [four] against.", ["10 count state exact", "4 count state exact"]),
    ("en", "They froze [260 billion euros]; some [3 billion] may follow.", ["260000000000 money EUR exact", "3000000000 money EUR approx"]),
    ("en", "The pact cuts warheads from [19,000] to [6,100].", ["19000 count warhead exact", "6100 count warhead exact"]),
    ("en", "It has [1.2m soldiers] and a [300km] range.", ["1200000 count soldier exact", "300 measure km exact"]),
    ("en", "[One in five Malians] and [a fifth of the land] suffer.", ["0.2 fraction malian exact", "0.2 fraction land exact"]),
    ("en", "[Five South Sudanese relief workers] came with [30-odd envoys].", ["5 count relief-worker exact", "30 count envoy approx"]),
    ("en", "A third round of talks, a second minister, a twenty-fifth anniversary; citizens over 18, as agreed.", []),
    ("en", "She stays at the \"Four Gates\" and the match ended 3-1.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "expected"), [c for c in CASES if c[2] is not None])
def test_context(find, language, sentence, expected):
    assert sentence.count("[") == sentence.count("]") == len(expected), "malformed case"
    found = find(language, plain(sentence))
    assert [f["text"] for f in found] == re.findall(r"\[([^\]]+)\]", sentence)
    assert [shown(f) for f in found] == expected


@pytest.mark.parametrize(
    ("language", "word", "singular"),
    [("en", "gunmen", "gunman"), ("en", "sorties", "sortie"), ("en", "specimen", "specimen"), ("en", "warehouses", "warehouse"),
     ("en", "vetoes", "veto"), ("de", "Reaktoren", "Reaktor"), ("de", "Fabriken", "Fabrik"), ("de", "Land", "Land")],
)  # fmt: skip
def test_singular(language, word, singular):
    from coalition_nlp.pipes.figures import plurals

    assert (plurals.singular if language == "en" else plurals.german_singular)(word) == singular
