"""Rule files: the same set for each language, all readable, errors that name the file."""

from pathlib import Path

import pytest

from coalition_nlp.errors import RuleFileError, UnsupportedLanguageError
from coalition_nlp.languages import SUPPORTED, RuleModel, rules, tables

FOLDER = Path(tables.__file__).parent


class Anything(RuleModel, extra="allow"):
    """Takes every file."""


class Strict(RuleModel):
    """Takes files with this one list."""

    words: tuple[str, ...]


FILES = sorted(p.relative_to(FOLDER) for p in FOLDER.glob("*/*") if p.suffix in {".toml", ".json", ".csv"})


def test_languages_have_the_same_files() -> None:
    german, english = ({p.name for p in FILES if p.parts[0] == language} for language in SUPPORTED)
    assert german == english
    assert german


@pytest.mark.parametrize("file", FILES, ids=str)
def test_every_table_can_be_read_and_is_not_empty(file: Path) -> None:
    table = tables.read_table(FOLDER / file, Anything)
    assert any((table.model_extra or {}).values())


def test_every_pipe_loads_its_tables_for_each_language() -> None:
    import coalition_nlp

    for language, text in (("de", "Anna Visser kam am Montag."), ("en", "Anna Visser came on Monday.")):
        assert coalition_nlp.extract(text, language=language).language == language


BROKEN = {
    "broken.toml": ('words = ["a"', "words"),
    "broken.json": ('{"words": [}', "Expecting"),
    "unknown_key.toml": ('words = ["a"]\nwrods = []', "wrods"),
    "missing_key.json": ("{}", "words"),
    "wrong_type.toml": ("words = 3", "words"),
    "not_utf8.toml": (b'words = ["\xe4"]', "utf-8"),
    "format.yaml": ("words: [a]", ".toml, .json or .csv"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_files_are_named_with_the_reason(name: str, tmp_path: Path) -> None:
    content, reason = BROKEN[name]
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(RuleFileError) as caught:
        tables.read_table(path, Strict)
    assert str(path) in str(caught.value)
    if name != "broken.toml":
        assert reason in str(caught.value)


def test_a_missing_table_is_named() -> None:
    with pytest.raises(RuleFileError, match="nonsense: no such rule file"):
        rules("de", "nonsense", Strict)


def test_other_languages_have_no_rules() -> None:
    with pytest.raises(UnsupportedLanguageError, match="'fr'"):
        rules("fr", "noise", Strict)


def test_csv_cells_become_rows_without_empty_ones(tmp_path: Path) -> None:
    class Rows(RuleModel):
        rows: tuple[dict[str, str], ...]

    path = tmp_path / "table.csv"
    path.write_text('# source: our own\nword,value\n"Rome, city",3\nOslo,\n', "utf-8")
    assert tables.read_table(path, Rows).rows == ({"word": "Rome, city", "value": "3"}, {"word": "Oslo"})


def test_tables_can_not_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Strict(words=("a",)).words = ()
