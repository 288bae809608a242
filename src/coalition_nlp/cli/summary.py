"""What a batch came to: counts by language, failures, time."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from coalition_nlp.records import Document, Failure
from coalition_nlp.sinks.jsonl import failures_path

_LISTS = (
    "people",
    "ministers",
    "countries",
    "organizations",
    "places",
    "times",
    "figures",
    "meetings",
    "statements",
    "actions",
)


class Summary:
    """Counts records as they come."""

    def __init__(self) -> None:
        self.failed = 0
        self.counts: dict[str, dict[str, int]] = {}

    @property
    def documents(self) -> int:
        """Files read."""
        return sum(counts["documents"] for counts in self.counts.values())

    @property
    def total(self) -> int:
        """Files read and failed."""
        return self.documents + self.failed

    def add(self, record: Document | Failure) -> None:
        """Count a document with its records, or a failure."""
        if isinstance(record, Failure):
            self.failed += 1
            return
        counts = self.counts.setdefault(record.language, dict.fromkeys(("documents", *_LISTS), 0))
        counts["documents"] += 1
        for name in _LISTS:
            counts[name] += len(getattr(record, name))

    def show(self, console: Console, seconds: float, out: Path | None) -> None:
        """Print the table."""
        languages = sorted(self.counts)
        if languages:
            table = Table(box=None, padding=(0, 2), header_style="bold")
            table.add_column("")
            for name in [*languages, "all"]:
                table.add_column(name, justify="right")
            for row in ("documents", *_LISTS):
                numbers = [self.counts[language][row] for language in languages]
                table.add_row(row, *(f"{number:,}" for number in [*numbers, sum(numbers)]))
            console.print(table)
        files = "file" if self.total == 1 else "files"
        line = f"{self.documents} of {self.total} {files} read in {seconds:.1f} s"
        if out is not None and str(out) != "-":
            line += f"; written to {out}"
            if self.failed:
                line += f", failures to {failures_path(out)}"
        console.print(line, style="bold" if not self.failed else "bold red", markup=False, soft_wrap=True)
