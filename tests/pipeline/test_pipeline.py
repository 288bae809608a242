"""The pipeline as spaCy sees it: factories, saving and loading, worker processes; and from text to Document."""

import datetime as dt
import json
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy

import coalition_nlp
from coalition_nlp import Document
from coalition_nlp.pipeline.build import PIPES

GERMAN = (
    "Die niederländische Außenministerin Anna Visser hat am Freitag in Rom mit 23 Amtskollegen beraten. "
    "„Wir sind noch nicht am Ziel“, sagte Visser. Im Mai 2019 waren 40 Prozent der Wege frei."
)
ENGLISH = (
    "Dutch Foreign Minister Anna Visser met 23 of her counterparts in Rome on Friday. "
    '"We are not there yet," Visser said. In May 2019, 40 percent of the roads were open.'
)
TEXTS = {"de": GERMAN, "en": ENGLISH}
NAMES = ["coalition_sentences", *(f"coalition_{key}" for key in PIPES)]


@pytest.fixture(scope="module", params=["de", "en"])
def nlp(request: pytest.FixtureRequest) -> spacy.language.Language:
    return coalition_nlp.load(request.param)


def facts(doc: spacy.tokens.Doc) -> str:
    return json.dumps(doc._.coalition, sort_keys=True, ensure_ascii=False)


def test_the_pipes_in_order(nlp: spacy.language.Language) -> None:
    assert [name for name in nlp.pipe_names if name.startswith("coalition_")] == NAMES
    assert nlp.pipe_names[0] == "coalition_sentences"


def test_factories_are_entry_points_and_light() -> None:
    points = {point.name: point.value for point in entry_points(group="spacy_factories") if "coalition" in point.name}
    assert set(points) == {*NAMES, "coalition_auto"}
    assert all(value.endswith(":create_component") for value in points.values())


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_factories_work_in_a_pipeline_of_ones_own(language: str) -> None:
    nlp = spacy.blank(language)
    for name in NAMES[1:]:  # without our sentences, too
        nlp.add_pipe(name)
    doc = nlp(TEXTS[language])
    assert [fact["value"] for fact in doc._.coalition["times"] if "2019" in fact["value"]] == ["2019-05"]
    assert "coalition_times" in doc.spans


@pytest.mark.parametrize("name", NAMES[1:])
@pytest.mark.parametrize("language", ["de", "en"])
def test_each_factory_works_alone(name: str, language: str) -> None:
    nlp = spacy.blank(language)
    nlp.add_pipe(name)
    assert isinstance(nlp(TEXTS[language])._.coalition[name.removeprefix("coalition_")], list)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "x", "—", "\u0000", "😀" * 5, "»" * 50])
def test_odd_texts_stop_no_pipe(text: str, nlp: spacy.language.Language) -> None:
    doc = nlp(text)
    assert all(isinstance(doc._.coalition[key], list) for key in PIPES)


def test_facts_are_plain_json(nlp: spacy.language.Language) -> None:
    doc = nlp(TEXTS[nlp.lang])
    assert json.loads(json.dumps(doc._.coalition)) == doc._.coalition


