"""Documents for people: HTML for notebooks and files, pandas frames."""

from .frames import to_frame
from .html import document_html, record_html, render_page

__all__ = ["document_html", "record_html", "render_page", "to_frame"]
