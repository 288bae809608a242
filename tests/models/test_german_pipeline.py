"""The German pipeline that comes with the package: it is there, small, whole, the same every time, and sensible."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from coalition_nlp.pipeline.german_default import default_german_path

REPOSITORY = Path(__file__).parents[2]

SENTENCES = {
    "Der Außenminister Frank-Walter Steinmeier traf in Ankara den türkischen Präsidenten.": [
        ("Frank-Walter Steinmeier", "PER"),
        ("Ankara", "LOC"),
    ],
    "Nach Angaben der Vereinten Nationen flohen Tausende aus Syrien in den Libanon.": [
        ("Syrien", "LOC"),
        ("Libanon", "LOC"),
    ],
    "Bundeskanzlerin Angela Merkel reist am Dienstag nach Paris.": [("Angela Merkel", "PER"), ("Paris", "LOC")],
    "In Brüssel beriet die Nato über den Einsatz in Afghanistan.": [
        ("Brüssel", "LOC"),
        ("Nato", "ORG"),
        ("Afghanistan", "LOC"),
    ],
    "Die SPD lehnt den Vorschlag von Wolfgang Schäuble ab.": [("SPD", "ORG"), ("Wolfgang Schäuble", "PER")],
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(default_german_path())


def test_components_are_those_the_pipes_ask(nlp):
    assert nlp.pipe_names == ["tok2vec", "morphologizer", "ner"]
    assert set(nlp.get_pipe("ner").labels) == {"PER", "LOC", "ORG", "MISC"}
    labels = nlp.get_pipe("morphologizer").labels
    assert {"POS=NOUN", "POS=PROPN", "POS=VERB", "POS=ADJ"} <= set(labels)


def test_meta_tells_name_licence_and_scores(nlp):
    assert (nlp.lang, nlp.meta["name"]) == ("de", "coalition_news_md")
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    assert nlp.meta["performance"]["gsd_hold_out"]["pos_acc"] > 0.9


def test_size():
    files = [path for path in default_german_path().rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 45_000_000


def test_holds_no_words_of_the_training_texts():
    """The string table has labels and rules of the tokenizer, not the vocabulary of somebody's corpus."""
    strings = json.loads((default_german_path() / "vocab" / "strings.json").read_text(encoding="utf-8"))
    assert "PER" in strings
    assert len(strings) < 5000


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items(), ids=range(len(SENTENCES)))
def test_names(nlp, text, expected):
    found = [(ent.text, ent.label_) for ent in nlp(text).ents]
    assert [name for name in expected if name not in found] == []


@pytest.mark.parametrize(
    "text", ["Sie sprachen lange und kamen nicht voran.", "Das Wetter war schlecht.", "", " \n\n "]
)
def test_no_names_where_there_are_none(nlp, text):
    assert [ent.text for ent in nlp(text).ents] == []


def test_parts_of_speech(nlp):
    doc = nlp("Die Minister verhandelten gestern in Oslo über eine neue Grenze.")
    assert [token.pos_ for token in doc] == [
        *("DET", "NOUN", "VERB", "ADV", "ADP", "PROPN"),
        *("ADP", "DET", "ADJ", "NOUN", "PUNCT"),
    ]


def test_fresh_processes_agree_and_load_without_a_warning():
    script = (
        "import spacy, sys\n"
        "from coalition_nlp.pipeline.german_default import default_german_path\n"
        "nlp = spacy.load(default_german_path())\n"
        "docs = nlp.pipe(sys.argv[1:])\n"
        "print([[(t.text, t.pos_, t.ent_iob_, t.ent_type_) for t in doc] for doc in docs])\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-W", "error::UserWarning", "-c", script, *SENTENCES],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    assert "Steinmeier" in runs[0].stdout


def test_saved_and_loaded_again_it_says_the_same(nlp, tmp_path):
    nlp.to_disk(tmp_path / "copy")
    copy = spacy.load(tmp_path / "copy")
    for text in SENTENCES:
        assert [(e.text, e.label_) for e in copy(text).ents] == [(e.text, e.label_) for e in nlp(text).ents]


def test_attribution_names_every_source():
    text = (REPOSITORY / "models" / "de" / "ATTRIBUTION").read_text(encoding="utf-8")
    for source in ("GermEval 2014", "UD_German-GSD", "UD_German-PUD", "Bundestag", "GeoNames", "CLDR"):
        assert source in text
    assert "CC BY-SA 4.0" in text
