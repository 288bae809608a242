"""Many files: one Document or one Failure per file, in order, with one process or several."""

from __future__ import annotations

from .folder import extract_files, extract_folder

__all__ = ["extract_files", "extract_folder"]
