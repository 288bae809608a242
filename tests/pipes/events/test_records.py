"""Each kind of record in each language: at least five sentences that tell one and three that do not."""

import pytest

import coalition_nlp

TELLS = {
    ("de", "pledge"): [
        "Norwegen sagte 30 Millionen Euro für den Wiederaufbau zu.",
        "Kanada stellt 12 Millionen Dollar für Flüchtlinge bereit.",
        "Finnland liefert der Ukraine 20 Haubitzen.",
        "An der Mission ATALANTA beteiligt sich die Marine mit 300 Soldaten.",
        "Japan will Jordanien Hilfsgüter schicken.",
    ],
    ("en", "pledge"): [
        "Norway pledged 30 million euros for reconstruction.",
        "Canada provided 12 million dollars for refugees.",
        "Finland delivered 20 howitzers to Ukraine.",
        "Japan will send medical supplies to Jordan.",
        "The United States announced more than $40 million in additional humanitarian assistance.",
    ],
    ("de", "military_action"): [
        "Kampfjets der Koalition bombardierten am Montag Stellungen der Miliz.",
        "Portugal entsandte 90 Soldaten nach Mali.",
        "Schweden zog seine Truppen aus Mali ab.",
        "Die Terrorgruppe reklamierte den Anschlag in Kabul für sich, bei dem 14 Menschen starben.",
        "Die Armee schoss zwei Flugzeuge der Nachbarn ab.",
    ],
    ("en", "military_action"): [
        "Coalition jets bombed militia positions on Monday.",
        "Portugal sent 90 soldiers to Mali.",
        "Sweden withdrew its troops from Mali.",
        "The group claimed responsibility for the suicide attack in Kabul.",
        "The rebels shelled the airport, killing nine soldiers.",
    ],
    ("de", "territorial_change"): [
        "Die Armee eroberte die Stadt Mossul zurück.",
        "Die Rebellen nahmen den Flughafen ein.",
        "Die Miliz verlor 40 Prozent ihres Gebiets.",
        "Die Truppen befreiten am Dienstag die Provinz Anbar.",
        "Die Miliz hat die Hauptstadt erobert.",
    ],
    ("en", "territorial_change"): [
        "The army recaptured the city of Mosul.",
        "The rebels seized the airport.",
        "The militia has lost 40 percent of its territory.",
        "Iraqi forces have retaken large portions of Ramadi.",
        "The coalition pushed the militia out of approximately 30 percent of the territory.",
    ],
    ("de", "agreement"): [
        "Norwegen und Kanada unterzeichneten am Montag ein Abkommen.",
        "Die Regierung und die Rebellen vereinbarten eine Waffenruhe.",
        "Das Parlament ratifizierte das Abkommen.",
        "Das Kabinett billigte die Resolution der Vereinten Nationen.",
        "Die Rebellen haben die Waffenruhe gebrochen.",
    ],
    ("en", "agreement"): [
        "Norway and Canada signed an agreement on Monday.",
        "The government and the rebels agreed to a ceasefire.",
        "The parliament ratified the agreement.",
        "The cabinet approved the draft resolution.",
        "The truce was broken by the rebels.",
    ],
    ("de", "sanction"): [
        "Die EU verhängte neue Sanktionen gegen Belarus.",
        "Die EU verlängerte die Sanktionen gegen Russland um sechs Monate.",
        "Die USA hoben die Sanktionen gegen den Sudan auf.",
        "Der Präsident drohte Russland mit Sanktionen.",
        "Norwegen wies drei russische Diplomaten aus.",
    ],
    ("en", "sanction"): [
        "The EU imposed new sanctions on Belarus.",
        "The EU extended the sanctions against Russia for six months.",
        "The United States lifted the sanctions on Sudan.",
        "The EU threatened Russia with new sanctions.",
        "Norway expelled three Russian diplomats.",
    ],
    ("de", "condemnation"): [
        "Norwegen verurteilte den Angriff auf das Krankenhaus.",
        "Die Außenminister verurteilen die Gewalt.",
        "Kanada kritisierte das Vorgehen der Armee scharf.",
        "China protestierte gegen die Landung auf der Insel.",
        "Der Sicherheitsrat prangerte die Verletzung der Menschenrechte an.",
    ],
    ("en", "condemnation"): [
        "Norway condemned the attack on the hospital.",
        "The ministers condemn the violence.",
        "Canada sharply criticized the conduct of the army.",
        "China protested against the landing on the island.",
        "The United States denounces this act of terror.",
    ],
    ("de", "demand"): [
        "Norwegen forderte von der Türkei die Freilassung der Gefangenen.",
        "Die Minister riefen alle Seiten zu Gesprächen auf.",
        "Von Israel wird verlangt, die Einsätze zu stoppen.",
        "Die Ministerin appellierte an Ankara, die Grenze zu öffnen.",
        "Demonstranten zogen vor das Parlament. Sie forderten von der Türkei die Öffnung der Grenze.",
    ],
    ("en", "demand"): [
        "Norway urged Turkey to release the prisoners.",
        "The ministers called on all parties to resume talks.",
        "The ministers called on the government, the rebels and the militias to do everything for peace.",
        "Ministers encouraged Iran to engage in the talks.",
        "The ministers met in Oslo. They called on Iran to comply with the resolution.",
    ],
}  # fmt: skip

