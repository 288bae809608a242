"""The grammar engine: compiles rules made of named pieces and classes of words, and finds the longest match of all of
them at every word where one can begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from coalition_nlp.errors import RuleFileError

from .beginnings import LENGTH, beginnings
from .models import Fields, Hit, TimeRule, TimeRules, TimeWords

SPACE = r"(?:[ ]{1,2}|[ ]?\n[ ]?)"
_BLANKS = {ord(c): " " for c in "\t\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000"}
_SHOUTED = re.compile(r"(?<![\w])[A-ZÄÖÜ]{3,}(?![\w])")
# A word or number on which an expression may begin; not the "19" of "Covid-19" or the cents of an amount.
_FIRST = re.compile(r"(?<![\w$€£#@])(?<![\w][-‑])(?:[^\W\d_]+|(?<![0-9][.,:/])(?<![/§])[0-9]+)")
_END = r"(?![\w%‰°])(?![-‑](?:[^\W_]|\s(?:und|oder|and|or)\s))(?!,[0-9])(?![.:/][0-9])"
_REFERENCE = re.compile(r"\{([a-z_]+)([2]?)\}")
_REMEMBERED = 20_000
_ADJECTIVE = ("", "e", "en", "er", "es", "em")


_OPENING = re.compile(r"(?:\A|[.!?:…»“”\"„(]\s{1,3}|\n|[„“»\"(•])([A-ZÄÖÜ][a-zäöüß]{1,20})(?![\w])")


def plain(text: str, known: frozenset[str]) -> str:
    """The text in a form that the rules read, every character in its place.

    Every kind of blank becomes a space, a shouted word of ours gets title case, and a word that only opens a sentence
    gets its small letter.

    >>> plain("MAY 3.\u00a0Vor Tagen", frozenset({"May", "vor"}))
    'May 3. vor Tagen'
    """

    def calm(match: re.Match[str]) -> str:
        word = match.group().capitalize()
        return word if word in known or word.lower() in known else match.group()

    def lower(match: re.Match[str]) -> str:
        word = match.group(1)
        small = word.lower()
        return match.group()[: -len(word)] + small if small in known else match.group()

    return _OPENING.sub(lower, _SHOUTED.sub(calm, text.translate(_BLANKS)))


def spellings(word: str) -> list[str]:
    """The surface forms a word of the tables stands for.

    >>> spellings("heute"), spellings("=morgen"), spellings("Mai")
    (['heute', 'Heute'], ['morgen'], ['Mai'])
    """
    exact = word.startswith("=")
    word = word.removeprefix("=")
    forms = [word[:-1] + ending for ending in _ADJECTIVE] if word.endswith("~") else [word]
    if exact:
        return forms
    return [form for base in forms for form in dict.fromkeys((base, base[:1].upper() + base[1:]))]


def alternatives(words: list[str]) -> str:
    """A regular expression for any of the words, as a prefix tree, so that it takes no longer for many than for few.

    >>> alternatives(["Mai", "März"])
    'M(?:ai|ärz)'
    """
    tree: dict[str, dict] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}

    def write(node: dict[str, dict]) -> str:
        branches = []
        for character, rest in node.items():
            if character:
                branches.append((SPACE if character == " " else re.escape(character)) + write(rest))
        if not branches:
            return ""
        body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
        return body + "?" if "" in node else body

    return write(tree)


_GROUP = re.compile(r"\(\?P<([a-z_]+2?)>")


def _numbered(expression: str) -> tuple[str, list[tuple[str, str]]]:
    """The expression with unique groups, and which name of the author's each of them has: the same name may stand on
    both sides of an alternative, which regular expressions do not allow."""
    groups: list[tuple[str, str]] = []

    def number(match: re.Match[str]) -> str:
        groups.append((f"g{len(groups)}", match.group(1)))
        return f"(?P<{groups[-1][0]}>"

    return _GROUP.sub(number, expression), groups


class _CompiledRule:
    """A rule with its regular expression, which is compiled when it is first tried: most texts need few of the rules.

    `opening` is the expression with every word of a class cut to as much as `beginnings` looks at.
    """

    __slots__ = ("_match", "_source", "beginnings", "extents", "groups", "rule")

    def __init__(self, rule: TimeRule, expression: str, opening: str) -> None:
        self._source, groups = _numbered(expression)
        self._match: Callable[[str, int], re.Match[str] | None] | None = None
        try:
            self.beginnings = tuple(beginnings(_numbered(opening)[0]))
        except re.error as error:
            raise RuleFileError(f"times: rule {rule.id}: {error} in {rule.pattern}") from error
        self.rule = rule
        self.groups = tuple((group, name) for group, name in groups if name not in ("extent", "extent2"))
        self.extents = tuple(group for group, name in groups if name in ("extent", "extent2"))

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The match that begins here, if there is one."""
        if self._match is None:
            self._match = re.compile(self._source).match
        return self._match(text, start)


