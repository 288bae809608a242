"""German or English? Asked of py3langid, whose model travels in its package."""

from __future__ import annotations

from coalition_nlp.errors import UnsupportedLanguageError
from coalition_nlp.languages import SUPPORTED

_SAMPLE = 20_000  # characters; more does not change the answer, only the time


def detect_language(text: str, name: str = "text") -> str:
    """The language of a text, "de" or "en".

    >>> detect_language("Die Ministerin reiste am Montag nach Wien, um mit ihren Kollegen zu beraten.")
    'de'

    Raises:
        UnsupportedLanguageError: the text is in another language, or has no words to tell.
    """
    sample = text[:_SAMPLE]
    if sum(c.isalpha() for c in sample[:2000]) < 10:
        raise UnsupportedLanguageError(f"{name}: too few words to tell the language; give language='de' or 'en'")
    import py3langid  # reads its model on first use

    found = str(py3langid.classify(sample)[0])
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
