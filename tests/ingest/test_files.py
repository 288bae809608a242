"""Files: which are read, encodings, and bad input that gets an error with the file's name and a remedy."""

import os
from pathlib import Path

import pytest

from coalition_nlp.errors import SourceError, UnsupportedLanguageError
from coalition_nlp.ingest.files import decode, find_files, path_name, source_from_file

TEXT = "Die Außenministerin sagte in Straßburg, die Gespräche über „Größe und Maß“ gingen am Montag weiter.\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode("utf-8"), TEXT),
        (TEXT.encode("utf-8-sig"), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (TEXT.encode("utf-16-le"), TEXT),
        (TEXT.encode("utf-16-be"), TEXT),
        (TEXT.encode("utf-32"), TEXT),
        (TEXT.encode("cp1252"), TEXT),
        (TEXT.replace("„", '"').replace("“", '"').encode("latin-1"), TEXT.replace("„", '"').replace("“", '"')),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"],
)
def test_encodings(data: bytes, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert source_from_file(path, language="de").text == expected


@pytest.mark.parametrize("part", ["Gespräche in Köln", "The café in Orléans", "«Größe»"])
def test_short_western_texts(part: str) -> None:
    assert decode(part.encode("cp1252"), "x") == part


def test_text_and_offsets_are_the_files_own(tmp_path: Path) -> None:
    text = f"Runde vertagt\r\n\r\n{TEXT.strip()}\r\n\r\nEin zweiter Absatz folgt am Dienstag.\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    source = source_from_file(path)
    assert source.text == text
    assert [text[block.start : block.end] for block in source.blocks] == [
        "Runde vertagt",
        TEXT.strip(),
        "Ein zweiter Absatz folgt am Dienstag.",
    ]


BAD = {
    "empty.txt": (b"", "the file is empty"),
    "blank.txt": (b" \n\t\r\n  ", "the file is empty"),
    "bom.txt": (b"\xef\xbb\xbf", "empty"),
    "image.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, "binary file.*convert it"),
    "control.txt": (bytes([1, 2, 3, 4, 5, 6]) * 50, "binary file"),
    "utf16.txt": (b"\xff\xfe\x00\xd8\x00", "save it again as UTF-8"),
    "table.pdf": (b"%PDF-1.4", r"can't read \.pdf; read are .*\.txt"),
    "nothing": (b"Text", "can't read files without suffix"),
    "script.html": (b"<html><body><script>1</script></body></html>", r"no readable text in this page; save .*\.txt"),
    "nul.html": (b"<p>\x00\x01\x02</p>" * 30, "binary file"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_named_with_a_remedy(name: str, tmp_path: Path) -> None:
    data, message = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError, match=message) as caught:
        source_from_file(path)
    assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.parametrize("megabytes", [2, 50])
def test_large_texts_are_refused_quickly(megabytes: int, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(TEXT.encode("utf-8") * (megabytes * 10_000))
    with pytest.raises(SourceError, match="split it into single articles first"):
        source_from_file(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.txt: can't be read: .*check the path"):
        source_from_file(tmp_path / "none.txt")


def test_a_folder_is_not_a_file_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(SourceError, match=r"x\.txt: this is a folder"):
        source_from_file(tmp_path / "x.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.txt")
    with pytest.raises(SourceError, match="device or pipe"):
        source_from_file(tmp_path / "x.txt")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):  # the superuser may read everything

        def refuse(self: Path) -> bytes:
            raise PermissionError(13, "Permission denied", str(self))

        monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SourceError, match=r"secret\.txt: can't be read: Permission denied; check .* permissions"):
        source_from_file(path)


def test_unknown_language(tmp_path: Path, french: str) -> None:
    path = tmp_path / "fr.txt"
    path.write_text(french, "utf-8")
    with pytest.raises(UnsupportedLanguageError, match=r"fr\.txt: .*'fr'; supported are de, en\..*language='de'"):
        source_from_file(path)
    assert source_from_file(path, language="en").language == "en"


def test_too_few_words_to_tell_the_language(tmp_path: Path) -> None:
    path = tmp_path / "few.txt"
    path.write_text("12 345 !", "utf-8")
    with pytest.raises(UnsupportedLanguageError, match="too few words"):
        source_from_file(path)


def test_language_is_asked_of_the_prose(german: str, tmp_path: Path) -> None:
    menu = "\n".join(["Skip to main content", "Home / Newsroom", "Share this page", "Press releases", "Related topics"])
    path = tmp_path / "a.txt"
    path.write_text(f"{menu}\n\n{german}\n\nAll rights reserved", "utf-8")
    assert source_from_file(path).language == "de"


def test_navigation_only_is_still_a_source(tmp_path: Path) -> None:
    path = tmp_path / "menu.txt"
    path.write_text("Skip to main content\n\nShare this page\n\nBack to the top of the page\n", "utf-8")
    assert {block.kind for block in source_from_file(path).blocks} == {"body"}


def test_files_of_a_folder_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.HTML", "sub/x.txt/d.htm", ".hidden/e.txt", ".f.txt", "g.pdf", "sub/readme"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, "utf-8")
    found = [str(path.relative_to(tmp_path)) for path in find_files(tmp_path)]
    assert found == ["a.md", "b.txt", str(Path("sub/c.HTML")), str(Path("sub/x.txt/d.htm"))]


def test_a_file_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert find_files(tmp_path / "a.txt") == [tmp_path / "a.txt"]


@pytest.mark.parametrize(
    ("name", "message"), [("none", "no such file or folder"), ("", "no readable files in this folder")]
)
def test_nothing_to_read(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "g.pdf").write_text("x")
    with pytest.raises(SourceError, match=message):
        find_files(tmp_path / name)


def test_folders_that_can_not_be_opened_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    real = os.scandir

    def scandir(path: object) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert [path.name for path in find_files(tmp_path)] == ["a.txt", "closed"]
    with pytest.raises(SourceError, match="closed: can't be read: Permission denied"):
        source_from_file(tmp_path / "closed")


def test_names_that_are_no_unicode_can_be_shown() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    assert path_name(name).encode("utf-8")
    assert path_name("Größe.txt") == "Größe.txt"
