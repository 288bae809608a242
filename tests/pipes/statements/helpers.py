"""Runs the statements pipe on a sentence in which [square brackets] mark the persons."""

from __future__ import annotations

import re
from typing import Any

import spacy

from coalition_nlp.pipes.base import facts

_MARK = re.compile(r"\[([^\[\]]+)\]")


def plain(marked: str) -> tuple[str, list[dict[str, Any]]]:
    """The text without brackets, and its people; a later surname belongs to the person named before."""
    if marked.count("[") != len(_MARK.findall(marked)) or marked.count("]") != marked.count("["):
        raise ValueError(f"broken markup: {marked}")
    text = ""
    people: list[dict[str, Any]] = []
    position = 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        name = match.group(1)
        start = len(text)
        text += name
        person = next((p for p in people if p["name"] == name or p["name"].split()[-1] == name), None)
        if person is None:
            person = {"id": f"p{len(people) + 1}", "name": name, "offices": [], "mentions": []}
            people.append(person)
        person["mentions"].append({"start": start, "end": len(text)})
        position = match.end()
    return text + marked[position:], people


def find(language: str, marked: str, **known: Any) -> list[dict[str, Any]]:
    """The statements of a marked text, each with its `text` and its speaker's `name` at hand."""
    text, people = plain(marked)
    nlp = spacy.blank(language)
    nlp.add_pipe("coalition_sentences")
    nlp.add_pipe("coalition_statements")
    doc = nlp.make_doc(text)
    facts(doc).update({"people": people} | known)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    found = facts(doc)["statements"]
    for fact in found:
        quote = fact["quote"]
        fact["text"] = text[quote["start"] : quote["end"]]
        fact["name"] = fact["speaker"]["name"]
    return found


def summary(language: str, marked: str) -> list[tuple[str, str, str]]:
    """(speaker, kind, what is said) of every statement."""
    return [(f["name"], f["kind"], f["text"]) for f in find(language, marked)]
