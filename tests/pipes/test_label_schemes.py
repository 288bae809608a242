"""The pipes on Docs as other base models annotate them: STTS and TIGER, STTS alone, Universal Dependencies, CLEAR.

The Docs are built by hand, so that no model has to be installed; `de_core_news_md` has the first of these schemes.
"""

from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import coalition_nlp
from coalition_nlp.pipeline.build import PIPES
from coalition_nlp.pipes import syntax

# word, blank behind it, STTS, UPOS, morphology, TIGER head (distance), TIGER relation, UD relation, entity
GERMAN = """
Der _ ART DET Case=Nom 2 nk det O
niederländische _ ADJA ADJ Degree=Pos 1 nk amod O
Außenminister _ NN NOUN Case=Nom 8 sb nsubj O
Joost _ NE PROPN Case=Nom 1 pnc flat B-PER
Verhoeven _ NE PROPN Case=Nom -2 nk appos I-PER
hat _ VAFIN AUX VerbForm=Fin 0 ROOT aux O
am _ APPR ADP _ 4 mo case O
Freitag _ NN NOUN Case=Dat -1 nk obl O
in _ APPR ADP _ 1 mo case O
Rom _ NE PROPN Case=Dat -1 nk obl B-LOC
mit _ APPR ADP _ 3 mo case O
23 _ CARD NUM _ 1 nk nummod O
Amtskollegen _ NN NOUN Case=Dat -2 nk obl O
beraten 0 VVPP VERB VerbForm=Part -8 oc ROOT O
. _ $. PUNCT _ -9 punct punct O
„ 0 $( PUNCT _ 4 punct punct O
Wir _ PPER PRON Case=Nom 1 sb nsubj O
warten 0 VVFIN VERB VerbForm=Fin 3 oc ccomp O
“ 0 $( PUNCT _ -1 punct punct O
, _ $, PUNCT _ 1 punct punct O
sagte _ VVFIN VERB VerbForm=Fin 0 ROOT ROOT O
Verhoeven 0 NE PROPN Case=Nom -1 sb nsubj B-PER
. _ $. PUNCT _ -2 punct punct O
Im _ APPR ADP _ 3 mo case O
Mai _ NN NOUN Case=Dat -1 nk obl O
2019 _ CARD NUM _ -1 nk nmod O
waren _ VAFIN AUX VerbForm=Fin 0 ROOT cop O
40 _ CARD NUM _ 1 nk nummod O
Prozent _ NN NOUN Case=Nom -2 sb nsubj O
der _ ART DET Case=Gen 1 nk det O
Wege _ NN NOUN Case=Gen -2 ag nmod O
frei 0 ADJD ADJ Degree=Pos -5 pd ROOT O
. _ $. PUNCT _ -6 punct punct O
"""
# word, blank behind it, Penn, UPOS, morphology, CLEAR head (distance), CLEAR relation, the same, entity
ENGLISH = """
Dutch _ JJ ADJ Degree=Pos 2 amod amod B-NORP
Foreign _ NNP PROPN Number=Sing 1 compound compound O
Minister _ NNP PROPN Number=Sing 2 compound compound O
Joost _ NNP PROPN Number=Sing 1 compound compound B-PERSON
Verhoeven _ NNP PROPN Number=Sing 1 nsubj nsubj I-PERSON
met _ VBD VERB VerbForm=Fin 0 ROOT ROOT O
23 _ CD NUM NumType=Card 1 nummod nummod B-CARDINAL
ministers _ NNS NOUN Number=Plur -2 dobj obj O
in _ IN ADP _ -3 prep case O
Rome _ NNP PROPN Number=Sing -1 pobj obl B-GPE
on _ IN ADP _ -5 prep case O
Friday 0 NNP PROPN Number=Sing -1 pobj obl B-DATE
. _ . PUNCT _ -7 punct punct O
“ 0 `` PUNCT _ 5 punct punct O
We _ PRP PRON Case=Nom 1 nsubj nsubj O
wait 0 VBP VERB VerbForm=Fin 4 ccomp ccomp O
, 0 , PUNCT _ 3 punct punct O
” _ '' PUNCT _ 2 punct punct O
Verhoeven _ NNP PROPN Number=Sing 1 nsubj nsubj B-PERSON
said 0 VBD VERB VerbForm=Fin 0 ROOT ROOT O
. _ . PUNCT _ -1 punct punct O
In _ IN ADP _ 5 prep case O
May _ NNP PROPN Number=Sing -1 pobj obl B-DATE
2019 0 CD NUM NumType=Card -1 nummod nummod I-DATE
, _ , PUNCT _ 2 punct punct O
40 _ CD NUM NumType=Card 1 nummod nummod B-PERCENT
percent _ NN NOUN Number=Sing 4 nsubj nsubj I-PERCENT
of _ IN ADP _ -1 prep case O
the _ DT DET _ 1 det det O
roads _ NNS NOUN Number=Plur -2 pobj nmod O
were _ VBD AUX VerbForm=Fin 0 ROOT cop O
open 0 JJ ADJ Degree=Pos -1 acomp ROOT O
. _ . PUNCT _ -2 punct punct O
"""
SENTENCES = {"de": GERMAN, "en": ENGLISH}
SCHEMES = ("everything", "tags alone", "universal", "entities alone", "nothing")


