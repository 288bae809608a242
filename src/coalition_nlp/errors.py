"""Errors of the package: one base class, each subclass names the file or model and what to do."""

from __future__ import annotations


class CoalitionError(Exception):
    """Base of every error that this package raises on purpose."""


class SourceError(CoalitionError):
    """A file can't be read as a press text (missing, empty, binary, too large, no readable part)."""


class UnsupportedLanguageError(CoalitionError):
    """The text is in a language other than German or English."""


class ModelError(CoalitionError):
    """A spaCy base model is missing, broken or lacks a component."""


class RuleFileError(CoalitionError):
    """A rule or knowledge file of the package, or one given by the user, is not valid."""


class ExtractionError(CoalitionError):
    """A component failed on a text."""


class GoldError(CoalitionError):
    """A gold file can't be read or does not fit its text."""
