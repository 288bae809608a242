"""A user's own table of office holders: read beside the package's, refused with file, line and remedy."""

from pathlib import Path

import pytest

import coalition_nlp
from coalition_nlp.errors import RuleFileError
from coalition_nlp.knowledge.office_holders import find_holders, use_holders
from coalition_nlp.knowledge.own_holders import VARIABLE, read_holders

TABLE = """# ministers of a country of our own choice
name,country,role,portfolio,start,end,aliases
Tuuli Ravander,FI,minister,foreign,2031-02-01,,Tuuli Rawander
Oskar Liljeqvist,FI,minister,defence,2031-02,2032,
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "own.csv"
    path.write_text(TABLE, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, "")
    yield path
    use_holders()


def test_rows_become_terms(own: Path):
    first, second = read_holders(own)
    assert (first.name, first.country, first.portfolio, first.end) == ("Tuuli Ravander", "FI", "foreign", None)
    assert first.names == ("Tuuli Ravander", "Tuuli Rawander")
    assert (second.start, second.end, second.organization, second.acting) == ("2031-02", "2032", None, False)


def test_holders_of_the_file_link_names_beside_those_of_the_package(own: Path):
    assert not find_holders("Ravander")
    use_holders(own)
    assert [holder.name for holder in find_holders("Ravander")] == ["Tuuli Ravander"]
    assert find_holders("Angela Merkel")
    document = coalition_nlp.extract("Ravander landed in Oslo on Monday.", language="en", published="2031-05-05")
    (person,) = document.people
    assert [(o.portfolio, o.country, o.source) for o in person.offices] == [("foreign", "FI", "knowledge")]
    use_holders()
    assert not find_holders("Ravander")


def test_the_text_goes_before_the_file(own: Path):
    use_holders(own)
    text = "Norway's defence minister Tuuli Ravander landed in Oslo on Monday."
    (person,) = coalition_nlp.extract(text, language="en", published="2031-05-05").people
    assert [(o.portfolio, o.country, o.source) for o in person.offices] == [("defence", "NO", "text")]


def test_a_surname_links_on_the_days_of_the_office_only(own: Path):
    use_holders(own)
    document = coalition_nlp.extract("Ravander landed in Oslo on Monday.", language="en", published="2030-05-05")
    assert all(not person.offices for person in document.people)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("A B,XX,minister,foreign,2020-01-01,,", "line 4: country 'XX'"),
        ("A B,FI,minster,foreign,2020-01-01,,", "line 4: role 'minster' is none of"),
        ("A B,FI,minister,fishing,2020-01-01,,", "line 4: portfolio 'fishing' is none of"),
        ("A B,FI,minister,foreign,1.1.2020,,", "line 4: start '1.1.2020' is no date"),
        ("A B,FI,minister,foreign,2020-02-30,,", "line 4: start '2020-02-30' is no date"),
        ("A B,FI,minister,foreign,2020-02-03,2019,", "line 4: ends (2019) before it starts"),
        (",FI,minister,foreign,2020-02-03,,", "line 4: no name"),
        ("A B,,minister,foreign,2020-02-03,,", "line 4: neither country nor organization"),
        ("A B,FI,minister", "line 4: 3 cells for 7 columns"),
    ],
)
def test_a_bad_row_is_named(own: Path, row: str, problem: str):
    own.write_text("\n".join([*TABLE.splitlines()[:3], row]) + "\n", encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        use_holders(own)
    assert str(caught.value).startswith(f"{own}, {problem}")
    assert find_holders("Angela Merkel")  # nothing has changed


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "no table"),
        (b"# only a comment\n", "no table"),
        (b"name,office\nA,B\n", "needed: name, role, start"),
        (b"name,role\nA,minister\n", "needed: name, role, start"),
        (b"\xff\xfe\x00\x01", "UTF-8"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, content: bytes, problem: str):
    path = tmp_path / "own.csv"
    path.write_bytes(content)
    with pytest.raises(RuleFileError, match=problem):
        read_holders(path)


def test_a_missing_file(tmp_path: Path):
    with pytest.raises(RuleFileError, match=r"none\.csv"):
        use_holders(tmp_path / "none.csv")
