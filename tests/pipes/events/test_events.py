"""Pledges, military actions and the other events: tables with counter-examples, in both languages."""

import time

import pytest

import coalition_nlp
from coalition_nlp.languages import rules
from coalition_nlp.pipes.events.models import NounRows, ThemeRows, VerbRows, read_senses


def events(language, text, published="2016-07-01"):
    return coalition_nlp.extract(text, language=language, published=published).actions


def one(language, text):
    found = events(language, text)
    assert len(found) == 1, [(e.record, e.trigger.text) for e in found]
    return found[0]


def who(entities):
    return [e.id if e.kind == "country" else e.name for e in entities]


@pytest.mark.parametrize(
    ("language", "text", "record", "kind", "actors", "recipients"),
    [
        ("de", "Außenministerin Anna Visser sagte der Ukraine 50 Millionen Euro zu.", "pledge", "money", ["Anna Visser"], ["UA"]),
        ("de", "Norwegen stellt 40 Millionen Euro für Schulen bereit.", "pledge", "money", ["NO"], []),
        ("de", "Außenminister Jan Holm sagte der Zeitung, Norwegen stelle 40 Millionen Euro bereit.", "pledge", "money", ["NO"], []),
        ("de", "Moskau wies drei EU-Diplomaten aus.", "sanction", "expulsion", ["RU"], []),
        ("de", "Die Regierung hat (wie im Mai angekündigt) 40 Millionen Euro zugesagt.", "pledge", "money", ["Regierung"], []),
        ("de", "Dänemark lieferte der Ukraine 30 Panzer.", "pledge", "equipment", ["DK"], ["UA"]),
        ("de", "Portugal entsandte 120 Soldaten nach Mali.", "military_action", "deployment", ["PT"], []),
        ("de", "Schweden zog seine Truppen aus Mali ab.", "military_action", "withdrawal", ["SE"], []),
        ("de", "Der Abzug der Truppen aus Mali hat begonnen.", "military_action", "withdrawal", [], []),
        ("de", "US-Kampfjets flogen Angriffe auf Stellungen der Miliz.", "military_action", "attack", ["US"], ["Stellungen der Miliz"]),
        ("de", "Kanada ist mit der Ausbildung kurdischer Soldaten in Erbil beteiligt.", "military_action", "training", ["CA"], ["kurdischer Soldaten"]),
        ("de", "Die EU hat neue Sanktionen gegen Belarus verhängt.", "sanction", "imposed", ["EU"], ["BY"]),
        ("de", "Norwegen und Kanada unterzeichneten am Montag ein Abkommen.", "agreement", "signed", ["NO", "CA"], []),
        ("de", "Die Armee eroberte die Stadt Mossul zurück.", "territorial_change", "liberated", ["Armee"], []),
        ("de", "Finnland forderte von der Türkei die Freilassung der Gefangenen.", "demand", None, ["FI"], ["TR"]),
        ("en", "Norway pledged 50 million euros for schools in Iraq.", "pledge", "money", ["NO"], []),
        ("en", "Denmark delivered 30 tanks to Ukraine.", "pledge", "equipment", ["DK"], ["UA"]),
        ("en", "Portugal sent 120 soldiers to Mali.", "military_action", "deployment", ["PT"], []),
        ("en", "Sweden pulled its troops out of Mali.", "military_action", "withdrawal", ["SE"], []),
        ("en", "Airstrikes by the US-led coalition on Mosul killed 30 people.", "military_action", "airstrike", ["US-led coalition"], ["Mosul", "30 people"]),
        ("en", "The EU imposed new sanctions on Belarus.", "sanction", "imposed", ["EU"], ["BY"]),
        ("en", "The government signed a peace agreement with the rebels.", "agreement", "signed", ["government"], ["rebels"]),
        ("en", "Canada joined the coalition in 2014.", "agreement", "joined", ["CA"], []),
        ("en", "Finland urged Turkey to release the prisoners.", "demand", None, ["FI"], ["TR"]),
        ("en", "Norway condemned the killing of two journalists.", "condemnation", None, ["NO"], []),
    ],
)  # fmt: skip
def test_record_and_roles(language, text, record, kind, actors, recipients):
    event = one(language, text)
    assert (event.record, getattr(event, "kind", None)) == (record, kind)
    assert who(event.actors) == actors
    assert who(event.recipients)[: len(recipients)] == recipients


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Regierung stellt die Frage nach den Kosten."),
        ("de", "Der Minister stellte fest, dass die Lage schwierig sei."),
        ("de", "Das Gericht verurteilte den Mann zu drei Jahren Haft."),
        ("de", "Sie berieten über die Fortsetzung des Einsatzes."),
        ("de", "Die Miliz ist in der Lage, Anschläge zu verüben."),
        ("de", "Er griff den Minister in seiner Rede scharf an."),
        ("de", "Der Konzern zog seinen Antrag zurück."),
        ("de", "Haben die USA Soldaten nach Mali geschickt?"),
        ("de", "Die Inflation fordert Opfer."),
        ("en", "The minister struck a conciliatory tone."),
        ("en", "The court condemned him to death."),
        ("en", "They discussed the fight against terrorism."),
        ("en", "The group remains capable of conducting attacks."),
        ("en", "Did Sweden send troops to Mali?"),
        ("en", "The company withdrew its offer."),
        ("en", "He sent a letter to Mali."),
    ],
)
def test_no_event(language, text):
    assert [(e.record, e.trigger.text) for e in events(language, text)] == []


