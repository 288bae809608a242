"""The grammar engine: compiles rules made of named pieces and classes of words, and finds the longest match of all of
them at every word where one can begin."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache

from coalition_nlp.errors import RuleFileError

from .beginnings import LENGTH, beginnings, folded
from .models import BeginningRow, Fields, Hit, TimeBeginnings, TimeRule, TimeRules, TimeWords

SPACE = r"(?:[ ]{1,2}|[ ]?\n[ ]?)"
_BLANKS = {ord(c): " " for c in "\t\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000"}
_SHOUTED = re.compile(r"(?<![\w])[A-ZÄÖÜ]{3,}(?![\w])")
# A word or number on which an expression may begin; not the "19" of "Covid-19" or the cents of an amount.
_FIRST = re.compile(r"(?<![\w$€£#@])(?<![\w][-‑])(?:[^\W\d_]+|(?<![0-9][.,:/])(?<![/§])[0-9]+)")
_END = r"(?![\w%‰°])(?![-‑](?:[^\W_]|\s(?:und|oder|and|or)\s))(?!,[0-9])(?![.:/][0-9])"
_REFERENCE = re.compile(r"\{([a-z_]+)([2]?)\}")
_REMEMBERED = 20_000
_FIRST_PART = re.compile(r"[^\W\d_]+(?=[- ]|\Z)")
_SPELT = 2  # letters of a word in a draft: fewer let too many texts pass, more take longer to compile
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

    First words that go on in the same ways (twenty-one, thirty-one) are taken together.

    >>> alternatives(["Mai", "März"]), alternatives(["am", "am 1", "um", "um 1"])
    ('M(?:ai|ärz)', '(?:am|um)(?:(?:[ ]{1,2}|[ ]?\\\\n[ ]?)1)?')
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        first = _FIRST_PART.match(word)
        rests.setdefault(first.group() if first else "", []).append(word[first.end() if first else 0 :])
    firsts: dict[tuple[str, ...], list[str]] = {}
    for first_word, rest in rests.items():
        firsts.setdefault(tuple(sorted(set(rest))), []).append(first_word)
    if not any(len(rest) > 1 and len(heads) > 1 for rest, heads in firsts.items()):
        return _tree(words)
    parts = [_tree(heads) + _tree(list(rest)) for rest, heads in firsts.items()]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _tree(words: list[str]) -> str:
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


def shortened(words: list[str]) -> str:
    """An expression that matches all the words and more, quick to compile: only their first letters are spelt out.

    >>> shortened(["am", "Montag", "Monate"])
    '(?:am|Mo[\\\\s\\\\S]{0,4}?)'
    """
    short = [word for word in words if len(word) <= _SPELT]
    long = [word for word in words if len(word) > _SPELT]
    if not long:
        return alternatives(short)
    # one blank may stand for up to three characters of the text
    rest = max(len(word) + 2 * word.count(" ") for word in long) - _SPELT
    tail = alternatives(list(dict.fromkeys(word[:_SPELT] for word in long))) + rf"[\s\S]{{0,{rest}}}?"
    return f"(?:{alternatives(short)}|{tail})" if short else f"(?:{tail})"


_GROUP = re.compile(r"\(\?P<([a-z_]+2?)>")


def _numbered(expression: str) -> tuple[str, list[tuple[str, str]]]:
    """The expression with unique groups, and which name of the author's each of them has: the same name may stand on
    both sides of an alternative, which regular expressions do not allow."""
    groups: list[tuple[str, str]] = []

    def number(match: re.Match[str]) -> str:
        groups.append((f"g{len(groups)}", match.group(1)))
        return f"(?P<{groups[-1][0]}>"

    return _GROUP.sub(number, expression), groups


class _Rule:
    """A rule with its regular expression, which is compiled when a text first comes near to it: most texts need few of
    the rules, and compiling all of them takes longer than reading a text.

    The expression with `shortened` classes, quick to compile, tells when that is: it matches wherever the rule does.
    """

    __slots__ = ("_draft", "_expression", "_match", "after", "extents", "groups", "rule")

    def __init__(self, rule: TimeRule, expression: Callable[[TimeRule, bool], str]) -> None:
        self.rule = rule
        self.after = frozenset(rule.after)
        self._expression = expression
        self._draft: re.Pattern[str] | None = None
        self._match: Callable[[str, int], re.Match[str] | None] | None = None
        self.groups: tuple[tuple[str, str], ...] = ()
        self.extents: tuple[str, ...] = ()

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The match that begins here, if there is one."""
        if self._match is None:
            if self._draft is None:
                self._draft = re.compile(_numbered(self._expression(self.rule, True))[0])
            if self._draft.match(text, start) is None:
                return None
            source, groups = _numbered(self._expression(self.rule, False))
            self.groups = tuple((group, name) for group, name in groups if name not in ("extent", "extent2"))
            self.extents = tuple(group for group, name in groups if name in ("extent", "extent2"))
            self._match = re.compile(source).match
        return self._match(text, start)


