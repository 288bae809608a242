"""A long text goes through the base model in pieces; an ordinary one as it always did."""

from itertools import pairwise

import numpy
import pytest
import spacy
from spacy.tokens import Doc

import coalition_nlp
from coalition_nlp.pipeline.pieces import LONG, borders, run
from coalition_nlp.pipeline.run import prepared
from coalition_nlp.pipes.base import facts

PARAGRAPHS = {
    "de": "Die Außenministerin traf am Montag in Oslo den Diplomaten Jonas Holm. „Wir reden weiter“, sagte Holm.",
    "en": "The foreign minister met Jonas Holm in Oslo on Monday. “We keep talking,” Holm said.",
}


@pytest.fixture(scope="module", params=["de", "en"])
def nlp(request: pytest.FixtureRequest) -> spacy.language.Language:
    return coalition_nlp.load(request.param)


def text_of(nlp: spacy.language.Language, paragraphs: int) -> str:
    return "\n\n".join([PARAGRAPHS[nlp.lang]] * paragraphs)


def annotation(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.idx, t.pos_, str(t.morph), t.ent_iob_, t.ent_type_, t.is_sent_start) for t in doc]


def test_an_ordinary_text_is_one_piece(nlp: spacy.language.Language) -> None:
    doc = nlp.make_doc(text_of(nlp, 20))
    assert len(doc) < LONG
    whole = nlp(doc.text)
    again = run(nlp, doc)
    assert annotation(again) == annotation(whole)
    assert numpy.array_equal(again.tensor, whole.tensor)
    assert facts(again) == facts(whole)


def test_pieces_say_the_same_as_the_whole(nlp: spacy.language.Language) -> None:
    """Equal paragraphs, cut between them: what the network sees beyond a blank line decides nothing here."""
    whole = nlp(text_of(nlp, 30))
    pieces = run(nlp, nlp.make_doc(whole.text), longest=100)
    assert annotation(pieces) == annotation(whole)
    assert [(e.start_char, e.end_char, e.label_) for e in pieces.ents] == [
        (e.start_char, e.end_char, e.label_) for e in whole.ents
    ]
    assert facts(pieces) == facts(whole)


def test_pieces_are_the_same_every_time(nlp: spacy.language.Language) -> None:
    text = text_of(nlp, 12)
    assert facts(run(nlp, nlp.make_doc(text), longest=50)) == facts(run(nlp, nlp.make_doc(text), longest=50))


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("", 4, [0, 0]),
        ("One two three.", 4, [0, 4]),
        ("One two. Three four.\n\nFive six.", 8, [0, 7, 10]),  # at the block
        ("One two. Three four. Five six.", 7, [0, 6, 9]),  # at the sentence
        ("one two three four five six", 4, [0, 4, 6]),  # nowhere better
    ],
)
def test_borders(text: str, longest: int, expected: list[int]) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("coalition_sentences")
    doc = blank(text)
    assert borders(doc, longest) == expected
    assert all(right - left <= longest for left, right in pairwise(expected))


def test_no_piece_is_too_long(nlp: spacy.language.Language) -> None:
    sizes: list[int] = []
    doc = nlp.make_doc(text_of(nlp, 400))
    assert len(doc) > LONG

    class Spy:
        """A component that looks like one of spaCy."""

        def __call__(self, piece: Doc) -> Doc:
            sizes.append(len(piece))
            return piece

    Spy.__module__ = "spacy.test"
    own = spacy.blank(nlp.lang)
    own.add_pipe("coalition_sentences")
    spacy.Language.component("coalition_test_spy", func=lambda doc: doc)
    own.add_pipe("coalition_test_spy")
    own._components[-1] = ("coalition_test_spy", Spy())
    run(own, own.make_doc(doc.text))
    assert len(sizes) > 1
    assert sum(sizes) == len(doc)
    assert max(sizes) <= LONG


def test_a_component_of_ones_own_sees_the_whole_text() -> None:
    seen: list[int] = []

    def look(doc: Doc) -> Doc:
        seen.append(len(doc))
        return doc

    nlp = spacy.blank("en")
    spacy.Language.component("coalition_test_look", func=look)
    nlp.add_pipe("coalition_test_look")
    run(nlp, nlp.make_doc("word " * 50), longest=10)
    assert seen == [50]


def test_a_parser_keeps_its_heads_over_pieces() -> None:
    """Heads count from the word, so that they hold wherever the piece stood."""
    nlp = spacy.blank("en")
    nlp.add_pipe("coalition_sentences")
    doc = nlp("They met. They left. They slept.")

    class Chain:
        def __call__(self, piece: Doc) -> Doc:
            heads = [max(token.i - 1, token.sent.start) for token in piece]
            return Doc(
                piece.vocab, words=[t.text for t in piece], spaces=[bool(t.whitespace_) for t in piece],
                heads=heads, deps=["ROOT" if head == i else "dep" for i, head in enumerate(heads)],
            )  # fmt: skip

    Chain.__module__ = "spacy.test"
    nlp._components.append(("chain", Chain()))
    pieces = run(nlp, nlp.make_doc(doc.text), longest=6)
    assert [token.head.i for token in pieces] == [0, 0, 1, 3, 3, 4, 6, 6, 7]
    assert [sent.text for sent in pieces.sents] == [sent.text for sent in doc.sents]


@pytest.mark.parametrize("language", ["de", "en"])
def test_facts_of_a_long_text_point_to_it(language: str) -> None:
    nlp = coalition_nlp.load(language)
    day = {"de": "am Montag", "en": "on Monday"}[language]
    text = "\n\n".join(PARAGRAPHS[language].replace(day, f"{day} {number}") for number in range(300))
    document = coalition_nlp.extract(text, language=language, published="2020-06-05", nlp=nlp)
    assert document.text == text  # the record itself checks every offset
    [person] = document.people
    assert person.name == "Jonas Holm"
    assert person.mentions[-1].end > 0.99 * len(text)


def test_context_of_tuples_survives_the_choice_of_language() -> None:
    nlp = coalition_nlp.load("auto")
    pairs = list(nlp.pipe([(PARAGRAPHS["de"], 1), (PARAGRAPHS["en"], 2)], as_tuples=True))
    assert [(doc._.coalition["language"], number) for doc, number in pairs] == [("de", 1), ("en", 2)]


def test_prepared_text_is_what_runs(nlp: spacy.language.Language) -> None:
    from coalition_nlp.ingest import source_from_text

    source = source_from_text(PARAGRAPHS[nlp.lang], language=nlp.lang, published="2020-06-05")
    assert facts(run(nlp, prepared(nlp, source)))["published"] == "2020-06-05"
