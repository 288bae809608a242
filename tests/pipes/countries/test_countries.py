"""Countries by name, adjective, demonym and compound, with counter-examples. Markup: [[words]]{CODE}."""

from __future__ import annotations

import re

import pytest
import spacy

from coalition_nlp.knowledge.countries import countries, country_name
from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.countries.component import find_countries

MARK = re.compile(r"\[\[([^\]]+)\]\]\{([A-Z]{2})\}")

GERMAN = [
    "Die [[irakische]]{IQ} Regierung dankte [[Deutschlands]]{DE} Kanzler und den [[Niederlanden]]{NL}.",
    "Der Präsident [[Frankreichs]]{FR}, die Präsidentin des [[Kosovo]]{XK} und der König des [[Iraks]]{IQ} reisten an.",
    "Ein [[US]]{US}-Flugzeug landete im [[Nordirak]]{IQ}, ein zweites in der [[Ostukraine]]{UA}.",
    "Die [[Ukraine]]{UA}-Hilfe und die [[Iran]]{IR}krise bestimmten den Gipfel, dazu der Streit um die "
    "[[Russland]]{RU}sanktionen.",
    "[[Iraker]]{IQ}, [[Franzosen]]{FR}, [[Jemenitinnen]]{YE} und eine [[Britin]]{GB} unterschrieben.",
    "In der [[Demokratischen Republik Kongo]]{CD} und in der [[Republik Kongo]]{CG} wird gewählt.",
    "[[Äquatorialguinea]]{GQ}, [[Guinea-Bissau]]{GW} und [[Guinea]]{GN} blieben fern.",
    "Der [[Südsudan]]{SS} grenzt an den [[Sudan]]{SD}.",
    "Die [[deutsch]]{DE}-[[polnische]]{PL} Grenze und der [[Palästinenser]]{PS}präsident.",
    "Der [[Schweizer]]{CH} Gesandte sprach fließend Russisch, der [[russische]]{RU} kein Deutsch.",
    "Die Süddeutsche Zeitung, die Deutsche Welle und die Deutsche Bank berichten über Südamerika.",
    "Es kostete 40 Millionen US-Dollar und 3 US$.",
    "Die Bundesregierung und die nordafrikanischen Staaten schwiegen, Washington auch.",
    "Das Konto @Syrien_heute und die Seite www.deutschland.de sind offline.",
    "Kräfte aus der [[Tu\u0308rkei]]{TR} und aus der [[Côte d’Ivoire]]{CI}.",
]

ENGLISH = [
    "The [[U.S.]]{US}-[[Iraq]]{IQ} dialogue, the [[UK]]{GB} and the [[United Arab Emirates]]{AE} were praised.",
    "[[Iraqis]]{IQ}, [[Britons]]{GB} and the [[Dutch]]{NL} signed.",
    "[[United States]]{US}Institutions and [[Tunisia]]{TN}Americas were lost line breaks.",
    "[[South Sudan]]{SS}, [[Sudan]]{SD}, [[Equatorial Guinea]]{GQ} and [[Papua New Guinea]]{PG} joined.",
    "[[Northern Ireland]]{GB} is not [[Ireland]]{IE}.",
    "Jordan Whitfield flew to [[Jordan]]{JO}. Georgia Brown stayed in [[Georgia]]{GE}.",
    "Vernon Jordan and Michael Holland stayed in [[Holland]]{NL}.",
    "Georgia voted, and turnout in Atlanta was high.",
    "New Mexico and the Latin American states watched the Gulf of Oman.",
    "She answered in French. He went to a [[French]]{FR} school.",
    "JOIN US NOW, said the poster. The turkey was served on china.",
    "Ministers from the [[Democratic Republic of the Congo]]{CD} and the [[Republic of the Congo]]{CG} shook hands.",
    "[[SAUDI ARABIA]]{SA} AND [[YEMEN]]{YE} AGREE TO TALKS",
    "The sum of 5 million US dollars was paid.",
]


def marked(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text without markup and what it expects; malformed markup is an error."""
    plain = MARK.sub(r"\1", text)
    assert "[[" not in plain and "]]" not in plain and "{" not in plain
    return plain, [(m.group(1), m.group(2)) for m in MARK.finditer(text)]


@pytest.mark.parametrize(("language", "text"), [("de", t) for t in GERMAN] + [("en", t) for t in ENGLISH])
def test_mentions(language: str, text: str) -> None:
    plain, expected = marked(text)
    view = View(spacy.blank(language)(plain), language)
    assert [(plain[f.start : f.end], f.alpha2) for f in find_countries(view)] == expected


def test_forms() -> None:
    view = View(spacy.blank("de")("Irans Volk, die iranische Flotte, ein Iraner, der Iran-Deal"), "de")
    assert [f.form for f in find_countries(view)] == ["name", "adjective", "demonym", "compound"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_country_is_found_by_its_own_name(language: str) -> None:
    from coalition_nlp.languages import rules
    from coalition_nlp.pipes.countries.models import CountryWordTable

    nlp = spacy.blank(language)
    for row in rules(language, "countries", CountryWordTable).rows:
        assert row.alpha2 in countries()
        for name in row.names.split("|"):
            text = "Es geht um " + name.replace("*", "") + "."
            found = find_countries(View(nlp(text), language))
            assert row.alpha2 in {f.alpha2 for f in found} or not name, (row.alpha2, name, found)


def test_both_languages_have_the_same_countries() -> None:
    from coalition_nlp.languages import rules
    from coalition_nlp.pipes.countries.models import CountryWordTable

    codes = [{row.alpha2 for row in rules(lang, "countries", CountryWordTable).rows} for lang in ("de", "en")]
    assert codes[0] == codes[1] == set(countries())
    assert country_name("XK") == "Kosovo"
