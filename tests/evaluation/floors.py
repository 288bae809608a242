"""The sets of gold texts, the scores on them and the floors they may not fall below (`floors.json`)."""

import json
from functools import cache
from pathlib import Path

from coalition_nlp.evaluation import evaluate

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).parent / "floors.json"
MARGIN = 0.01
# Measured within the meetings found only, so they may fall when more meetings are found: no floors for them.
WITHOUT_FLOOR = ("meetings: participants", "meetings: status")
# Folder of gold and folder of texts. The sets below `shared` are not part of this repository.
SETS = {
    "tests/gold/de": (ROOT / "tests" / "gold" / "de", ROOT / "tests" / "gold" / "de"),
    "tests/gold/en": (ROOT / "tests" / "gold" / "en", ROOT / "tests" / "gold" / "en"),
    "shared/gold": (SHARED / "gold", SHARED / "seeds"),
    "shared/press/de": (SHARED / "press" / "de", SHARED / "press" / "de"),
    "shared/press/en": (SHARED / "press" / "en", SHARED / "press" / "en"),
}

Floors = dict[str, dict[str, float]]


def present(name: str) -> bool:
    """Whether both folders of a set are there."""
    return all(folder.is_dir() for folder in SETS[name])


@cache
def measured(name: str) -> dict[str, float]:
    """F1 by part over a set."""
    return {part: f1 for part, f1 in evaluate(*SETS[name]).f1().items() if part not in WITHOUT_FLOOR}


def read_floors() -> Floors:
    """The floors as they are kept."""
    return json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def raised(old: Floors, new: dict[str, dict[str, float]]) -> Floors:
    """The floors after a measurement: what was measured less a margin, and never lower than before."""
    floors = {name: dict(parts) for name, parts in old.items()}
    for name, parts in new.items():
        kept = floors.setdefault(name, {})
        for part, f1 in parts.items():
            kept[part] = max(kept.get(part, 0.0), round(max(f1 - MARGIN, 0.0), 4))
    return floors


def write_floors(floors: Floors) -> None:
    """Keep the floors, one part a line."""
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
