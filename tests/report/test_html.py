"""Notebook display and page: everything is shown, everything is escaped."""

from html.parser import HTMLParser

import pytest

from coalition_nlp.displays import displays
from coalition_nlp.records import Document, Failure, Figure, Mention, Record
from coalition_nlp.report import document_html, record_html, render_page

VOID = {"meta", "br"}
HARMLESS = {
    "html", "head", "meta", "title", "style", "body", "section", "div", "h1", "h2", "p", "span", "i", "br", "ol", "li",
    "a", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


class Checker(HTMLParser):
    """Collects the text, and stops at unbalanced or unexpected elements."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.titles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in HARMLESS
        assert not any(name.startswith("on") for name, _ in attrs)
        self.titles += [value or "" for name, value in attrs if name == "title"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def checked(html: str) -> Checker:
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert not checker.open
    return checker


def test_document_shows_its_text_unchanged_and_its_records(document: Document) -> None:
    page = checked(document_html(document))
    assert document.text in page.text
    for part in ("people (2)", "meetings (1)", "statements (1)", "figures (1)", "foreign minister, NO", "2015-05-03"):
        assert part in page.text
    assert any("person: Børge Brende" in title for title in page.titles)
    assert any("figure: more than 250 tent" in title and "direct statement" in title for title in page.titles)


@pytest.mark.parametrize("show", [document_html, lambda document: render_page([document], title=document.title)])
def test_markup_in_text_title_name_and_file_name_stays_text(document: Document, show) -> None:
    html = show(document)
    assert "<script" not in html
    assert checked(html).text.count("<script>alert(1)</script>") >= 4


def test_attributes_cannot_be_left(document: Document) -> None:
    text = "A\" onmouseover='alert(1)' x=\" spoke."
    mention = Mention(text=text[:29], start=0, end=29, sentence=0)
    person = document.people[1].model_copy(update={"name": text[:29], "mentions": (mention,)})
    checked(document_html(Document(id="0" * 64, language="en", text=text, people=(person,))))


def test_every_record_shows_itself(document: Document) -> None:
    records: list[Record] = [
        document, *document.people, *document.countries, *document.organizations, *document.places, *document.times,
        *document.figures, *document.events, *document.blocks, document.people[0].mentions[0],
        document.people[0].offices[1], document.meetings[0].participants[1],
        Failure(source="a<b>.txt", error="SourceError", message="the file is <empty>", stage="ingest"),
    ]  # fmt: skip
    for record in records:
        html = record._repr_html_()
        assert html is not None
        assert "<script" not in html
        checked(html)


def test_a_record_is_a_table_of_what_is_set(document: Document) -> None:
    text = checked(record_html(document.meetings[0])).text
    assert "Meeting: held talks, 2015-05-03, Oslo, NO" in text
    assert "absent: Anna <script>alert(1)</script>, represented by Børge Brende" in text
    assert "group" not in text


def test_page_names_failures_and_links_documents(document: Document) -> None:
    failure = Failure(source="x<y>.txt", error="SourceError", message="the file is empty", stage="ingest")
    page = render_page([document, failure, document], title="Press")
    text = checked(page).text
    assert "not read (1)" in text
    assert "x<y>.txt" in text
    assert 'href="#document-2"' in page
    assert 'id="document-2"' in page
    assert page.count("<style>") == 1
    assert "default-src 'none'" in page


def test_empty_document_and_empty_page() -> None:
    empty = Document(id="0" * 64, language="de", text="Nichts.")
    assert "Nichts." in checked(document_html(empty)).text
    assert "legend" not in document_html(empty).split("</style>")[1]
    checked(render_page([]))


def test_same_document_gives_the_same_bytes(document: Document) -> None:
    assert document_html(document) == document_html(Document.model_validate_json(document.model_dump_json()))


@pytest.mark.parametrize(
    ("fields", "amount"),
    [
        ({"value": "1900000"}, "1,900,000"),
        ({"value": "0.5", "modifier": "approx"}, "approx 0.5"),
        ({"low": "30", "high": "40", "modifier": "range"}, "30 to 40"),
        ({"low": "100", "modifier": "at_least"}, "100 or more"),
        ({"high": "20", "modifier": "at_most"}, "up to 20"),
        ({"low": "100", "modifier": "more_than"}, "more than 100 or more"),
        ({}, "unknown"),
    ],
)
def test_amounts_in_words(fields: dict[str, str], amount: str) -> None:
    mention = Mention(text="x", start=0, end=1, sentence=0)
    figure = Figure(id="f1", mention=mention, kind="count", **fields)
    assert f"Figure: {amount} count" in checked(record_html(figure)).text


def test_the_package_registers_both_displays() -> None:
    assert set(displays) == {"html", "frame"}
