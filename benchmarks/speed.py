"""Speed, memory and start-up of the pipeline, beside the bare base model.

    python benchmarks/speed.py                      both languages, result in benchmarks/results/
    python benchmarks/speed.py --words 5000 --repeats 1 --output -

Texts: the gold corpus and the example texts of a language, repeated up to `--words`. Each figure is the best of the
repeats, in wall-clock time and in processor time (the second is steadier on a busy machine: read that one).
"""

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import cycle, pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("de", "en")

# Run in a process of its own: what a user waits for before the first record, and how much memory that takes.
COLD = """
import json, resource, time
start = time.perf_counter()
import coalition_nlp
imported = time.perf_counter()
nlp = coalition_nlp.load({language!r})
loaded = time.perf_counter()
coalition_nlp.extract({text!r}, language={language!r}, published="2020-01-01", nlp=nlp)
first = time.perf_counter()
print(json.dumps({{
    "import_s": imported - start, "load_s": loaded - imported, "first_record_s": first - start,
    "first_record_cpu_s": time.process_time(),
    "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}}))
"""


def texts(language: str, words: int) -> list[str]:
    """Gold and example texts of a language, repeated until they have so many words."""
    gold, examples = ROOT / "tests" / "gold" / language, ROOT / "examples" / "press"
    files = [*gold.glob("*.txt"), *examples.glob(f"{language}-*.txt")]
    kept: list[str] = []
    count = 0
    for text in cycle([path.read_text("utf-8") for path in sorted(files)]):
        if count >= words:
            return kept
        kept.append(text)
        count += len(text.split())
    raise SystemExit(f"no texts for {language}")


def best(repeats: int, words: int, run: Callable[[], object]) -> dict[str, int]:
    """Words per second of the best of several runs."""
    wall, cpu = [], []
    for _ in range(repeats):
        start, start_cpu = time.perf_counter(), time.process_time()
        run()
        wall.append(time.perf_counter() - start)
        cpu.append(time.process_time() - start_cpu)
    return {"words_per_s": round(words / min(wall)), "words_per_cpu_s": round(words / min(cpu))}


def by_component(nlp, prepare: list[Callable[[], object]], words: int, repeats: int) -> dict[str, object]:
    """Microseconds a word of each component, the best of the repeats for each text, one text at a time; and what our
    pipes take in percent of the components of the base model, which ran over the same texts in the same minute."""
    names = ("tokenizer", *nlp.pipe_names)
    fastest = {name: [float("inf")] * len(prepare) for name in names}
    for _ in range(repeats):
        for index, make in enumerate(prepare):
            start = time.process_time()
            doc = make()
            times = [time.process_time()]
            for _, pipe in nlp.pipeline:
                doc = pipe(doc)
                times.append(time.process_time())
            spent = [times[0] - start, *(right - left for left, right in pairwise(times))]
            for name, seconds in zip(names, spent, strict=True):
                fastest[name][index] = min(fastest[name][index], seconds)
    micro = {name: 1e6 * sum(seconds) / words for name, seconds in fastest.items()}
    base = sum(value for name, value in micro.items() if not name.startswith("coalition_"))
    percent = {
        name.removeprefix("coalition_"): round(100 * value / base, 1)
        for name, value in micro.items()
        if name.startswith("coalition_")
    }
    return {
        "microseconds_a_word": {name: round(value, 1) for name, value in micro.items()},
        "percent_of_base_model": {**percent, "all": round(sum(percent.values()), 1)},
    }


def start_cold(language: str, text: str) -> dict[str, float]:
    """Seconds and memory of a new process that imports the package and makes one record."""
    command = [sys.executable, "-c", COLD.format(language=language, text=text)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def measure(language: str, words: int, repeats: int) -> dict[str, object]:
    """All figures of one language."""
    from coalition_nlp.ingest import source_from_text
    from coalition_nlp.pipeline.base_models import choose_base_model, load_base_model
    from coalition_nlp.pipeline.build import load
    from coalition_nlp.pipeline.run import extract_source, prepared

    corpus = texts(language, words)
    count = sum(len(text.split()) for text in corpus)
    choice = choose_base_model(language)
    base, nlp = load_base_model(choice), load(language)
    sources = [source_from_text(text, language=language, published="2020-01-01") for text in corpus]
    for source in sources[:3]:  # what is compiled on first use is not part of the speed
        extract_source(source, nlp=nlp)
    cold = [start_cold(language, corpus[0]) for _ in range(repeats)]
    return {
        "base_model": Path(choice.name).name if choice.name else "blank",
        "texts": len(corpus),
        "words": count,
        "base_model_alone": best(repeats, count, lambda: list(base.pipe(corpus))),
        "pipeline": best(repeats, count, lambda: list(nlp.pipe(prepared(nlp, source) for source in sources))),
        "text_to_document": best(
            repeats,
            count,
            lambda: [
                extract_source(source_from_text(text, language=language, published="2020-01-01"), nlp=nlp)
                for text in corpus
            ],
        ),
        "components": by_component(
            nlp, [lambda source=source: prepared(nlp, source) for source in sources], count, repeats
        ),
        "cold_start": {key: round(min(run[key] for run in cold), 3) for key in cold[0]},
    }


def revision() -> str:
    """Commit of the working tree, marked where it was changed."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--abbrev=10"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def machine() -> dict[str, object]:
    """What the figures were measured on."""
    import spacy

    return {
        "python": platform.python_version(),
        "spacy": spacy.__version__,
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load_average": round(os.getloadavg()[0], 2),
    }


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=20_000, help="words of text per language")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="default: both")
    parser.add_argument("--output", help="file to write, - for standard output")
    options = parser.parse_args()
    result = {
        "revision": revision(),
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": machine(),
        "languages": {name: measure(name, options.words, options.repeats) for name in options.language or LANGUAGES},
    }
    text = json.dumps(result, indent=2) + "\n"
    if options.output == "-":
        print(text, end="")
        return
    path = Path(options.output or ROOT / "benchmarks" / "results" / f"speed-{result['revision']}.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    print(f"written: {path}")


if __name__ == "__main__":
    main()
