"""Measure the gold sets that are present and raise the floors to what is reached.

    python -m tests.evaluation.raise_floors

A floor is the F1 measured less 0.01. The command never lowers one: a part below its floor is named, its floor stays.
"""

from .floors import FLOORS, SETS, measured, present, raised, read_floors, write_floors


def main() -> None:
    """Measure, compare, write."""
    old = read_floors()
    new = {name: measured(name) for name in SETS if present(name)}
    floors = raised(old, new)
    for name in SETS:
        if name not in new:
            print(f"{name}: not here, floors kept")
            continue
        for part, f1 in new[name].items():
            before, after = old.get(name, {}).get(part, 0.0), floors[name][part]
            change = "BELOW ITS FLOOR" if f1 < before else f"raised from {before:.3f}" if after > before else "kept"
            print(f"{name:16} {part:24} F1 {f1:.3f}  floor {after:.3f}  {change}")
    write_floors(floors)
    print(f"written: {FLOORS}")


if __name__ == "__main__":
    main()
