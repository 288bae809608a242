"""A user's own table of organizations: read beside the package's, refused with file, line and remedy."""

from pathlib import Path

import pytest
import spacy

from coalition_nlp.errors import RuleFileError
from coalition_nlp.knowledge.own_organizations import VARIABLE, read_organizations, use_organizations

TABLE = """# bodies of our own choice
name,forms,kind,country,wikidata
Tern Island Council,Rat der Seeschwalben|Seeschwalbige* Rat*|TIC,government,SE,Q123
NATO,Bündnis von Brüssel,,,
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "own.csv"
    path.write_text(TABLE, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, "")
    yield path
    use_organizations()


def found(language: str, text: str):
    nlp = spacy.blank(language)
    nlp.add_pipe("coalition_organizations")
    return [
        (o["name"], o.get("canonical"), o["kind"], o.get("country")) for o in nlp(text)._.coalition["organizations"]
    ]


def test_rows(own: Path):
    first, second = read_organizations(own)
    assert first.forms == ("Tern Island Council", "Rat der Seeschwalben", "Seeschwalbige* Rat*", "TIC")
    assert (second.name, second.kind, second.country) == ("NATO", None, None)


def test_forms_are_joined_in_one_record_and_gone_without_the_file(own: Path):
    text = "Der Rat der Seeschwalben, kurz TIC, tagt, dem Seeschwalbigen Rat fehlt Geld."
    assert found("de", text) == []
    use_organizations(own)
    assert found("de", text) == [("Rat der Seeschwalben", "Tern Island Council", "government", "SE")]
    assert found("en", "The TIC met.") == [("TIC", "Tern Island Council", "government", "SE")]
    use_organizations()
    assert found("de", text) == []


def test_a_known_name_gets_more_forms(own: Path):
    use_organizations(own)
    assert found("de", "Die NATO, das Bündnis von Brüssel, tagt.") == [
        ("Bündnis von Brüssel", "NATO", "alliance", None)
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",X Y,party,,", "line 5: no name"),
        ("A B,,club,,", "line 5: kind 'club' is none of alliance"),
        ("A B,,party,XX,", "line 5: country 'XX' is no ISO"),
        ("A B,,party,,567", "line 5: wikidata '567' is no id"),
        ("A B,C,party,,", "line 5: 'C' is too short"),
        ("A B,TIC,party,,", "line 5: 'TIC' stands in line 3 too"),
        ("A B,party", "line 5: 2 cells for 5 columns"),
    ],
)
def test_a_bad_row_is_refused_and_nothing_changes(own: Path, row: str, problem: str):
    use_organizations(own)
    bad = own.with_name("bad.csv")
    bad.write_text(TABLE + row + "\n", encoding="utf-8")
    with pytest.raises(RuleFileError) as error:
        use_organizations(bad)
    assert problem in str(error.value) and "bad.csv" in str(error.value)
    assert found("en", "The TIC met.")


@pytest.mark.parametrize(
    ("content", "problem"),
    [("", "no table"), ("forms\nX Y\n", "needed: name"), ("name,colour\nX Y,red\n", "possible: name, forms")],
)
def test_a_bad_table_is_refused(tmp_path: Path, content: str, problem: str):
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleFileError, match=problem):
        use_organizations(path)


def test_a_missing_file_is_refused(tmp_path: Path):
    with pytest.raises(RuleFileError, match=r"none\.csv: can't be read"):
        use_organizations(tmp_path / "none.csv")