def test_saved_and_loaded_pipelines_find_the_same(nlp: spacy.language.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert again.pipe_names == nlp.pipe_names
    assert facts(again(TEXTS[nlp.lang])) == facts(nlp(TEXTS[nlp.lang]))


def test_bytes_there_and_back(nlp: spacy.language.Language) -> None:
    again = spacy.blank(nlp.lang)
    for name in NAMES:
        again.add_pipe(name)
    other = spacy.blank(nlp.lang)
    for name in NAMES:
        other.add_pipe(name)
    other.from_bytes(again.to_bytes())
    assert facts(other(TEXTS[nlp.lang])) == facts(again(TEXTS[nlp.lang]))


def test_docs_keep_their_facts_as_bytes(nlp: spacy.language.Language) -> None:
    doc = nlp(TEXTS[nlp.lang])
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert facts(again) == facts(doc)
    assert {key: len(group) for key, group in again.spans.items()} == {
        key: len(group) for key, group in doc.spans.items()
    }


def test_two_processes_find_the_same(nlp: spacy.language.Language) -> None:
    texts = [TEXTS[nlp.lang].replace("23", str(number)) for number in range(20, 26)]
    one = [facts(doc) for doc in nlp.pipe(texts)]
    two = [facts(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=2)]
    assert two == one == [facts(nlp(text)) for text in texts]


def test_auto_decides_per_document(tmp_path: Path) -> None:
    nlp = coalition_nlp.load()
    docs = list(nlp.pipe([GERMAN, ENGLISH]))
    assert [doc._.coalition["language"] for doc in docs] == ["de", "en"]
    assert facts(docs[1]) == facts(coalition_nlp.load("en")(ENGLISH))
    nlp.to_disk(tmp_path / "auto")
    assert facts(spacy.load(tmp_path / "auto")(GERMAN)) == facts(docs[0])


def test_auto_in_two_processes() -> None:
    nlp = coalition_nlp.load("auto")
    two = [facts(doc) for doc in nlp.pipe([GERMAN, ENGLISH, GERMAN], n_process=2, batch_size=1)]
    assert two == [facts(nlp(text)) for text in (GERMAN, ENGLISH, GERMAN)]


def test_auto_refuses_other_languages(french: str) -> None:
    with pytest.raises(coalition_nlp.UnsupportedLanguageError, match="'fr'"):
        coalition_nlp.load("auto")(french)


@pytest.mark.parametrize("language", ["de", "en"])
def test_extract(language: str) -> None:
    document = coalition_nlp.extract(TEXTS[language], published="2020-02-14")
    assert isinstance(document, Document)
    assert document.language == language
    assert document.text == TEXTS[language]
    assert (document.published, document.published_from) == (dt.date(2020, 2, 14), "argument")
    assert document.source is None
    assert document.model is not None
    assert document.model.name.startswith("coalition_nlp/")
    assert document.model.version == coalition_nlp.__version__
    assert Document.model_validate_json(document.model_dump_json()) == document


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_main_job(language: str) -> None:
    """One sentence of each kind; the tests of the pipes go into depth."""
    document = coalition_nlp.extract(TEXTS[language], published="2020-02-14")
    assert [(p.name, o.portfolio, o.country) for p in document.ministers for o in p.offices] == [
        ("Anna Visser", "foreign", "NL")
    ]
    assert "NL" in [country.alpha2 for country in document.countries]
    assert [t.value for t in document.times] == ["2020-02-14", "2019-05"]
    assert [(int(f.value or 0), f.kind) for f in document.figures] == [(23, "count"), (40, "percent")]
    assert [(m.city, m.status, str(m.start)) for m in document.meetings] == [("Rome", "held", "2020-02-14")]
    assert [(s.speaker.name, s.kind) for s in document.statements] == [("Anna Visser", "direct")]


def test_the_same_text_gives_the_same_bytes() -> None:
    assert len({coalition_nlp.extract(GERMAN).model_dump_json() for _ in range(3)}) == 1


def test_a_pipeline_of_ones_own_is_used() -> None:
    nlp = coalition_nlp.load("en")
    nlp.remove_pipe("coalition_times")
    assert coalition_nlp.extract(ENGLISH, nlp=nlp).times == ()
    assert coalition_nlp.extract(GERMAN, nlp=coalition_nlp.load("auto")).language == "de"


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_empty_texts_are_an_error(text: str) -> None:
    with pytest.raises(coalition_nlp.SourceError, match="empty"):
        coalition_nlp.extract(text)


def test_texts_too_long_are_an_error() -> None:
    with pytest.raises(coalition_nlp.SourceError, match="split it into single articles"):
        coalition_nlp.extract("Wort " * 210_000)


def test_noise_tells_no_facts() -> None:
    text = f"Startseite › Rom › Wien\n\n{GERMAN}\n\nTags: Paris, 30 Tote, Mai 2011\n\nFoto: A. Muster/AFP"
    clean = coalition_nlp.extract(GERMAN, published="2020-02-14")
    noisy = coalition_nlp.extract(text, published="2020-02-14")
    assert [t.value for t in noisy.times] == [t.value for t in clean.times]
    assert [f.value for f in noisy.figures] == [f.value for f in clean.figures]
    assert [p.name for p in noisy.people] == [p.name for p in clean.people]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_no_fact(end: str, german: str) -> None:
    plain = coalition_nlp.extract(german)
    other = coalition_nlp.extract(german.replace("\n", end))
    assert other.text == german.replace("\n", end)
    for key in ("people", "countries", "times", "figures", "meetings", "statements"):
        assert len(getattr(other, key)) == len(getattr(plain, key)), key
    assert other.title == plain.title
    assert other.published == plain.published


def test_sentences_of_a_long_text_take_no_long_time() -> None:
    import time

    nlp = spacy.blank("en")
    nlp.add_pipe("coalition_sentences")
    doc = nlp.make_doc("The ministers met in Rome. " * 8000)
    start = time.process_time()
    nlp.get_pipe("coalition_sentences")(doc)
    assert time.process_time() - start < 60
    assert sum(1 for _ in doc.sents) == 8000
