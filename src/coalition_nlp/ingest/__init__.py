"""From a file or string to a Source: format, encoding, language, publication date, blocks."""

from .source import Published, Source, SourceBlock
from .text import source_from_text

__all__ = ["Published", "Source", "SourceBlock", "source_from_text"]
