"""What several tests share: texts in our own words, and folders made of them."""

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run, and no deadline: a busy machine is no bug.
settings.register_profile("coalition_nlp", deadline=None, derandomize=True)
settings.load_profile("coalition_nlp")

ROOT = Path(__file__).parents[1]

GERMAN = (
    "Beratungen in Rom vertagt\n\n14. Februar 2020\n\n"
    "Die niederländische Außenministerin Anna Visser hat am Freitag in Rom mit 23 Amtskollegen beraten. "
    "„Wir sind noch nicht am Ziel“, sagte Visser nach dem Treffen. Etwa 250.000 Menschen sind auf der Flucht.\n"
)
ENGLISH = (
    "Talks in Rome adjourned\n\n14 February 2020\n\n"
    "Dutch Foreign Minister Anna Visser met 23 of her counterparts in Rome on Friday. "
    '"We are not there yet," Visser said after the meeting. About 250,000 people have fled.\n'
)
FRENCH = (
    "La ministre des Affaires étrangères a rencontré vendredi ses homologues à Rome pour discuter de la situation. "
    "Elle a déclaré que les négociations se poursuivraient la semaine prochaine dans une autre ville.\n"
)


@pytest.fixture
def german() -> str:
    return GERMAN


@pytest.fixture
def english() -> str:
    return ENGLISH


@pytest.fixture
def french() -> str:
    return FRENCH


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A folder of good files: German, English, Markdown in a sub-folder, a web page."""
    folder = tmp_path / "press"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(GERMAN, "utf-8")
    (folder / "b.txt").write_text(ENGLISH, "utf-8")
    (folder / "sub" / "c.md").write_text(ENGLISH.replace("Rome", "Vienna"), "utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in ENGLISH.replace("Rome", "Oslo").split("\n\n")[2:])
    (folder / "d.html").write_text(f"<html><body><article><h1>Talks in Oslo</h1>{paragraphs}</article></body></html>")
    return folder


@pytest.fixture
def shared() -> Path:
    """The texts and gold that lie beside the repository on some machines."""
    folder = ROOT.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip("the second gold set is not beside this repository")
    return folder
