"""Where records go, and how they are read back."""

from .jsonl import JsonlSink, read_jsonl

__all__ = ["JsonlSink", "read_jsonl"]
