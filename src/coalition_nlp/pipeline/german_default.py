"""Where the German pipeline that comes with this package lies."""

from __future__ import annotations

from pathlib import Path

from coalition_nlp.errors import ModelError


def default_german_path() -> Path:
    """Folder of the packaged German pipeline.

    Raises:
        ModelError: it is neither in the package nor in the repository.
    """
    package = Path(__file__).resolve().parent.parent
    for path in (package / "_models" / "de", package.parents[1] / "models" / "de" / "weights"):
        if (path / "config.cfg").exists():
            return path
    raise ModelError("the German pipeline that comes with coalition_nlp is missing; reinstall the package")
