"""Web pages: main text by trafilatura, publication date by the page's metadata, embedded posts kept as quotes."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from coalition_nlp.errors import SourceError

from .blocks import find_blocks
from .dates import day_in, find_published
from .language import check_language, detect_language
from .source import Published, Source, SourceBlock
from .text import check_text, given_date

# Where pages state their publication date, in the order asked; Open Graph, schema.org, Dublin Core and plain names.
_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publish-date", "publish_date", "publication_date", "date", "last-modified",
)  # fmt: skip
_EMBEDS = "//blockquote[contains(@class, 'twitter') or contains(@class, 'tweet') or contains(@class, 'mastodon') or contains(@class, 'bluesky') or contains(@class, 'instagram')]"


def _json_dates(value: Any) -> Iterator[str]:
    """Every datePublished below a JSON-LD value."""
    if isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        for item in value.values():
            yield from _json_dates(item)
    elif isinstance(value, list):
        for item in value:
            yield from _json_dates(item)


def metadata_date(tree: Any) -> Published | None:
    """Publication date by JSON-LD, else by a meta element, else by a time element of a header."""
    candidates: list[str] = []
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            candidates += _json_dates(json.loads(script))
        except json.JSONDecodeError:
            continue  # broken JSON-LD is common; the meta elements may still tell
    metas = {
        (m.get("property") or m.get("name") or m.get("itemprop") or "").casefold(): m.get("content") or ""
        for m in reversed(tree.xpath("//meta[@content]"))
    }
    candidates += [metas[name] for name in _META if name in metas]
    candidates += tree.xpath("//time[@datetime and (@itemprop='datePublished' or ancestor::header or ancestor::article)]/@datetime")
    for candidate in candidates:
        found = day_in(candidate)
        if found is not None and found.day is not None:
            return Published(found.day, found.value, "metadata")
    return None


def _embeds(tree: Any) -> list[str]:
    """Texts of embedded posts, taken out of the tree."""
    texts = []
    for element in tree.xpath(_EMBEDS):
        lines = [" ".join(p.text_content().split()) for p in element.xpath("./p")] or []
        rest = " ".join(" ".join(element.xpath("./text()|./a//text()|./footer//text()|./cite//text()")).split())
        text = "\n".join(part for part in (*lines, rest) if part) or " ".join(element.text_content().split())
        if text:
            texts.append(text)
        element.drop_tree()
    return texts


def _paragraphs(tree: Any, page: str) -> list[tuple[str, str]]:
    """(kind, text) of the main content in order: trafilatura's reading, else every paragraph of the page."""
    import trafilatura
    from lxml import etree, html

    xml = trafilatura.extract(
        html.tostring(tree, encoding="unicode"), output_format="xml", include_comments=False, include_tables=True,
        favor_recall=True, deduplicate=False, include_links=False,
    )  # fmt: skip
    found: list[tuple[str, str]] = []
    if xml:
        for element in etree.fromstring(xml.encode("utf-8")).iter("head", "p", "quote", "item", "cell"):
            if element.tag == "quote" and element.find(".//p") is not None:
                continue
            text = " ".join("".join(element.itertext()).split())
            if text:
                found.append(("title" if element.tag == "head" else "", text))
    if not found:
        for element in tree.xpath("//h1|//h2|//p|//li"):
            text = " ".join(element.text_content().split())
            if text:
                found.append(("title" if element.tag in ("h1", "h2") else "", text))
    return found


def source_from_html(
    page: str,
    *,
    language: str = "auto",
    published: str | dt.date | None = None,
    path: str | None = None,
    identifier: str = "",
) -> Source:
    """A Source from a web page. The text is the title, the main content a paragraph a line, then embedded posts.

    Raises:
        SourceError: the page has no readable text.
        UnsupportedLanguageError: neither German nor English.
    """
    from lxml import etree, html

    name = path or "page"
    check_language(language)
    try:
        tree = html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    except (etree.ParserError, ValueError) as error:
        raise SourceError(f"{name}: no readable text in this page ({error}); save the article as .txt") from error
    date = given_date(published) or metadata_date(tree)
    title = next(
        (
            " ".join(t.split())
            for query in ("//article//h1", "//h1", "//meta[@property='og:title']/@content", "//title")
            for t in (e if isinstance(e, str) else e.text_content() for e in tree.xpath(query))
            if t.strip()
        ),
        None,
    )
    embeds = _embeds(tree)
    paragraphs = _paragraphs(tree, page)
    if title and (heading := next((t for k, t in paragraphs[:3] if k == "title" and (t in title or title in t)), None)):
        paragraphs.remove(("title", heading))
        title = heading
    parts = [*([("title", title)] if title else []), *paragraphs]
    if not any(t for _, t in paragraphs) and not embeds:
        raise SourceError(f"{name}: no readable text in this page; save the article as .txt")
    text = "\n\n".join([*(t for _, t in parts), *embeds])
    check_text(text, name)
    layout = find_blocks(text)
    blocks = _with_headings(layout.blocks, text, parts)
    if language == "auto":
        language = detect_language(" ".join(text[b.start : b.end] for b in blocks if b.kind in ("title", "body")), name)
    return Source(
        text=text,
        language=language,
        id=identifier,
        path=path,
        title=title,
        published=date or find_published(text, blocks, path),
        agency=layout.agency,
        dateline_place=layout.dateline_place,
        blocks=blocks,
    )


def _with_headings(
    blocks: tuple[SourceBlock, ...], text: str, parts: list[tuple[str, str]]
) -> tuple[SourceBlock, ...]:
    """Blocks with the page's own headings as titles, unless they are noise."""
    headings = {t for k, t in parts if k == "title"}
    return tuple(
        SourceBlock("title", b.start, b.end) if b.kind == "body" and text[b.start : b.end] in headings else b for b in blocks
    )