TELLS_NOT = {
    ("de", "pledge"): ["Die Ministerin sagte ihre Teilnahme zu.", "Die Reise kostete 3 Millionen Euro.", "Österreich will sich an der Konferenz beteiligen."],
    ("en", "pledge"): ["The minister promised to buy lunch.", "The trip cost 3 million euros.", "The talks will provide a solid foundation."],
    ("de", "military_action"): ["Die Zahl der Angriffe ist hoch.", "Sie zog ihren Antrag zurück.", "Der Trainer griff die Presse scharf an."],
    ("en", "military_action"): ["The number of attacks is high.", "She withdrew her candidacy.", "The United States works to advance peace."],
    ("de", "territorial_change"): ["Die Zölle brachten hohe Einnahmen.", "Sie verlor die Wahl.", "Das Team eroberte den Titel."],
    ("en", "territorial_change"): ["The photo captured their attention.", "She lost the election.", "He seized the opportunity."],
    ("de", "agreement"): ["Das Abkommen ist umstritten.", "Er unterzeichnete den Brief.", "Die Vereinbarung wäre ein Erfolg."],
    ("en", "agreement"): ["The agreement is disputed.", "The number has reached 156.", "They reached the border."],
    ("de", "sanction"): ["Die Sanktionen sind umstritten.", "Die Lage droht zu eskalieren.", "Die Behörden erließen einen Haftbefehl."],
    ("en", "sanction"): ["The sanctions are disputed.", "The crisis threatens the region.", "They lifted the boxes."],
    ("de", "condemnation"): ["Das Gericht verurteilte ihn zu drei Jahren Haft.", "Tausende Menschen protestierten gegen die Reform.", "Die Ministerin ist tief besorgt."],
    ("en", "condemnation"): ["The minister is deeply concerned about the violence.", "Thousands of people protested against the reform.", "The court condemned him to death."],
    ("de", "demand"): ["Der Angriff forderte 30 Todesopfer.", "Die Nachfrage nach Gas steigt.", "Er rief die Seite auf."],
    ("en", "demand"): ["She called him on Monday.", "They discussed the most pressing issues.", "The demand for gas is rising."],
}  # fmt: skip


def records(language, text):
    return [e.record for e in coalition_nlp.extract(text, language=language, published="2022-05-10").actions]


@pytest.mark.parametrize(
    ("language", "record", "text"), [(*key, text) for key, texts in TELLS.items() for text in texts]
)
def test_tells(language, record, text):
    assert records(language, text).count(record) == 1


@pytest.mark.parametrize(
    ("language", "record", "text"), [(*key, text) for key, texts in TELLS_NOT.items() for text in texts]
)
def test_tells_not(language, record, text):
    assert record not in records(language, text)


def test_table_is_complete():
    assert TELLS.keys() == TELLS_NOT.keys()
    assert all(len(texts) >= 5 for texts in TELLS.values())
    assert all(len(texts) >= 3 for texts in TELLS_NOT.values())


@pytest.mark.parametrize(
    ("language", "text", "count", "mentions"),
    [
        ("de", "Kanada ruft Indien zu Gesprächen auf. Kanada hat Indien am Montag zu Gesprächen aufgerufen.", 1, 2),
        ("en", "Norway pledged 20 million euros for Mali. It helps that Norway pledged 20 million euros.", 1, 2),
        ("en", "Russian jets bombed Aleppo. Russian jets bombed Aleppo again on Monday.", 2, 1),
        ("en", "Norway pledged 20 million euros. Norway pledged 30 million euros for Niger.", 2, 1),
        ("de", "Schweden schickte 30 Soldaten nach Mali. Schweden will 30 Soldaten nach Niger schicken.", 2, 1),
    ],
)
def test_told_twice(language, text, count, mentions):
    found = coalition_nlp.extract(text, language=language, published="2022-05-10").actions
    assert (len(found), len(found[0].mentions)) == (count, mentions)


@pytest.mark.parametrize(
    ("language", "text", "polarity", "modality"),
    [
        ("de", "Der Angriff auf die Stadt wurde zunächst nicht bestätigt.", "affirmed", "reported"),
        ("en", "The ministry could not confirm that Russia had attacked Kharkiv.", "affirmed", "reported"),
        ("en", "The EU threatened Russia with new sanctions.", "affirmed", "planned"),
        ("de", "Die EU hob die Sanktionen gegen den Iran nicht auf.", "negated", "asserted"),
        ("en", "The council decided not to lift the sanctions on Iran.", "negated", "planned"),
    ],
)
def test_truth_of_what_is_open(language, text, polarity, modality):
    [found] = coalition_nlp.extract(text, language=language, published="2022-05-10").actions
    assert (found.polarity, found.modality) == (polarity, modality)
