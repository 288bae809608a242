"""The publication date: which of the places that may tell it is asked first, and the forms it is written in."""

import datetime as dt

import pytest

from coalition_nlp.errors import SourceError
from coalition_nlp.ingest.dates import date_in_name, day_in
from coalition_nlp.ingest.text import source_from_text

PROSE = (
    "Die Außenminister der fünf Staaten haben am Montag im alten Rathaus über die Grenze und die Rückkehr der "
    "Vertriebenen beraten. Von einem Durchbruch wollte danach keiner von ihnen sprechen, auch der Gastgeber nicht."
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("04.06.2020 - Pressemitteilung", "2020-06-04"),
        ("4. 6. 2020", "2020-06-04"),
        ("14. Februar 2020", "2020-02-14"),
        ("date 2017-03", "2017-03"),
        ("2017-03-22T10:00:00Z", "2017-03-22"),
        ("14 Feb. 2020", "2020-02-14"),
        ("February 14, 2020", "2020-02-14"),
        ("Feb 14th, 2020", "2020-02-14"),
        ("14th of February 2020", "2020-02-14"),
        ("3. Jänner 2013", "2013-01-03"),
        ("1. März 2015, 14:05 Uhr", "2015-03-01"),
        ("2020/06/04", "2020-06-04"),
        ("06/24/2020", "2020-06-24"),
        ("24/06/2020", "2020-06-24"),
        ("04/06/2020", None),
        ("31.02.2020", None),
        ("40. Mai 2020", None),
        ("Resolution 2254 (2015)", None),
        ("Mai 2020", None),
        ("", None),
        ("12.500.2020", None),
    ],
)
def test_dates_in_a_line(text: str, value: str | None) -> None:
    found = day_in(text)
    assert (found and found.value) == value
    if found:
        assert day_in(text[found.start : found.end]) is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("2017-03-22-talks.txt", "2017-03-22"),
        ("press/20170322_talks.html", "2017-03-22"),
        ("talks_2017_03_22.md", "2017-03-22"),
        ("22.03.2017.txt", "2017-03-22"),
        ("2017-03-talks.txt", "2017-03"),
        ("talks.txt", None),
        ("000_20991341.txt", None),
        ("120170322.txt", None),
        ("2017/talks.txt", None),
    ],
)
def test_dates_in_a_file_name(name: str, value: str | None) -> None:
    found = date_in_name(name)
    assert (found and found.value) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"Runde vertagt\n\n04.06.2020 - Pressemitteilung\n\n{PROSE}", "2020-06-04"),
        (f"Runde vertagt\n\n14. Februar 2020\n\n{PROSE}", "2020-02-14"),
        (f"date 2017-03\n\n{PROSE}", "2017-03"),
        (f"Stand: 4. Juni 2020, 14:05 Uhr\n\n{PROSE}", "2020-06-04"),
        (f"Ein Vorspann, der die Runde in einem Satz zusammenfasst.\n\n2. August 2023\n\n{PROSE}", "2023-08-02"),
        (f"Rom, 3. Mai 2015 (mus) - {PROSE}", "2015-05-03"),
        (f"ROM, May 3, 2015 (Reuters) - {PROSE}", "2015-05-03"),
        (f"{PROSE} (APA, 3.5.2015)", "2015-05-03"),
        (f"{PROSE}\n\nmus/ter (dpa), 3. Mai 2015", "2015-05-03"),
        # not the publication date
        (f"ROM, March 3 (Reuters) - {PROSE}", None),
        (f"{PROSE} Die Runde war am 3. Mai 2015 gegründet worden.", None),
        (f"Erklärung der fünf Minister,\n\n3. Mai 2015\n\n{PROSE}", None),
        (f"{PROSE}\n\nGute Gespräche.\n— Anna Visser (@avisser_nl) 3. Mai 2015", None),
    ],
)
def test_datelines(text: str, value: str | None) -> None:
    published = source_from_text(text, language="de").published
    assert (published and published.value) == value
    assert published is None or published.origin == "dateline"


def test_a_month_is_kept_as_a_month() -> None:
    published = source_from_text(f"date 2017-03\n\n{PROSE}", language="de").published
    assert published is not None
    assert (published.day, published.value) == (None, "2017-03")


DATED = f"Runde vertagt\n\n04.06.2020 - Pressemitteilung\n\n{PROSE}"


@pytest.mark.parametrize(
    ("argument", "text", "path", "value", "origin"),
    [
        ("2021-01-02", DATED, "2022-03-04.txt", "2021-01-02", "argument"),
        (None, DATED, "2022-03-04.txt", "2020-06-04", "dateline"),
        (None, PROSE, "2022-03-04.txt", "2022-03-04", "file name"),
        (None, f"date 2017-03\n\n{PROSE}", "2017-03-22.txt", "2017-03-22", "file name"),
    ],
)
def test_order_of_sources(argument: str | None, text: str, path: str, value: str, origin: str) -> None:
    published = source_from_text(text, language="de", published=argument, path=path).published
    assert published is not None
    assert (published.value, published.origin) == (value, origin)


@pytest.mark.parametrize(
    "given", ["2020-06-04", dt.date(2020, 6, 4), dt.datetime(2020, 6, 4, 9, 30), "2020-06-04T09:30:00Z"]
)
def test_the_argument_may_be_a_date_or_iso_text(given: object) -> None:
    published = source_from_text(PROSE, language="de", published=given).published
    assert published is not None
    assert (published.day, published.origin) == (dt.date(2020, 6, 4), "argument")


@pytest.mark.parametrize("given", ["4 June", "2020-13-01", "", "04.06.2020"])
def test_other_arguments_are_an_error_that_shows_the_form(given: str) -> None:
    with pytest.raises(SourceError, match="YYYY-MM-DD"):
        source_from_text(PROSE, language="de", published=given)
