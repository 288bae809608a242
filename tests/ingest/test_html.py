"""Web pages: main text, publication date from what the page says of itself, embedded posts, broken markup."""

import pytest

from coalition_nlp.errors import SourceError
from coalition_nlp.ingest.files import source_from_file
from coalition_nlp.ingest.html import source_from_html

FIRST = (
    "The foreign ministers of the five states met on Monday in the old town hall to discuss the border and the "
    "return of the displaced. None of them wanted to speak of a breakthrough afterwards."
)
SECOND = "A second round, which is to deal with the exchange of prisoners, has been called for the first week of May."


def page(head: str = "", body: str = "", lang: str = "en") -> str:
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><title>Talks go on - The Example Post</title>{head}</head><body>"
        "<nav><a href='/'>Home</a><a href='/n'>News</a></nav>"
        f"<article><h1>Talks go on</h1><p>{FIRST}</p>{body}<p>{SECOND}</p></article>"
        "<footer><p>Imprint</p></footer></body></html>"
    )


def texts(html: str) -> list[tuple[str, str]]:
    source = source_from_html(html)
    return [(block.kind, source.text[block.start : block.end]) for block in source.blocks]


def test_main_text_without_navigation() -> None:
    assert texts(page()) == [("title", "Talks go on"), ("body", FIRST), ("body", SECOND)]
    assert source_from_html(page()).title == "Talks go on"


LD = '<script type="application/ld+json">{}</script>'
DATES = {
    "json-ld": LD.format('{"@type": "NewsArticle", "datePublished": "2016-02-03T10:00:00+01:00"}'),
    "json-ld in a graph": LD.format('{"@graph": [{"@type": "X"}, {"datePublished": "2016-02-03"}]}'),
    "open graph": '<meta property="article:published_time" content="2016-02-03T09:00:00Z">',
    "dublin core": '<meta name="DC.date.issued" content="2016-02-03">',
    "plain meta": '<meta name="date" content="3 February 2016">',
    "itemprop": '<meta itemprop="datePublished" content="2016-02-03">',
    "after broken json-ld": LD.format('{"datePublished": ') + '<meta name="date" content="2016-02-03">',
}


@pytest.mark.parametrize("form", DATES)
def test_metadata_dates(form: str) -> None:
    published = source_from_html(page(DATES[form])).published
    assert published is not None
    assert (published.value, published.origin) == ("2016-02-03", "metadata")


def test_time_element_of_the_article() -> None:
    published = source_from_html(page(body='<time datetime="2016-02-03T08:00">3 Feb</time>')).published
    assert published is not None
    assert (published.value, published.origin) == ("2016-02-03", "metadata")


def test_order_argument_metadata_dateline_file_name() -> None:
    dated = page(DATES["open graph"], f"<p>5 March 2017</p><p>{SECOND[:-1]}, too.</p>")
    given = source_from_html(dated, published="2020-01-01", path="2018-01-01.html").published
    meta = source_from_html(dated, path="2018-01-01.html").published
    line = source_from_html(
        page().replace(f"<p>{FIRST}", f"<p>5 March 2017</p><p>{FIRST}"), path="2018-01-01.html"
    ).published
    name = source_from_html(page(), path="2018-01-01.html").published
    assert [p and p.origin for p in (given, meta, line, name)] == ["argument", "metadata", "dateline", "file name"]


def test_metadata_without_a_day_is_passed_over() -> None:
    assert source_from_html(page('<meta name="date" content="2016">')).published is None


def test_embedded_posts_are_quotes_in_their_place() -> None:
    tweet = (
        '<blockquote class="twitter-tweet"><p lang="en">Good talks today in <a href="#">#Rome</a></p>'
        '&mdash; Anna Visser (@avisser_nl) <a href="#">February 2, 2016</a></blockquote><script src="x.js"></script>'
    )
    source = source_from_html(page(body=tweet))
    assert [block.kind for block in source.blocks] == ["title", "body", "quote_embed", "body"]
    block = source.blocks[2]
    assert source.text[block.start : block.end].startswith("Good talks today in #Rome")
    assert (block.author, str(block.date)) == ("Anna Visser", "2016-02-02")


def test_captions_of_figures_are_not_prose() -> None:
    figure = "<figure><img src='x.jpg'><figcaption>Anna Visser on arrival. Photo: J. Example/AFP</figcaption></figure>"
    assert "arrival" not in " ".join(text for kind, text in texts(page(body=figure)) if kind in ("body", "title"))


@pytest.mark.parametrize(
    "broken",
    [
        f"<p>{FIRST}<p>{SECOND}",
        f"<html><body><div><p>{FIRST}</div></p></span><p>{SECOND}</body>",
        f"<html><head><title>x</title><body><p>{FIRST}<br>{SECOND}",
        f"<div><<p>>{FIRST}</p><p attr=>{SECOND}</p",
        f"{FIRST}<br><br>{SECOND}",
    ],
)
def test_broken_markup_loses_no_prose(broken: str) -> None:
    text = source_from_html(broken).text
    assert FIRST in text
    assert SECOND in text


@pytest.mark.parametrize(
    "empty",
    [
        "<html><body><script>var a = 1;</script></body></html>",
        "<html></html>",
        "<!-- nothing -->",
        "<img src='a.png'>",
        "<html><head><title></title></head><body><div></div></body></html>",
    ],
)
def test_pages_without_text_are_an_error_with_a_remedy(empty: str) -> None:
    with pytest.raises(SourceError, match=r"p\.html: .*save the article as \.txt"):
        source_from_html(empty, path="p.html")


def test_entities_and_markup_in_text_are_plain_characters() -> None:
    source = source_from_html(
        page(body="<p>Talks &amp; more talks &lt;soon&gt; were what the host &quot;expected&quot; today.</p>")
    )
    assert 'Talks & more talks <soon> were what the host "expected" today.' in source.text


@pytest.mark.parametrize(
    ("encoding", "declared"), [("utf-8", "utf-8"), ("iso-8859-1", "iso-8859-1"), ("cp1252", "windows-1252")]
)
def test_the_declared_encoding_is_used(encoding: str, declared: str, tmp_path) -> None:
    german = page(f'<meta charset="{declared}">').replace("border and", "Grenze, die Rückkehr, Gespräche und")
    path = tmp_path / "p.html"
    path.write_bytes(german.encode(encoding))
    assert "die Rückkehr, Gespräche" in source_from_file(path, language="en").text


def test_an_xml_declaration_is_no_trouble() -> None:
    assert source_from_html('<?xml version="1.0" encoding="utf-8"?>\n' + page()).title == "Talks go on"


def test_examples_read_as_expected() -> None:
    """The web page examples of the project: metadata date, title, prose."""
    from pathlib import Path

    folder = Path(__file__).parents[2] / "examples" / "press"
    for path in folder.glob("*.html"):
        source = source_from_file(path)
        assert source.title
        assert source.published is not None
        assert source.published.origin == "metadata"
        assert sum(block.kind == "body" for block in source.blocks) > 2