@pytest.fixture(scope="module", params=["de", "en"])
def nlp(request: pytest.FixtureRequest) -> Language:
    return coalition_nlp.load(request.param, model=f"blank:{request.param}")


def built(nlp: Language, scheme: str) -> Doc:
    rows = [line.split() for line in SENTENCES[nlp.lang].strip().splitlines()]
    words, blanks, tags, pos, morphs, distances, clear, universal, ents = (
        list(column) for column in zip(*rows, strict=True)
    )
    layers: dict[str, Any] = {}
    if scheme in ("everything", "tags alone"):
        layers["tags"] = tags
    if scheme in ("everything", "universal"):
        layers["pos"] = pos
        layers["morphs"] = ["" if morph == "_" else morph for morph in morphs]
    if scheme == "everything":
        layers["heads"] = [index + int(distance) for index, distance in enumerate(distances)]
        layers["deps"] = clear
    if scheme == "universal":
        layers["heads"], layers["deps"] = flat(words), universal
    if scheme in ("everything", "universal", "entities alone"):
        layers["ents"] = ents
    return Doc(nlp.vocab, words=words, spaces=[blank == "_" for blank in blanks], **layers)


def flat(words: list[str]) -> list[int]:
    """Heads of a tree in which every word of a sentence hangs on its first."""
    heads, first = [], 0
    for index, word in enumerate(words):
        heads.append(first)
        if word == ".":
            first = index + 1
    return heads


def found(nlp: Language, doc: Doc) -> dict[str, list[dict[str, Any]]]:
    doc._.coalition = {"language": nlp.lang, "published": "2020-02-14"}
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return {key: doc._.coalition[key] for key in PIPES}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_pipe_finds_the_same_under_every_scheme(nlp: Language, scheme: str) -> None:
    facts = found(nlp, built(nlp, scheme))
    assert [(p["name"], p["offices"][0]["role"], p["offices"][0]["country"]) for p in facts["people"]] == [
        ("Joost Verhoeven", "minister", "NL")
    ]
    assert [country["alpha2"] for country in facts["countries"]] == ["NL"]
    assert [place["name"] for place in facts["places"]] == ["Rome"]
    assert [time["value"] for time in facts["times"]] == ["2020-02-14", "2019-05"]
    assert [(figure["value"], figure["kind"]) for figure in facts["figures"]] == [("23", "count"), ("40", "percent")]
    assert [(m["city"], m["status"], m["start"]) for m in facts["meetings"]] == [("Rome", "held", "2020-02-14")]
    assert [(s["speaker"]["name"], s["kind"]) for s in facts["statements"]] == [("Joost Verhoeven", "direct")]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_offsets_point_to_the_words(nlp: Language, scheme: str) -> None:
    doc = built(nlp, scheme)
    for person in found(nlp, doc)["people"]:
        assert all("Verhoeven" in doc.text[m["start"] : m["end"]] for m in person["mentions"])


@pytest.mark.parametrize("scheme", ["everything", "tags alone", "universal"])
def test_questions_about_words_have_the_same_answers(nlp: Language, scheme: str) -> None:
    doc, full = built(nlp, scheme), built(nlp, "everything")
    assert syntax.has_tags(doc)
    for token, known in zip(doc, full, strict=True):
        assert syntax.is_verb(token) == syntax.is_verb(known), token
        assert syntax.is_finite(token) == syntax.is_finite(known), token
        assert syntax.is_noun(token) == syntax.is_noun(known) or known.text in ("Freitag", "Mai"), token
        assert syntax.is_proper(token) == syntax.is_proper(known), token


def test_without_a_tagger_nothing_is_said_of_words(nlp: Language) -> None:
    doc = built(nlp, "nothing")
    assert not syntax.has_tags(doc)
    assert (
        {syntax.is_verb(t) for t in doc}
        == {syntax.is_noun(t) for t in doc}
        == {syntax.is_proper(t) for t in doc}
        == {None}
    )
    assert not any(syntax.is_finite(t) for t in doc)


def test_entity_labels_of_both_schemes(nlp: Language) -> None:
    kinds = {kind for kind, _ in syntax.names(built(nlp, "everything"))}
    assert kinds == {"PER", "LOC"} | ({"MISC"} if nlp.lang == "en" else set())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_annotation_of_the_model_stays(nlp: Language, scheme: str) -> None:
    doc, before = built(nlp, scheme), built(nlp, scheme)
    found(nlp, doc)
    assert [(t.tag_, t.pos_, t.dep_, t.ent_type_) for t in doc] == [
        (t.tag_, t.pos_, t.dep_, t.ent_type_) for t in before
    ]
    assert sum(1 for _ in doc.sents) == 3