class Grammar:
    """The rules of one language. `known` says how they begin; where it is of other rules, it is worked out anew.

    Raises:
        RuleFileError: a rule is no regular expression, or names a piece or class of words there is not.
    """

    def __init__(self, table: TimeRules, words: TimeWords, known: TimeBeginnings | None = None) -> None:
        self.table = table
        self._values: dict[str, dict[str, str]] = {}
        for row in words.rows:
            values = self._values.setdefault(row.kind, {})
            for form in spellings(row.word):
                if values.setdefault(form, row.value) != row.value:
                    raise RuleFileError(f"times_words: {form!r} has two values in {row.kind!r}")
        self._whole: Callable[[str], str] = cache(lambda kind: alternatives(list(self._values[kind])))
        self._short: Callable[[str], str] = cache(lambda kind: shortened(list(self._values[kind])))
        self._rules = [_Rule(rule, self._either) for rule in table.rule]
        digest = self._digest()
        if known is None or known.digest != digest:
            known = self._found_beginnings(digest)
        self.beginnings = known
        self._starting = {beginning: row.rules for row in known.rows for beginning in row.beginnings}
        self._sorted_beginnings = sorted(self._starting)
        sources = " ".join([*table.pieces.values(), *(rule.pattern for rule in table.rule)])
        literals = re.sub(r"\\.|\{[a-z_]+2?\}|\?P<[a-z]+>|\?<?[=!:]", " ", sources)
        known_words = {form for word in re.findall(r"[^\W\d_]+", literals) for form in spellings(word)}
        for forms in self._values.values():
            known_words |= {form.split()[0].split("-")[0].rstrip(".") for form in forms}
        self.vocabulary = frozenset(known_words)
        self._by_beginning: dict[str, tuple[_Rule, ...]] = {}

    def _rules_for(self, beginning: str) -> tuple[_Rule, ...]:
        """The rules that can match where the text goes on like this, in the order of the file."""
        found = self._by_beginning.get(beginning)
        if found is None:
            start = folded(beginning)
            parts = [start[:length] for length in range(len(start))]  # a rule may say less than the text has
            first = last = bisect_left(self._sorted_beginnings, start)
            while last < len(self._sorted_beginnings) and self._sorted_beginnings[last].startswith(start):
                last += 1  # or more than is looked at, where white space was folded
            parts += self._sorted_beginnings[first:last]
            numbers = {number for part in parts for number in self._starting.get(part, ())}
            found = tuple(self._rules[number] for number in sorted(numbers))
            if len(self._by_beginning) < _REMEMBERED:
                self._by_beginning[beginning] = found
        return found

    def _digest(self) -> str:
        """What the beginnings depend on, in short."""
        forms = {kind: " ".join(words) for kind, words in self._values.items()}
        content = [LENGTH, self.table.pieces, [rule.pattern for rule in self.table.rule], forms]
        return hashlib.sha256(repr(content).encode()).hexdigest()[:16]

    def _found_beginnings(self, digest: str) -> TimeBeginnings:
        """How the rules begin, from their expressions, with each word cut to as much as is looked at."""

        @cache
        def cut(kind: str) -> str:
            return alternatives(list(dict.fromkeys(form[:LENGTH] for form in self._values[kind])))

        starting: dict[str, list[int]] = {}
        for number, rule in enumerate(self.table.rule):
            try:
                found = beginnings(_numbered(self._expression(rule, cut))[0].replace(SPACE, " "))
            except re.error as error:
                raise RuleFileError(f"times: rule {rule.id}: {error} in {rule.pattern}") from error
            for beginning in found:
                starting.setdefault(beginning, []).append(number)
        rows: dict[tuple[int, ...], list[str]] = {}
        for beginning in sorted(starting):
            rows.setdefault(tuple(starting[beginning]), []).append(beginning)
        return TimeBeginnings(
            digest=digest,
            rows=tuple(BeginningRow(rules=rules, beginnings=tuple(rows[rules])) for rules in sorted(rows)),
        )

    def _either(self, rule: TimeRule, draft: bool) -> str:
        return self._expression(rule, self._short if draft else self._whole)

    def _expression(self, rule: TimeRule, classes: Callable[[str], str]) -> str:
        marked = rule.pattern.replace("«", "(?P<extent>").replace("»", ")")
        return f"(?:{self._expand(marked, '', classes)}){_END}"

    def _expand(self, source: str, suffix: str, classes: Callable[[str], str]) -> str:
        """What an author wrote as a regular expression; blanks are widened before the classes of words come in."""

        def replace(match: re.Match[str]) -> str:
            name, number = match.group(1), match.group(2) or suffix
            if name in self.table.pieces:
                return "(?:" + self._expand(self.table.pieces[name], number, classes) + ")"
            if name in self._values:
                return f"(?P<{name}{number}>{classes(name)})"
            raise RuleFileError(f"times: neither piece nor class of words: {name!r}")

        source = re.sub(r"(?<!\\)\((?!\?)", "(?:", source)
        if suffix:
            source = re.sub(r"\(\?P<([a-z_]+)>", rf"(?P<\g<1>{suffix}>", source)
        return SPACE.join(_REFERENCE.sub(replace, part) for part in source.split(" "))

    def _read(self, compiled: _Rule, match: re.Match[str]) -> Fields:
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
    ) -> tuple[_Rule, re.Match[str]] | None:
        """The rule that matches most from here on; the first of them where several do."""
        best_end = start
        best: tuple[_Rule, re.Match[str]] | None = None
        for compiled in self._rules_for(text[start : start + LENGTH]):
            match = compiled.match(text, start)
            if match is None or match.end() <= best_end:
                continue
            if compiled.after and compiled.after.isdisjoint(_words_before(text, start)):
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


def _words_before(text: str, start: int) -> tuple[str, str]:
    """The word right before a character and the two words before it, in small letters."""
    words = text[max(0, start - 24) : start].lower().split()
    if not words or not text[start - 1].isspace():
        return "", ""
    return words[-1], " ".join(words[-2:])


def _spans(compiled: _Rule, match: re.Match[str]) -> list[tuple[int, int]]:
    """The expression or both ends of a range; the whole match where the rule marks nothing."""
    return [match.span(group) for group in compiled.extents if match[group] is not None] or [match.span()]


_SHARED = ("month", "year", "shift", "ampm", "unit", "named", "numeric")


def _part(fields: Fields, part: int) -> Fields:
    """The fields of one side of a range; month, year and the like it takes from the other side where it lacks them."""
    first = {name: value for name, value in fields.items() if not name.endswith("2")}
    second = {name[:-1]: value for name, value in fields.items() if name.endswith("2")}
    own, other = (first, second) if part == 1 else (second, first)
    return {**{name: value for name, value in other.items() if name in _SHARED}, **own}
