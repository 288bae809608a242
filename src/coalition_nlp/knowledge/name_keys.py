"""Keys of names: what the usual spellings of one name in German and English have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "đ": "d"})
# In this order; a longer string comes before its parts.
_TRANSLITERATION = (
    ("tsch", "s"), ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"),
    ("dj", "j"), ("dzh", "j"),
    ("kh", "k"), ("ck", "k"), ("q", "k"), ("c", "k"),
    ("ph", "f"),
    ("w", "v"),
    ("ij", "i"), ("ii", "i"), ("y", "i"), ("j", "i"),
    ("ss", "s"), ("z", "s"),
    ("ou", "o"), ("oo", "o"), ("u", "o"),
    ("ee", "i"), ("e", "i"),
    ("gh", "g"),
)  # fmt: skip


@cache
def fold(name: str) -> str:
    """Small letters without accents, marks and blanks.

    >>> fold("Çavuşoğlu"), fold("Schäuble")
    ('cavusoglu', 'schauble')
    """
    return fold_lines(name.replace("\n", " "))


def fold_lines(text: str) -> str:
    """The same for many words at once, one a line."""
    text = text.lower().translate(_LETTERS)
    if not text.isascii():
        text = unicodedata.normalize("NFD", text)
    return re.sub(r"[^a-z\n]+", "", text)


@cache
def name_key(word: str) -> str:
    """A key that the usual transliterations of a name share.

    >>> name_key("Lawrow") == name_key("Lavrov") and name_key("Selenskyj") == name_key("Zelenskyy")
    True
    """
    return key_lines(fold(word))


def key_lines(text: str) -> str:
    """The keys of folded words, one a line: all names of the table at once take a few milliseconds."""
    for written, key in _TRANSLITERATION:
        text = text.replace(written, key)
    return re.sub(r"(.)\1+", r"\1", text)


_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az|ul|ed|es)[-‐‑](?=\w)")
_ARTICLES = frozenset({"al", "el"})
# "Abd al-Fattah", "Abdel Fattah", "Abdul-Fattah" and "Abdelfattah" are one name.
_SERVANT = re.compile(r"\b(a)bd(?:(?:[aeou]l)?[ ‐‑-]+(?:[ae][a-z]{1,2}[‐‑-])?|[aeou]l)(?=\w{3})", re.I)


@cache
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without the Arabic article, which the press writes al-, el-, Al or not at all.

    >>> name_words("Khaled Al Obeidi") == name_words("Khaled el-Obeidi") == ("Khaled", "Obeidi")
    True
    >>> name_words("Abdel Fattah al-Sisi") == name_words("Abd al-Fattah as-Sisi")
    True
    """
    return _bare_words(_SERVANT.sub(r"\1bd", name))


@cache
def name_forms(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name, also with the "Abdel" before a word apart from it.

    >>> name_forms("Adel Abdul Mahdi")
    (('Adel', 'AbdMahdi'), ('Adel', 'Abdul', 'Mahdi'))
    """
    return tuple(dict.fromkeys((name_words(name), _bare_words(name))))


def _bare_words(name: str) -> tuple[str, ...]:
    words = name.split()
    kept = (word for at, word in enumerate(words) if not at or word.lower() not in _ARTICLES or at == len(words) - 1)
    return tuple(map(bare_word, kept))


def bare_word(word: str) -> str:
    """A word without the article before it.

    >>> bare_word("al-Maliki"), bare_word("Alamo")
    ('Maliki', 'Alamo')
    """
    found = _ARTICLE.match(word.lower())
    return word[found.end() :] if found else word


_VOWELS = re.compile(r"(?<=.)[aeiouy]")


@cache
def skeleton(word: str) -> str:
    """First letter and consonants of a name: what transliterations leave that write vowels differently.

    >>> skeleton("Moualem") == skeleton("al-Muallem") == "mlm"
    True
    """
    text = fold(_ARTICLE.sub("", word.lower()))
    for written, key in (("x", "ks"), *_TRANSLITERATION):
        if key not in "io":
            text = text.replace(written, key)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", text))
