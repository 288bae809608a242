"""Page noise is told from prose, line by line. To take prose for noise is the worse mistake."""

import lzma
from pathlib import Path

import pytest

from coalition_nlp.ingest.noise import kind_of

NAVIGATION = [
    "Most viewed in Europe",
    "Top stories",
    "Leave a reply",
    "Editor's picks",
    "Text size Aa",
    "This was published 3 years ago",
    "Your email address will not be published.",
    "Required fields are marked with a star.",
    "The Example is not available on Internet Explorer.",
    "We encourage you to use a newer browser.",
    "Schriftgröße Aa",
    "Wir empfehlen Ihnen, einen anderen Browser zu verwenden.",
    "Das Portal kann nicht mehr über Internet Explorer gelesen werden.",
    "Größere Darstellung anzeigen",
    "Fehler gefunden? Jetzt melden.",
    "Weitere Informationen finden Sie auf den Seiten des Amtes.",
    "Kommentieren ist nicht möglich.",
    "Artikel anhören • 4 Min.",
    "12 Kommentare",
    "Zurück zur Artikelübersicht",
    "Auf Facebook teilen",
    "Deutsch | English | Français",
    "BRIEFING ROOM",
    "- ENDS -",
    "End text.",
    "presse@example.org",
    "Read the full statement here",
    "AFP contributed to this report.",
    "Über dieses Thema berichtete das Radio am 24. Januar 2022.",
    "Skip to main content",
    "Zum Inhalt springen",
    "Home › News › Statements",
    "Startseite > Presse > Meldungen",
    "1. [Newsroom](#) ›",
    "[Overview](https://example.org/news)",
    "Sie sind hier: Start / Presse",
    "Share this page",
    "Teilen · Drucken · Merken",
    "Facebook  Twitter  WhatsApp",
    "Tags: Sahel, Mali",
    "Schlagwörter: Libyen | Tripolis",
    "Related topics",
    "Mehr zum Thema",
    "www.example.org/news/2020/talks",
    "https://t.co/abc",
    "***",
    "nach oben",
    "Den nächsten Abschnitt Zum Thema überspringen",
    "Follow us on Twitter.",
    "Folgen Sie uns auf Instagram.",
    "The full text can be found [here](#).",
    "Den Wortlaut finden Sie hier.",
    "© 2021 The Daily Example",
    "Media enquiries: 020 5550 0100",
    "For more information, please contact the press office.",
    "5 min read",
    "Lesezeit: 3 Minuten",
    "This website uses cookies to improve your visit.",
    "Lesen Sie auch: Streit um die Feuerpause",
    "Newsletter",
]
CAPTIONS = [
    "Photo: J. Example/Getty Images",
    "Bild: picture-alliance/dpa/A. Muster",
    "(Foto: Musterbild)",
    "Archivbild: dpa",
    "The delegations in Geneva. Photo: J. Example/AFP",
    "Die Delegationen in GenfBild: Imago/A. Muster",
    "Image source, EPA",
    "Ministers arriving at the castle (AP Photo/Jane Example)",
    "Der Saal am Morgen (Archivbild)",
    "The hall in the morning. [Picture: J. Example/World Pictures]",
    "© A. Muster/Reuters",
]
BYLINES = [
    "By Jane Example, Diplomatic correspondent",
    "Sources: AP, AFP",
    "Quelle: example.de, mus/AFP",
    "Mit Material von dpa",
    "Von Anna Muster, Brüssel",
    "Von unserem Korrespondenten in Rom",
    "By Jane Example and John Sample",
    "mus/ter (dpa, afp)",
    "ab/cde",
    "Office of the Spokesperson",
    "Pressemitteilung",
    "Press release",
    "Stand: 4. Juni 2020",
    "(dpa/AFP)",
    "Last updated: 12 March 2011",
    "Jane Example, Department Spokesperson",
    "Anna Muster, Sprecherin des Ministeriums",
    "Reporting by Jane Example; Editing by John Sample",
    "From our correspondent | Vienna, 3 May 2015",
    "MITSCHRIFT",
]
PROSE = [
    "Top officials met in Geneva, most of them for the first time.",
    "The minister will not be available on Monday.",
    "We recommend that the parties return to the table.",
    "Most viewed the offer with doubt.",
    "Die Diskussion ist damit nicht geschlossen, sagte die Ministerin.",
    "Wir empfehlen Ihnen, das Land sofort zu verlassen, erklärte die Botschaft.",
    "Weitere Informationen gab der Sprecher nicht.",
    "Über dieses Thema berichtet der Minister am Montag dem Kabinett.",
    "The report contributed to this decision.",
    "Ende der Woche reist die Ministerin ab.",
    "Ends of the road were mined.",
    "Zwölf Kommentare erschienen am Montag.",
    "Location of the talks was kept secret.",
    "Auf Facebook teilen Tausende das Bild.",
    # each near one of the patterns
    "Sie sind hier, um zu verhandeln, sagte der Gesandte.",
    "You are here to listen, he told the ministers.",
    "Themen waren der Handel und die Lage an der Grenze.",
    "Links der Straße warteten Dutzende Menschen.",
    "Überall bot sich dasselbe Bild: zerstörte Häuser und leere Straßen.",
    "Das Bild: ein Minister, der schweigt.",
    "The state agency reported no injuries, Anadolu Agency said.",
    "Copyright law was not on the agenda, he said.",
    "More from the eastern members was not to be expected, she added.",
    "Weapons can be found here in every house, he said.",
    "Share prices fell after the talks.",
    "Reporting by the commission had shown gaps.",
    "Follow us, the general said.",
    "Related issues were left for Tuesday.",
    "Contact with the rebels was lost on Friday.",
    "Search teams found 12 survivors.",
    "Home to 3 million people, the city is under siege.",
    "Print media were not admitted.",
    "Print media were not admitted",
    "Published reports speak of 30 dead.",
    "Updated sanctions take effect on 4 May 2020.",
    "Stand der Dinge ist das nicht.",
    "Quelle des Streits sind drei Dörfer.",
    "Kontakt hatten die beiden zuletzt im Mai.",
    "Start der Gespräche ist am Montag.",
    "Von Rom reist die Ministerin nach Wien weiter.",
    "Von Montag an gilt eine Feuerpause.",
    "By Monday the troops will be gone.",
    "By Friday, Visser and Rossi had agreed.",
    "Anna Visser, die Ministerin, reist nach Rom",
    "#Feuerpause hält, schreibt er.",
    "Die Ministerin (Bild am Sonntag) wies das zurück.",
    "Interview mit der Ministerin am Montag.",
    "Welcome to Rome, he said.",
    "Visser, Secretary of State, arrives in Rome",
    "Alle Rechte der Minderheiten seien zu achten.",
    "Mehr dazu sagte er nicht.",
    "Das Auswärtige Amt bestellte den Botschafter ein.",
    "The Ministry of Defence denied the report.",
    "Weiter sagte er nichts.",
    "Suche nach Vermissten geht weiter.",
    "Thema des Treffens ist die Grenze.",
    "Read: nothing will change, he wrote.",
]


