"""coalition-nlp info: what is installed and which base model would be used."""

from __future__ import annotations

import platform
from importlib.metadata import EntryPoint, PackageNotFoundError, entry_points, version


def info_command() -> None:
    """Show versions, the spaCy models found, and the one that would be used for each language, and why."""
    from rich.table import Table

    from coalition_nlp.pipeline.base_models import choose_base_model, environment_variable

    from .console import output, plain

    console = output()
    table = Table.grid(padding=(0, 3))
    table.add_row("coalition-nlp", _version("coalition-nlp"))
    table.add_row("spaCy", _version("spacy"))
    table.add_row("Python", f"{platform.python_version()}, {platform.system()} {platform.machine()}")
    console.print(table)

    console.print("\n[bold]Base model used[/bold]")
    used = Table.grid(padding=(0, 3))
    for language in ("de", "en"):
        choice = choose_base_model(language)
        used.add_row(f"  {language}", plain(choice.name or "blank pipeline"), plain(choice.reason))
    console.print(used)
    variables = " or ".join(map(environment_variable, ("de", "en")))
    console.print(f"  Choose another one with --model or {variables}.", style="dim")

    console.print("\n[bold]spaCy models installed[/bold]")
    found = Table.grid(padding=(0, 3))
    models = sorted({(point.name, point.dist.version if point.dist else "") for point in _models()})
    for name, number in models:
        found.add_row(f"  {name}", number)
    console.print(found if models else "  none as a package")


def _models() -> list[EntryPoint]:
    """Packages that announce a spaCy model, which empty packages of the same name do not."""
    return list(entry_points(group="spacy_models"))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
