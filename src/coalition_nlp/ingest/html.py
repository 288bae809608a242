"""Web pages: main text by trafilatura, publication date by the page's metadata, embedded posts kept as quotes."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from coalition_nlp.errors import SourceError

from .blocks import find_blocks
from .dates import day_in
from .language import check_language, detect_language
from .published import find_published
from .source import Published, Source, SourceBlock
from .text import check_text, given_date

# Where pages state their publication date, in the order asked; Open Graph, schema.org, Dublin Core and plain names.
_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publish-date", "publish_date", "publication_date", "date", "last-modified",
)  # fmt: skip
_NETWORKS = ("twitter", "tweet", "mastodon", "bluesky", "instagram", "facebook", "threads")
_EMBEDS = "//blockquote[" + " or ".join(f"contains(@class, '{name}')" for name in _NETWORKS) + "]"
# What belongs to a page and not to its text; main-content detection leaves some of it in.
_CLUTTER = "//figcaption|//nav|//aside|//button|//template|//*[@hidden]"
_MARK = "EmbeddedPost{}EndOfPost"  # stands for an embedded post while the main content is looked for


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
    candidates += tree.xpath(
        "//time[@datetime and (@itemprop='datePublished' or ancestor::header or ancestor::article)]/@datetime"
    )
    for candidate in candidates:
        found = day_in(candidate)
        if found is not None and found.day is not None:
            return Published(found.day, found.value, "metadata")
    return None


def _take_embeds(tree: Any) -> list[str]:
    """Texts of embedded posts; in the tree a marked paragraph stays in the place of each."""
    from lxml import html

    texts: list[str] = []
    for element in tree.xpath(_EMBEDS):
        if element.getparent() is None:
            continue
        lines = [" ".join(p.text_content().split()) for p in element.xpath("./p")]
        rest = " ".join(" ".join(element.xpath("./text()|./a//text()|./footer//text()|./cite//text()")).split())
        text = "\n".join(part for part in (*lines, rest) if part) or " ".join(element.text_content().split())
        if not text:
            continue
        mark = html.Element("p")
        mark.text = f"{_MARK.format(len(texts))}."
        mark.tail = element.tail
        element.getparent().replace(element, mark)
        texts.append(text)
    return texts


def _paragraphs(tree: Any) -> list[tuple[str, str]]:
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
            if element.find(".//p") is not None or element.find(".//item") is not None:
                continue  # its parts come one by one
            text = " ".join("".join(element.itertext()).split())
            if text:
                found.append(("title" if element.tag == "head" else "", text))
    if not any(kind == "" for kind, _ in found):
        found = []
        for element in tree.xpath("//h1|//h2|//h3|//p|//li|//td"):
            text = " ".join(element.text_content().split())
            if text:
                found.append(("title" if element.tag.startswith("h") else "", text))
    if not found:  # a page without any paragraph
        for element in tree.xpath("//script|//style|//head"):
            element.drop_tree()
        for element in tree.xpath("//br|//div"):
            element.tail = "\n" + (element.tail or "")
        found = [("", line) for raw in tree.text_content().split("\n") if (line := " ".join(raw.split()))]
    return found


def _with_embeds(paragraphs: list[tuple[str, str]], embeds: list[str]) -> list[tuple[str, str]]:
    """Embedded posts back in their places; one whose place was left out comes last."""
    marks = {f"{_MARK.format(number)}.": text for number, text in enumerate(embeds)}
    found = [(kind, marks.pop(text, text)) for kind, text in paragraphs]
    return [*found, *(("", text) for text in marks.values())]


def source_from_html(
    page: str,
    *,
    language: str = "auto",
    published: str | dt.date | None = None,
    path: str | None = None,
    identifier: str = "",
) -> Source:
    """A Source from a web page. The text is the title and the main content with embedded posts, a paragraph each.

    Raises:
        SourceError: the page has no readable text.
        UnsupportedLanguageError: neither German nor English.
    """
    from lxml import etree, html

    name = path or "page"
    check_language(language)
    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
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
    for element in tree.xpath(_CLUTTER):
        if element.getparent() is not None:
            element.drop_tree()
    embeds = _take_embeds(tree)
    paragraphs = _with_embeds(_paragraphs(tree), embeds)
    if title and (heading := next((t for k, t in paragraphs[:3] if k == "title" and (t in title or title in t)), None)):
        paragraphs.remove(("title", heading))
        title = heading
    if not paragraphs:
        raise SourceError(f"{name}: no readable text in this page; save the article as .txt")
    parts = [*([("title", title)] if title else []), *paragraphs]
    text = "\n\n".join(t for _, t in parts)
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


def _with_headings(blocks: tuple[SourceBlock, ...], text: str, parts: list[tuple[str, str]]) -> tuple[SourceBlock, ...]:
    """Blocks with the page's own headings as titles, unless they are noise."""
    headings = {t for k, t in parts if k == "title"}
    return tuple(
        SourceBlock("title", b.start, b.end) if b.kind == "body" and text[b.start : b.end] in headings else b
        for b in blocks
    )
