"""Time of the pipes for times and figures on hostile texts of growing size: it must grow as the text does.

    python benchmarks/linearity.py                       both languages, four sizes
    python benchmarks/linearity.py --size 400000 --fail-above 3

Each text is built up to a size and its double, quadruple and eightfold; the last column says by how much more than the
text the time has grown from the smallest to the largest (1.0 is linear). Seconds are processor time, the best of the
repeats.
"""

import argparse
import sys
import time

import spacy

from coalition_nlp.pipes.base import facts

LANGUAGES = ("de", "en")
STEPS = (1, 2, 4, 8)
TEXTS: dict[str, str | dict[str, str]] = {
    "one number": "1",
    "numbers in a line": "12 ",
    "grouped numbers": "1 234 ",
    "decimals": "3,5 1.5 ",
    "number words": {"de": "dreiundzwanzig zwei Millionen ", "en": "twenty-three two million "},
    "counted": {"de": "200 Soldaten ", "en": "200 soldiers "},
    "money": "5 € $7 ",
    "dates in digits": "31.12.2015 ",
    "dates in words": {"de": "am 3. Mai ", "en": "on May 3 "},
    "dates in sentences": {"de": "Sie wird am Montag reisen. ", "en": "She will travel on Monday. "},
    "ranges": {"de": "3. bis 5. ", "en": "3 to 5 "},
    "months": {"de": "Mai ", "en": "May "},
    "relative": {"de": "seit langem vor zwei Jahren ", "en": "long ago two years later "},
    "clock": "10:30 ",
    "quotes": '"',
    "dashes": "- ",
    "line feeds": "\n",
    "one word": "a",
    "digits of other scripts": "٣١.١٢.٢٠١٥ ",
    "shouted": {"de": "MONTAG MAI ", "en": "MONDAY MAY "},
}


def text_of(unit: str, size: int) -> str:
    """So many characters of a unit repeated."""
    return (unit * (size // len(unit) + 1))[:size]


def seconds(nlp: spacy.Language, text: str, repeats: int) -> float:
    """The best time of both pipes, without tokenizer and sentences."""
    best = float("inf")
    for _ in range(repeats):
        doc = nlp.make_doc(text)
        facts(doc)["published"] = "2016-07-01"
        doc = nlp.get_pipe("coalition_sentences")(doc)
        started = time.process_time()
        for name in ("coalition_times", "coalition_figures"):
            doc = nlp.get_pipe(name)(doc)
        best = min(best, time.process_time() - started)
    return best


def main() -> int:
    """Print a line a text; 1 where one grows faster than allowed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=12_500, help="characters of the smallest text")
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--fail-above", type=float, help="exit with 1 where the ratio is larger")
    options = parser.parse_args()
    worst = 0.0
    sizes = [options.size * step for step in STEPS]
    print(f"{'':4}{'text':26}" + "".join(f"{size:>11,}" for size in sizes) + f"{'ratio':>9}")
    for language in (options.language,) if options.language else LANGUAGES:
        nlp = spacy.blank(language)
        for name in ("coalition_sentences", "coalition_times", "coalition_figures"):
            nlp.add_pipe(name)
        nlp.max_length = 10**9
        for name, unit in TEXTS.items():
            unit = unit if isinstance(unit, str) else unit[language]
            seconds(nlp, text_of(unit, 1000), 1)  # rules are compiled when first needed
            spent = [seconds(nlp, text_of(unit, size), options.repeats) for size in sizes]
            ratio = spent[-1] / max(spent[0], 0.005) / STEPS[-1]
            worst = max(worst, ratio)
            print(f"{language:4}{name:26}" + "".join(f"{s:11.3f}" for s in spent) + f"{ratio:9.2f}", flush=True)
    return int(options.fail_above is not None and worst > options.fail_above)


if __name__ == "__main__":
    sys.exit(main())
