"""Who takes part by German news prose: governments, both sides, bare titles, pronouns, stand-ins; counter-examples beside."""

import pytest

from .test_meetings import meetings


def who(text, published="2020-05-13", index=-1):
    found = meetings("de", text, published)
    if not found:
        return None
    return sorted(p["entity"]["name"] for p in found[index]["participants"] if p["role"] != "absent")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # governments and delegations as the country they speak for
        ("Die norwegische Regierung und die FARC verhandeln seit Montag in Oslo.", ["FARC", "Norway"]),
        ("Die Regierungen in Oslo und Kopenhagen haben am Montag in Riga ihre Gespräche fortgesetzt.", ["Denmark", "Norway"]),
        ("Die serbische und die kosovarische Delegation verhandelten am Montag in Riga.", ["Kosovo", "Serbia"]),
        ("Norwegen und Dänemark planten für Dienstag weitere Beratungen in Riga.", ["Denmark", "Norway"]),
        ("Außer Norwegen nehmen an den Gesprächen in Riga auch Dänemark, Island und die beiden Koreas teil.", ["Denmark", "Iceland", "North Korea", "Norway", "South Korea"]),
        # both sides named before
        ("Norwegen und Dänemark haben einen Streit. Vertreter der beiden Staaten trafen sich am Montag in Riga.", ["Denmark", "Norway"]),
        # a title without a name, the subjects of a clause of saying
        ("Außenministerin Ann Linde ist in Riga. Am Montag traf die Ministerin Präsident Egils Levits.", ["Ann Linde", "Egils Levits"]),
        ("Ann Linde und Jeppe Kofod erklärten, sie würden am Dienstag nach Riga reisen.", ["Ann Linde", "Jeppe Kofod"]),
        ("Verteidigungsminister Peter Hultqvist besuchte am Montag in Begleitung von General Micael Bydén die Soldaten in Riga.", ["Micael Bydén", "Peter Hultqvist"]),
        # the sides in the word
        ("Am Montag begann in Riga die Norwegen-Island-Runde der Gespräche.", ["Iceland", "Norway"]),
        # who is called on to talk, and by whom
        ("Islands Premierministerin Katrin Jakobsdottir hat Norwegen zu Gesprächen aufgerufen.", ["Iceland", "Norway"]),
        # the meeting is of the two between whom it is
        ("Erna Solberg kündigte in Oslo ein Treffen zwischen Ann Linde und Jeppe Kofod in Riga an.", ["Ann Linde", "Jeppe Kofod"]),
        # partners without a name
        ("Ann Linde traf am Montag in Riga Oppositionelle.", ["Ann Linde", "Oppositionelle"]),
        ("Ann Linde hat am Montag in Riga Lavrovs Stellvertreter getroffen.", ["Ann Linde", "Lavrovs Stellvertreter"]),
    ],
)  # fmt: skip
def test_who_takes_part(text, expected):
    assert who(text) == expected


@pytest.mark.parametrize(
    ("text", "not_there"),
    [
        ("Ein Sprecher der norwegischen Regierung sagte, Ann Linde habe Jeppe Kofod am Montag in Riga getroffen.", "Norway"),
        ("Ann Linde warb am Montag bei einem Treffen mit Jeppe Kofod in Riga für eine Einbeziehung aller Konfliktparteien.", "Konfliktparteien"),
        ("Die Außenminister Norwegens und Dänemarks trafen sich am Montag in Riga. Die Minister reisten ab.", "Minister"),
        ("Der General Haakon Bruun signalisierte Interesse an der Konferenz, die am Montag in Riga beginnt.", "Haakon Bruun"),
    ],
)  # fmt: skip
def test_who_does_not(text, not_there):
    assert not_there not in (who(text, index=0) or [])


def test_neither_nor_stays_away():
    text = "Weder Ann Linde noch Jeppe Kofod werden an der Konferenz am Montag in Riga teilnehmen."
    roles = {p["entity"]["name"]: p["role"] for p in meetings("de", text)[0]["participants"]}
    assert roles == {"Ann Linde": "absent", "Jeppe Kofod": "absent"}


def test_a_stand_in_without_a_name():
    text = (
        "Die Außenminister der Nato trafen sich am Montag in Riga. Außenministerin Ann Linde lässt sich durch "
        "ihren Stellvertreter vertreten."
    )
    away = [p for p in meetings("de", text)[0]["participants"] if p["role"] == "absent"]
    assert [(p["entity"]["name"], p["represented_by"]["name"]) for p in away] == [("Ann Linde", "ihren Stellvertreter")]


def test_a_joint_press_conference_is_of_those_who_met():
    text = (
        "Außenministerin Ann Linde traf am Montag in Riga ihren Kollegen Jeppe Kofod. Auf einer gemeinsamen "
        "Pressekonferenz sagte Linde, man sei sich einig."
    )
    assert who(text) == ["Ann Linde", "Jeppe Kofod"]


def test_hosts_and_who_accepted():
    text = (
        "Die Konferenz zum Sudan findet am Montag in Riga statt. Eingeladen haben Außenministerin Ann Linde und ihr "
        "Kollege Jeppe Kofod. Zugesagt haben 20 Staaten, unter ihnen die Außenminister Gudlaugur Thordarson und "
        "Edgars Rinkevics."
    )
    roles = {p["entity"]["name"]: p["role"] for p in meetings("de", text)[0]["participants"]}
    assert {name for name, role in roles.items() if role == "host"} == {"Ann Linde", "Jeppe Kofod"}
    assert roles["Edgars Rinkevics"] == "attendee"


def test_how_a_meeting_is_held_is_no_second_one():
    text = "Vor der Tagung der Minister für Fischerei, die am Montag per Videoschaltung stattfindet, warnte Ann Linde."
    assert [(m["format"], m["start"]) for m in meetings("de", text)] == [("virtual", "2020-05-18")]


def test_the_day_of_the_stop():
    text = "Am Mittwoch hat Ann Linde Termine in Riga und Tallinn. In Tallinn will sie Präsident Egils Levits treffen."
    assert [(m["start"], m["city"]) for m in meetings("de", text, "2020-05-12")][-1] == ("2020-05-13", "Tallinn")


@pytest.mark.parametrize(
    "text",
    [
        "Norwegen sucht das Gespräch mit Dänemark.",
        "Die Verhandlungen waren im Juni 2015 abgebrochen worden.",
        "Die Übereinkunft ist ein Erfolg, sagte Ann Linde.",
    ],
)
def test_no_meeting(text):
    assert meetings("de", text) == []
