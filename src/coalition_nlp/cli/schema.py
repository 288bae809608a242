"""coalition-nlp schema: the JSON Schema of a record."""

from __future__ import annotations

import typer


def schema_command() -> None:
    """Print the JSON Schema of a Document as written to JSON."""
    import json

    from coalition_nlp.records import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
