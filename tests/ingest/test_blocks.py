"""Blocks of whole texts: kinds that need the neighbours, titles, line ends, offsets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_nlp.ingest.blocks import find_blocks

LONG = (
    "The foreign ministers of the five states met on Monday in the old town hall to discuss the border, the return of "
    "the displaced and the opening of two roads, and none of them wanted to speak of a breakthrough afterwards."
)
OTHER = "A second round, which is to deal with the exchange of prisoners, has been called for the first week of May."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(text).blocks]


def test_a_page() -> None:
    text = "\n\n".join(
        [
            "Federal Foreign Office",
            "Skip to content",
            "Home / Newsroom",
            "Ministers meet at the border",
            "04.06.2020 - Press release",
            LONG,
            "The hall on Monday\nPhoto: J. Example/AFP",
            "Background",
            OTHER,
            "Tags: border | roads",
            "Back to top",
        ]
    )
    assert [kind for kind, _ in kinds(text)] == [
        "navigation",
        "navigation",
        "navigation",
        "title",
        "byline",
        "body",
        "caption",
        "caption",
        "title",
        "body",
        "navigation",
        "navigation",
    ]
    assert find_blocks(text).title == "Ministers meet at the border"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_do_not_matter_and_offsets_point_into_the_text(end: str) -> None:
    text = f"Talks go on{end}{end}{LONG}{end}{end}{OTHER}{end}"
    assert kinds(text) == [("title", "Talks go on"), ("body", LONG), ("body", OTHER)]


def test_hard_wrapped_paragraphs_stay_whole() -> None:
    wrapped = re.sub(r"(.{50,70}) ", r"\1\n", LONG)
    assert wrapped.count("\n") > 1
    assert kinds(f"{wrapped}\n\n{OTHER}") == [("body", wrapped), ("body", OTHER)]


def test_single_line_feeds_part_long_paragraphs() -> None:
    assert kinds(f"{LONG}\n{LONG[:-1]} today.\n{OTHER}") == [
        ("body", LONG),
        ("body", f"{LONG[:-1]} today."),
        ("body", OTHER),
    ]


def test_list_items_are_blocks_with_their_hanging_lines() -> None:
    text = (
        "- The ministers agreed on two roads and a bridge\n  that are to open in May.\n- Nobody spoke of the prisoners."
    )
    assert [text for _, text in kinds(text)] == [text.split("\n- ")[0], "- " + text.split("\n- ")[1]]


@pytest.mark.parametrize("end", ["", " …", " [...]", "... Read more"])
def test_doubled_teasers_are_noise_even_when_cut(end: str) -> None:
    teaser = LONG[:118] + end
    assert kinds(f"{teaser}\n\n{LONG}") == [("navigation", teaser), ("body", LONG)]


def test_a_teaser_with_words_of_its_own_is_read() -> None:
    teaser = "The foreign ministers of the five states met on Monday to talk about the border."
    assert kinds(f"{teaser}\n\n{LONG}") == [("body", teaser), ("body", LONG)]


def test_pull_quotes_are_noise_and_the_paragraph_is_kept() -> None:
    quote = "none of them wanted to speak of a breakthrough afterwards."
    assert ("navigation", quote) in kinds(f"{LONG}\n\n{quote}\n\n{OTHER}")
    assert ("body", LONG) in kinds(f"{LONG}\n\n{quote}\n\n{OTHER}")


@pytest.mark.parametrize(
    ("tweet", "author", "date"),
    [
        ("Good talks today in #Rome.\n— Anna Visser (@avisser_nl) February 2, 2016", "Anna Visser", "2016-02-02"),
        ("Gute Gespräche in #Rom.\n\n— Anna Visser (@avisser_nl) 2. Februar 2016", "Anna Visser", "2016-02-02"),
        ("#Rome was worth it. — Anna Visser (@avisser_nl) 2 February 2016", "Anna Visser", "2016-02-02"),
        ("Two roads.\nOne bridge.\n— Anna Visser (@avisser_nl) February 2, 2016", "Anna Visser", "2016-02-02"),
        ("Nothing new.\n— Anna Visser (@avisser_nl)", "Anna Visser", None),
        ("Nothing new.\nAnna Visser (@avisser_nl) · 2. Februar 2016", "Anna Visser", "2016-02-02"),
    ],
)
def test_embedded_tweets(tweet: str, author: str, date: str | None) -> None:
    text = f"{LONG}\n\n{tweet}\n\n{OTHER}"
    blocks = find_blocks(text).blocks
    assert [(b.kind, text[b.start : b.end]) for b in blocks] == [
        ("body", LONG),
        ("quote_embed", tweet),
        ("body", OTHER),
    ]
    assert blocks[1].author == author
    assert (blocks[1].date and blocks[1].date.isoformat()) == date


def test_a_handle_in_a_sentence_is_no_tweet() -> None:
    text = "On Twitter Anna Visser (@avisser_nl) asked on 2 February 2016 for patience, and so did her colleagues."
    assert kinds(text) == [("body", text)]


def test_a_caption_needs_its_own_small_paragraph() -> None:
    """Where single line feeds part everything, the line above a credit may be prose."""
    text = f"Talks go on\n{OTHER}\nFoto: dpa\n{LONG}\n{OTHER[:-1]} at last."
    assert ("body", OTHER) in kinds(text)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Talks in Rome go on", "Talks in Rome go on"),
        ("# Talks in Rome go on", "Talks in Rome go on"),
        ("Yemen\n\nTalks in Rome go on", "Talks in Rome go on"),
        ("Yemen", "Yemen"),
        ("Ministry of Defence\n\nTalks in Rome go on", "Talks in Rome go on"),
        ("Talks - The Example Post\n\nMenu\n\nSearch\n\nTalks in Rome go on", "Talks in Rome go on"),
        ("Talks in Rome go on\n\n3 May 2020\n\nShare\n\nPrint", "Talks in Rome go on"),
        (OTHER, None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert find_blocks(f"{head}\n\n{LONG}\n\n{OTHER[:-1]} at last.").title == title


def test_a_heading_further_down_is_no_title() -> None:
    assert find_blocks(f"{LONG}\n\nBackground of it\n\n{OTHER}").title is None


def test_a_list_of_countries_is_content() -> None:
    text = f"{LONG}\n\nMembers\n\nAlbania\n\nBelgium\n\nChad\n\nUnited Kingdom\n\nZambia"
    assert [kind for kind, _ in kinds(text)] == ["body", *["title"] * 6]


def test_links_below_related_are_noise() -> None:
    text = f"{LONG}\n\nRelated articles\n\nWho is who at the border\n\nThe two roads in pictures"
    assert [kind for kind, _ in kinds(text)] == ["body", "navigation", "navigation", "navigation"]


def test_a_text_of_navigation_only_is_read_rather_than_lost() -> None:
    assert {kind for kind, _ in kinds("Home\n\nNews\n\nContact")} == {"body"}


def test_chronologies_are_prose() -> None:
    text = f"{LONG}\n\n3 May 2019: The five states meet in Rome\n\n8 June 2019: The first road is opened\n\n{OTHER}"
    assert "byline" not in [kind for kind, _ in kinds(text)]


@pytest.mark.parametrize(
    ("text", "agency", "place"),
    [
        ("BERLIN, March 3 (Reuters) - The ministers met again.", "Reuters", "BERLIN"),
        ("Berlin (dpa) - Die Runde tagt am Montag.", "dpa", "Berlin"),
        ("Berlin (dpa/AFP) Die Runde tagt am Montag.", "dpa/AFP", "Berlin"),
        ("WASHINGTON (AP) — The envoys met again.", "AP", "WASHINGTON"),
        ("Washington/Teheran – Die Runde tagt am Montag.", None, "Washington/Teheran"),
        ("Neues Treffen am Montag. Kairo – Die Runde tagt.", None, "Kairo"),
        ("München, 3. Mai 2015 (mus) - Die Runde tagt.", None, "München"),
        ("NEW YORK, 3. Mai. Die Runde tagt.", None, "NEW YORK"),
        ("Visser – so heißt die Ministerin – reist nach Rom.", None, None),
        ("Rome. That is where the talks take place.", None, None),
        ("Anna Visser (52) - sie ist Ministerin - reist nach Rom.", None, None),
        ("Die Runde tagt am Montag.\n\nmus/ter (dpa, afp)", "dpa, afp", None),
        ("Die Runde tagt am Montag. (APA, 3.5.2015)", "APA", None),
        ("Die Runde tagt am Montag. (red, APA, Reuters, 3.5.2015)", "APA, Reuters", None),
        ("There was a gap (and a map).", None, None),
    ],
)
def test_datelines_and_sign_offs(text: str, agency: str | None, place: str | None) -> None:
    layout = find_blocks(text)
    assert (layout.agency, layout.dateline_place) == (agency, place)


@pytest.mark.parametrize(
    ("end", "cut"),
    [
        (" (APA, 3.5.2015)", "(APA, 3.5.2015)"),
        ("  (Anna Muster aus Rom, 3.5.2015)", "(Anna Muster aus Rom, 3.5.2015)"),
        (" (dpa/red)", "(dpa/red)"),
        (" (sie reist mit)", None),
        (" (seit 2015)", None),
        (" (Anna Visser)", None),
    ],
)
def test_sign_offs_are_bylines_of_their_own(end: str, cut: str | None) -> None:
    found = kinds("Die Runde tagt am Montag." + end)
    assert found[1:] == ([("byline", cut)] if cut else [])
    assert found[0] == ("body", "Die Runde tagt am Montag." + ("" if cut else end))


@given(st.text(alphabet=st.sampled_from('aA1.,:-–—|/()@#"„“ \n\r\t\u2028é©[]*>'), max_size=300))
def test_blocks_are_in_order_and_hold_every_sign(text: str) -> None:
    """Whatever the text: no block overlaps another, none is empty, nothing but white space lies between them."""
    position = 0
    for block in find_blocks(text).blocks:
        assert position <= block.start < block.end <= len(text)
        assert not text[position : block.start].strip()
        assert text[block.start : block.end].strip()
        position = block.end
    assert not text[position:].strip()


def test_only_the_line_above_is_the_tweet_where_lines_are_paragraphs() -> None:
    paragraph = "The envoys spoke for hours about the truce and about who should watch over it. " * 4
    text = f"{paragraph.strip()}\nThe talks go on in May.\nA good day for peace.\n— Jane Roe (@janeroe) May 3, 2019\nThe truce holds."
    kinds = [(b.kind, text[b.start : b.end][:10]) for b in find_blocks(text).blocks]
    assert [kind for kind, _ in kinds] == ["body", "body", "quote_embed", "body"]
    assert kinds[2][1] == "A good day"
