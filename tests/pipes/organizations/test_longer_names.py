"""Organizations: names that others have too, long forms, names beside nouns, bodies of several members."""

import pytest
import spacy

from .finding import found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Piloten der chilenischen Luftwaffe üben.", [("chilenischen Luftwaffe", None, "CL")]),
        ("de", "Chile lobt die Piloten seiner Luftwaffe.", []),
        ("de", "Deutschland hilft, die Luftwaffe fliegt von Zypern aus.", [("Luftwaffe", "German Air Force", "DE")]),
        ("de", "Die deutsche Luftwaffe übt.", [("Luftwaffe", "German Air Force", "DE")]),
        ("de", "Der Schweizer Bundesrat tagt.", [("Schweizer Bundesrat", None, "CH")]),
        ("de", "Im Sicherheitsrat gab es Streit.", [("Sicherheitsrat", "United Nations Security Council", None)]),
        ("de", "Der iranische Sicherheitsrat tagt.", [("iranische Sicherheitsrat", None, "IR")]),
        ("en", "The Dune Dwellers Congress met in Yemen.", [("Dune Dwellers Congress", None, None)]),
        ("en", "The Philippine Congress voted.", [("Philippine Congress", None, "PH")]),
        ("en", "The United States waits: Congress votes today.", [("Congress", "US Congress", "US")]),
        ("en", "The Senate of Kenya agreed.", [("Senate of Kenya", None, "KE")]),
        ("en", "The Security Council of Russia met.", [("Security Council of Russia", None, "RU")]),
    ],
)
def test_names_that_others_have_too(language, text, expected):
    assert [(o["name"], o.get("canonical"), o.get("country")) for o in found(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "name", "kind", "mentions"),
    [
        ("de", "Die Befreiungsfront von Sandland (SLF) und die SLF.", "Befreiungsfront von Sandland", "armed_group", 3),
        ("de", "Die regierende Nationalunion von Sandland (SNU) siegt.", "Nationalunion von Sandland", "party", 2),
        ("de", "Die oppositionelle Bewegung für Freie Dünen (MDL).", "Bewegung für Freie Dünen", "party", 2),
        ("de", "Die Dünische Rohrkommission (CRD) rügt. Lob der Dünischen Rohrkommission.", "Dünischen Rohrkommission",
         "other", 3),
        ("en", "The rebel Front for the Liberation of Dunes (FLD) met.", "Front for the Liberation of Dunes",
         "armed_group", 2),
        ("en", "The Dune Monitoring Mechanism’s (DMM) head spoke.", "Dune Monitoring Mechanism", "other", 2),
    ],
)  # fmt: skip
def test_long_forms_with_an_abbreviation_of_another_language(language, text, name, kind, mentions):
    (only,) = found(language, text)
    assert (only["name"], only["kind"], len(only["mentions"])) == (name, kind, mentions)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Terrorgruppe Ansar-e-Rohr floh.", [("Ansar-e-Rohr", "armed_group")]),
        ("de", "Das meldet die Nachrichtenagentur TRX.", [("TRX", "media")]),
        ("de", "Die Rebellengruppe Soldaten floh.", []),
        ("de", "Der Nato-Georgien-Rat tagt.", [("Nato-Georgien-Rat", "international")]),
        ("de", "Der Nato-Russland-Rat tagt.", [("Nato-Russland-Rat", "international")]),
        ("en", "The NATO-Georgia Commission met.", [("NATO-Georgia Commission", "international")]),
        ("en", "The militant group Ansar-e-Reed fled.", [("Ansar-e-Reed", "armed_group")]),
        ("en", "The State Department Bureau of Coasts, Reeds, and Tides paid.",
         [("State Department", "government"), ("Bureau of Coasts, Reeds, and Tides", "government")]),
        ("en", "The Bureau of Reeds paid.", []),
    ],
)  # fmt: skip
def test_names_beside_what_they_are(language, text, expected):
    assert [(o["name"], o["kind"]) for o in found(language, text)] == expected


def test_a_shorter_name_joins_the_longer_one_it_begins():
    (only,) = found("en", "The Dune Council (DC) met. The Dune Council (DC) of the coast met again.")
    assert len(only["mentions"]) == 4


BAD = (
    "DIE UNO UND DIE OAS TAGEN IN GENF.Moskau reagiert.\n",
    "Der Сicherheitsrat und die \u202bحزب الله\u202c-Miliz (HBL) in Ko\u0308ln, São Tome\u0301.\n",
    "NATO|EU|UN\t12\t13\n(((AU)))(TPLF) \u200bNato\u200b-Russland-Rat",
    "Terrorgruppe \nNachrichtenagentur (X) Bureau of \U0001f600 Congress",
)


@pytest.mark.parametrize("language", ["de", "en"])
def test_bad_input_keeps_offsets_true(language):
    nlp = spacy.blank(language)
    for name in ("countries", "organizations", "places"):
        nlp.add_pipe(f"coalition_{name}")
    for text in (*BAD, "".join(BAD), "".join(reversed(BAD)) * 20):
        doc = nlp(text)
        for key in ("countries", "organizations", "places"):
            for fact in doc._.coalition[key]:
                for spot in fact["mentions"]:
                    assert 0 <= spot["start"] < spot["end"] <= len(text)
                    assert text[spot["start"] : spot["end"]].strip()
                if key == "organizations":
                    assert fact["name"] in {" ".join(text[m["start"] : m["end"]].split()) for m in fact["mentions"]}