class Grammar:
    """The rules of one language, compiled."""

    def __init__(self, table: TimeRules, words: TimeWords) -> None:
        self.table = table
        self._values: dict[str, dict[str, str]] = {}
        for row in words.rows:
            known = self._values.setdefault(row.kind, {})
            for form in spellings(row.word):
                if known.setdefault(form, row.value) != row.value:
                    raise RuleFileError(f"times_words: {form!r} has two values in {row.kind!r}")
        whole = {kind: alternatives(list(forms)) for kind, forms in self._values.items()}
        cut = {
            kind: alternatives(list(dict.fromkeys(form[:LENGTH] for form in forms)))
            for kind, forms in self._values.items()
        }
        self._rules = [
            _CompiledRule(rule, self._expression(rule, whole), self._expression(rule, cut)) for rule in table.rule
        ]
        sources = " ".join([*table.pieces.values(), *(rule.pattern for rule in table.rule)])
        literals = re.sub(r"\\.|\{[a-z_]+2?\}|\?P<[a-z]+>|\?<?[=!:]", " ", sources)
        known_words = {form for word in re.findall(r"[^\W\d_]+", literals) for form in spellings(word)}
        for forms in self._values.values():
            known_words |= {form.split()[0].split("-")[0].rstrip(".") for form in forms}
        self.vocabulary = frozenset(known_words)
        self._by_beginning: dict[str, tuple[_CompiledRule, ...]] = {}

    def _rules_for(self, beginning: str) -> tuple[_CompiledRule, ...]:
        """The rules that can match where the text goes on like this, in the order of the file."""
        found = self._by_beginning.get(beginning)
        if found is None:
            found = tuple(rule for rule in self._rules if beginning.startswith(rule.beginnings))
            if len(self._by_beginning) < _REMEMBERED:
                self._by_beginning[beginning] = found
        return found

    def _expression(self, rule: TimeRule, classes: dict[str, str]) -> str:
        marked = rule.pattern.replace("«", "(?P<extent>").replace("»", ")")
        return f"(?:{self._expand(marked, '', classes)}){_END}"

    def _expand(self, source: str, suffix: str, classes: dict[str, str]) -> str:
        """What an author wrote as a regular expression; blanks are widened before the classes of words come in."""

        def replace(match: re.Match[str]) -> str:
            name, number = match.group(1), match.group(2) or suffix
            if name in self.table.pieces:
                return "(?:" + self._expand(self.table.pieces[name], number, classes) + ")"
            if name in classes:
                return f"(?P<{name}{number}>{classes[name]})"
            raise RuleFileError(f"times: neither piece nor class of words: {name!r}")

        source = re.sub(r"(?<!\\)\((?!\?)", "(?:", source)
        if suffix:
            source = re.sub(r"\(\?P<([a-z_]+)>", rf"(?P<\g<1>{suffix}>", source)
        return SPACE.join(_REFERENCE.sub(replace, part) for part in source.split(" "))

    def _read(self, compiled: _CompiledRule, match: re.Match[str]) -> Fields:
        """The fields of a match. A group or class `field_variant` fills `field`; a value may bring further fields
        (`SU|portion=END`)."""
        fields = dict(compiled.rule.set)
        for group, name in compiled.groups:
            surface = match[group]
            if surface is None:
                continue
            side = "2" if name.endswith("2") else ""
            kind = name.removesuffix("2")
            value, *more = self._values.get(kind, {}).get(" ".join(surface.split()), surface).split("|")
            fields[kind.split("_")[0] + side] = value
            for extra in more:
                key, _, content = extra.partition("=")
                fields[key + side] = content
        return fields

    def _longest(
        self, text: str, start: int, accepts: Callable[[TimeRule, int, int], bool]
    ) -> tuple[_CompiledRule, re.Match[str]] | None:
        """The rule that matches most from here on; the first of them where several do."""
        best_end = start
        best: tuple[_CompiledRule, re.Match[str]] | None = None
        for compiled in self._rules_for(text[start : start + LENGTH]):
            match = compiled.match(text, start)
            if match is None or match.end() <= best_end:
                continue
            spans = _spans(compiled, match)
            if compiled.rule.guard is None or accepts(compiled.rule, spans[0][0], spans[-1][1]):
                best, best_end = (compiled, match), match.end()
        return best

    def scan(self, text: str, accepts: Callable[[TimeRule, int, int], bool]) -> Iterator[list[Hit]]:
        """The matches of a text (made `plain`) from left to right, the longest at each place, none overlapping.

        A range has two hits. `accepts` is asked about rules that have a guard.
        """
        known = self._by_beginning
        position = 0
        for first in _FIRST.finditer(text):
            start = first.start()
            if start < position or known.get(text[start : start + LENGTH]) == ():
                continue
            found = self._longest(text, start, accepts)
            if found is None:
                continue
            inner = _spans(*found)[0][0]
            if inner > start:  # words of context came first: a longer expression may begin behind them
                other = self._longest(text, inner, accepts)
                if other is not None and other[1].end() > found[1].end():
                    found = other
            best_rule, best = found
            fields = self._read(best_rule, best)
            spans = _spans(best_rule, best)
            parts = [fields] if len(spans) == 1 else [_part(fields, 1), _part(fields, 2)]
            hits = [Hit(best_rule.rule, *span, part) for span, part in zip(spans, parts, strict=True)]
            position = hits[-1].end
            yield hits


def _spans(compiled: _CompiledRule, match: re.Match[str]) -> list[tuple[int, int]]:
    """The expression or both ends of a range; the whole match where the rule marks nothing."""
    return [match.span(group) for group in compiled.extents if match[group] is not None] or [match.span()]


_SHARED = ("month", "year", "shift", "ampm", "unit", "named", "numeric")


def _part(fields: Fields, part: int) -> Fields:
    """The fields of one side of a range; month, year and the like it takes from the other side where it lacks them."""
    first = {name: value for name, value in fields.items() if not name.endswith("2")}
    second = {name[:-1]: value for name, value in fields.items() if name.endswith("2")}
    own, other = (first, second) if part == 1 else (second, first)
    return {**{name: value for name, value in other.items() if name in _SHARED}, **own}
