"""Organizations: names joined in one record, bodies of states, counter-examples."""

import pytest

from .finding import found

COALITION = "Global Coalition against Daesh"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Nato tagt, der NATO-Rat schweigt.", [("Nato", "NATO", None)]),
        ("de", "Die Vereinten Nationen warnen; die UN helfen.", [("Vereinten Nationen", "United Nations", None)]),
        ("de", "Der EU-Gipfel dauert an.", [("EU", "European Union", None)]),
        ("de", "Dem Islamischen Staat fehlt Geld, der IS flieht.", [("Islamischen Staat", "Islamic State", None)]),
        ("de", "Die IAEO (auch IAEA) prüft.", [("IAEO", "International Atomic Energy Agency", None)]),
        ("de", "Die Regierung in Bagdad zögert.", [("Regierung in Bagdad", None, "IQ")]),
        ("de", "Das dänische Außenministerium schweigt.", [("dänische Außenministerium", None, "DK")]),
        ("en", "Daesh, or ISIL, lost ground.", [("Daesh", "Islamic State", None)]),
        ("en", "The Ministry of Defence of France said no.", [("Ministry of Defence of France", None, "FR")]),
        ("en", "The Ministry of Foreign Affairs and Trade of Peru said no.",
         [("Ministry of Foreign Affairs and Trade of Peru", None, "PE")]),
        ("en", "Togo's Ministry of Public Health said no.", [("Togo's Ministry of Public Health", None, "TG")]),
        ("en", "The Danish government agreed.", [("Danish government", None, "DK")]),
        ("en", "The government in Baghdad agreed.", [("government in Baghdad", None, "IQ")]),
        ("en", "The coalition against Islamic State met.", [("coalition against Islamic State", COALITION, None)]),
    ],
)  # fmt: skip
def test_finds(language, text, expected):
    assert [(o["name"], o.get("canonical"), o.get("country")) for o in found(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Extremistenmiliz Islamischer Staat (IS), auch Daesch oder Daisch, verlor; der IS-Ableger nicht."),
        ("de", "Der Islamische Staat im Irak und in Syrien, früher ISIL, floh, IS-Anhänger auch."),
        ("en", "The so-called Islamic State (IS), also ISIS, ISIL or Da'esh, lost; the IS group fled."),
        ("en", "Islamic State of Iraq and al-Sham, I.S. fighters and DAESH are one; ISIS-K is its branch."),
    ],
)
def test_the_many_names_of_the_islamic_state_are_one(language, text):
    assert [o["canonical"] for o in found(language, text)] == ["Islamic State"]
    assert len(found(language, text)[0]["mentions"]) >= 3


@pytest.mark.parametrize(
    ("language", "text", "name", "mentions"),
    [
        (
            "de",
            "Der Verein „Ufer“ und die Nordische Tangkommission (NTK) tagen. Die NTK rügt.",
            "Nordische Tangkommission",
            3,
        ),
        ("de", "Das Bundesamt für Muschelschutz (BfM) prüft, das BfM schweigt.", "Bundesamt für Muschelschutz", 3),
        ("en", "The Coastal Reed Council (CRC) met, and the CRC agreed.", "Coastal Reed Council", 3),
        ("en", "He leads the Movement for Open Dunes (MOD).", "Movement for Open Dunes", 2),
    ],
)
def test_bodies_introduced_with_their_abbreviation(language, text, name, mentions):
    (only,) = found(language, text)
    assert (only["name"], len(only["mentions"])) == (name, mentions)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Paula Reed (PR) spoke on the Coastal Reed Council (XYZ)."),
        ("en", "The Open Dunes Agreement (ODA) is signed at noon (GMT)."),
        ("de", "Das Freie Dünenabkommen (FDA) und Anna Rohr (AR) fehlten."),
        ("de", "Die Regierung schweigt."),
        ("de", "Uns fehlt ein Bündnis für Arbeit."),
        ("en", "This is what the government wants."),
        ("en", "A coalition of the willing is needed."),
    ],
)
def test_counter_examples(language, text):
    assert found(language, text) == []


def test_every_form_finds_its_own_organization() -> None:
    from coalition_nlp.knowledge.organizations import organizations
    from coalition_nlp.languages import rules
    from coalition_nlp.pipes.organizations.models import OrganizationForms

    for language in ("de", "en"):
        rows = rules(language, "organizations", OrganizationForms).rows
        forms = {row.form.replace("*", ""): organizations()[row.key].name for row in rows}
        text = "".join(f"x {form} x\n\n" for form in forms)
        seen = {text[m["start"] : m["end"]]: o.get("canonical") for o in found(language, text) for m in o["mentions"]}
        assert {form: name for form, name in forms.items() if seen.get(form) != name} == {}
