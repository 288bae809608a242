"""Surnames that are words too, and titles that stand for somebody named elsewhere, with counter-examples."""

from __future__ import annotations

import pytest
from tests.pipes.people.test_people import people

SURNAMES = [
    ("de", "Ole Koch kam an. Koch plädierte für Ruhe.", 2),
    ("de", "Ole Koch kam an. Am Abend flog Koch ab, und die Rede, die Koch hielt, war kurz.", 3),
    ("de", "Ole Koch kam an. Der Koch plädierte für Ruhe.", 1),
    ("de", "Ole Koch kam an. Ein sehr guter Koch sagte ab.", 1),
    ("de", "Ole Maas kam an. Mit Maas sprach niemand. An der Maas blieb es still.", 2),
    ("de", "Ole Kurz kam an. Kurz vor Mittag sagte Kurz ab. Kurz warb um Hilfe.", 3),
    ("de", "Ole Kurz kam an. Kurz wurde er laut.", 1),
    ("de", "Ola Kraft kam an. Das Gesetz trat in Kraft, wie Kraft sagte.", 2),
    ("en", "Ole Rice left. Rice flew home. Officials greeted Rice.", 3),
    ("en", "Ole Rice left. Rice exports rose. The Rice plan failed at Rice University.", 1),
    ("en", "Ole Rice left. Rice and Brandvold agreed.", 2),
    ("en", "Ole May left in May. By May all was calm. May urged calm, and they told May so.", 3),
    ("en", "Ole Price spoke. Oil Price talks failed. The Price plan failed.", 1),
]


@pytest.mark.parametrize(("language", "text", "mentions"), SURNAMES)
def test_surnames_that_are_words(language: str, text: str, mentions: int) -> None:
    _, found = people(text, language)
    assert len(found[0]["mentions"]) == mentions


KNOWN = [
    ("de", "2020-06-04", "Maas traf einen Kollegen. Der Bundesaußenminister reiste weiter.", "Heiko Maas"),
    ("de", "2018-03-04", "Wien – Kurz reist nach Oslo.", "Sebastian Kurz"),
    ("de", "2014-03-04", "Die USA warten ab. Kerry sagte wenig.", "John Kerry"),
    ("en", "2018-06-04", "OSLO - May said Britain would stay.", "Theresa May"),
    ("de", "2020-06-04", "An der Maas liegt Lüttich. Maas und Rhein sind Flüsse.", None),
    ("de", "2008-06-04", "Maas traf einen Kollegen. Der Bundesaußenminister reiste weiter.", None),
    ("de", "2018-03-04", "Kurz vor Beginn reist er nach Wien.", None),
    ("en", "2018-06-04", "OSLO - In May Britain left.", None),
]


@pytest.mark.parametrize(("language", "day", "text", "who"), KNOWN)
def test_holders_by_a_surname_that_is_a_word(language: str, day: str, text: str, who: str | None) -> None:
    _, found = people(text, language, day)
    assert [p.get("canonical") for p in found] == ([who] if who else [])


TITLES = [
    ("en", "The Secretary met Foreign Minister Ole Brandvold. The Secretary left.", [None, "Brandvold", None]),
    ("en", "Secretary of State Ola Visser met Foreign Minister Ole Brandvold. The Secretary left. The Minister stayed.",
     ["Visser", "Brandvold", "Visser", "Brandvold"]),
    ("en", "French President Ole Brandvold left. The President of Mali stayed. The President slept.",
     ["Brandvold", None, None]),
    ("en", "Defense Minister Ole Brandvold left. His foreign minister stayed.", ["Brandvold", None]),
    ("en", "Prime Minister Ole Brandvold left. The next prime minister stayed.", ["Brandvold", None]),
    ("de", "Außenminister Ole Brandvold traf Justizministerin Ola Visser. Die Ministerin schwieg. Der Außenminister ging.",
     ["Brandvold", "Visser", "Visser", "Brandvold"]),
    ("de", "Außenminister Ole Brandvold traf Justizminister Arne Visser. Der Minister schwieg.",
     ["Brandvold", "Visser", None]),
    ("de", "Außenminister Ole Brandvold kam. Sein Außenminister ging. Die Außenministerin blieb.",
     ["Brandvold", None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "owners"), TITLES)
def test_titles_without_a_name(language: str, text: str, owners: list[str | None]) -> None:
    view, found = people(text, language)
    names = {person["id"]: person["name"].split()[-1] for person in found}
    assert [names.get(title["person"]) for title in view.facts["titles"]] == owners