@pytest.mark.parametrize(
    ("language", "text", "polarity", "modality"),
    [
        ("de", "Polen entsandte 90 Soldaten nach Mali.", "affirmed", "asserted"),
        ("de", "Polen entsandte keine Soldaten nach Mali.", "negated", "asserted"),
        ("de", "Polen will 90 Soldaten nach Mali entsenden.", "affirmed", "planned"),
        ("de", "Polen plant, 90 Soldaten nach Mali zu entsenden.", "affirmed", "planned"),
        ("de", "Polen hat nicht vor, Soldaten nach Mali zu entsenden.", "negated", "planned"),
        ("de", "Polen lehnt es ab, Soldaten nach Mali zu entsenden.", "negated", "planned"),
        ("de", "Polen könnte 90 Soldaten nach Mali entsenden.", "affirmed", "conditional"),
        ("de", "Polen muss 90 Soldaten nach Mali entsenden.", "affirmed", "proposed"),
        ("de", "Polen soll 90 Soldaten nach Mali entsandt haben.", "affirmed", "reported"),
        ("de", "Polen bestritt, Soldaten nach Mali entsandt zu haben.", "negated", "reported"),
        ("de", "Nicht nur Polen entsandte Soldaten nach Mali.", "affirmed", "asserted"),
        ("en", "Poland sent 90 soldiers to Mali.", "affirmed", "asserted"),
        ("en", "Poland did not send soldiers to Mali.", "negated", "asserted"),
        ("en", "Poland will send 90 soldiers to Mali.", "affirmed", "planned"),
        ("en", "Poland plans to send 90 soldiers to Mali.", "affirmed", "planned"),
        ("en", "Poland has no plans to send soldiers to Mali.", "negated", "planned"),
        ("en", "Poland refused to send soldiers to Mali.", "negated", "planned"),
        ("en", "Poland could send 90 soldiers to Mali.", "affirmed", "conditional"),
        ("en", "Poland should send 90 soldiers to Mali.", "affirmed", "proposed"),
        ("en", "Poland reportedly sent 90 soldiers to Mali.", "affirmed", "reported"),
        ("en", "Poland denied that it had sent soldiers to Mali.", "negated", "reported"),
        ("en", "Poland was accused of bombing a hospital in Mali.", "affirmed", "reported"),
        ("en", "Poland began to withdraw its troops from Mali.", "affirmed", "asserted"),
    ],
)
def test_truth_by_scope(language, text, polarity, modality):
    event = one(language, text)
    assert (event.polarity, event.modality) == (polarity, modality)


def test_figures_place_and_time_belong_to_their_event():
    event = one("de", "Bei einem Luftangriff der Koalition auf Mossul wurden am Montag 30 Zivilisten getötet.")
    document = coalition_nlp.extract(
        "Bei einem Luftangriff der Koalition auf Mossul wurden am Montag 30 Zivilisten getötet.",
        language="de", published="2016-07-01",
    )  # fmt: skip
    figures = {f.id: f for f in document.figures}
    assert [figures[i].value for i in event.casualties] == [30]
    assert (event.type, event.mode, event.country, event.time_value) == ("ASSAULT", "aerial", "IQ", "2016-06-27")


def test_the_victims_of_an_ing_clause_belong_to_the_event_before():
    event = one("en", "Russian warplanes carried out airstrikes on Idlib on Monday, killing 30 civilians.")
    assert who(event.actors) == ["RU"]
    assert len(event.casualties) == 1


def test_what_is_demanded_is_no_event_of_its_own_but_gives_the_mode():
    event = one("de", "Das Parlament forderte den Abzug ausländischer Truppen.")
    assert (event.record, event.mode) == ("demand", "yield")
    assert event.object.text == "den Abzug ausländischer Truppen"


def test_a_pledge_has_amount_purpose_and_year():
    event = one("en", "In 2017 Norway will provide 40 million dollars for schools.")
    assert (event.type, event.modality, event.year) == ("AGREE", "planned", 2017)
    assert event.amount and event.purpose.text == "schools"


def test_we_is_the_speaker():
    event = next(
        e for e in events("en", "“We condemn the attack on the convoy in Mali,” Foreign Minister Anna Visser said.")
        if e.record == "condemnation"
    )  # fmt: skip
    assert who(event.actors) == ["Anna Visser"]


def test_what_is_long_ago_is_recalled():
    assert one("en", "Poland sent 90 soldiers to Mali in 2013.").historical
    assert not one("en", "Poland sent 90 soldiers to Mali on Monday.").historical


def test_both_languages_have_words_for_every_sense():
    senses = set(read_senses())
    for language in ("de", "en"):
        verbs = rules(language, "events_verbs", VerbRows).rows
        nouns = rules(language, "events_nouns", NounRows).rows
        assert {row.sense for row in (*verbs, *nouns)} == senses
    classes = [{row.class_ for row in rules(language, "events_themes", ThemeRows).rows} for language in ("de", "en")]
    assert classes[0] == classes[1]


@pytest.mark.parametrize("language", ["de", "en"])
def test_hostile_text_costs_linear_time(language):
    text = "Soldaten und Truppen und " * 4000 if language == "de" else "troops and forces and " * 4000
    started = time.perf_counter()
    events(language, "Norway 1. " + text)
    assert time.perf_counter() - started < 60