@pytest.mark.parametrize("line", NAVIGATION)
def test_navigation(line: str) -> None:
    assert kind_of(line) == "navigation"


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions(line: str) -> None:
    assert kind_of(line) == "caption"


@pytest.mark.parametrize("line", BYLINES)
def test_bylines(line: str) -> None:
    assert kind_of(line) == "byline"


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_not_noise(line: str) -> None:
    assert kind_of(line) == "body"


def test_a_hash_with_a_space_heads_a_markdown_section() -> None:
    assert kind_of("## Background") == "title"


@pytest.mark.parametrize(
    "line", ["[" * 1400, "a | " * 350, "x/" * 700, "Bild: " * 230, "1" * 1400, '"' * 1400, " > a" * 300]
)
def test_hostile_lines_take_no_time(line: str) -> None:
    import time

    kind_of("warm up")
    start = time.perf_counter()
    kind_of(line)
    assert time.perf_counter() - start < 60


def test_real_sentences_are_not_noise(shared: Path) -> None:
    """Sentences of treebanks, most from news, each as a line of its own: hardly one may be lost."""
    sentences = []
    for path in sorted((shared / "training" / "treebank").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            sentences += [line[9:].strip() for line in lines if line.startswith("# text = ")]
    if not sentences:
        pytest.skip("no treebanks beside this repository")
    lost = [s for s in sentences if kind_of(s) not in ("body", "title") and len(s.split()) > 5]
    assert len(lost) <= len(sentences) / 1000, lost
