"""Hostile HTML: cut into tags and text in one pass that takes no longer the stranger the input.

This is no safety boundary. What comes of it is Markdown, which sharpen renders without any HTML.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

NAME = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)")
ATTRIBUTE = re.compile(
    r"""[\s/=]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?""",
)
BEFORE_END = re.compile(r"[\s/=]*+")
COMMENT_END = re.compile(r"--!?>")
RAW = {
    name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "xmp", "iframe")
}
"""Elements that hold no elements, whatever their content looks like."""
INVISIBLE = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]")
"""Control characters, and private ones, which mark places within this package."""


class Token(NamedTuple):
    """A piece of HTML. `text` is the text, as written and with its entities, or the name of an element."""

    kind: str  # "text", "open", "close"
    text: str
    attributes: Mapping[str, str] = {}


def tokens(html: str) -> Iterator[Token]:
    """HTML in pieces, much as a browser reads it; comments are dropped."""
    at = 0
    while at < len(html):
        start = html.find("<", at)
        if start < 0:
            yield Token("text", html[at:])
            return
        if start > at:
            yield Token("text", html[at:start])
        name = NAME.match(html, start)
        if not name:
            if html[start + 1 : start + 2] in ("!", "?", "/"):
                at = _comment_end(html, start)
            else:
                yield Token("text", "<")
                at = start + 1
            continue
        attributes, at = _attributes(html, name.end())
        if at < 0:
            return  # a tag that never ends takes the rest with it
        tag = name[2].lower()
        yield Token("close" if name[1] else "open", tag, attributes)
        if tag in RAW and not name[1]:
            end = RAW[tag].search(html, at)
            yield Token("text", html[at : end.start() if end else len(html)])
            at = end.start() if end else len(html)


def _comment_end(html: str, start: int) -> int:
    if html.startswith(("<!-->", "<!--->"), start):
        return html.index(">", start) + 1
    if html.startswith("<!--", start):
        end = COMMENT_END.search(html, start + 4)
        return end.end() if end else len(html)
    close = html.find(">", start)
    return close + 1 if close >= 0 else len(html)


def _attributes(html: str, at: int) -> tuple[Mapping[str, str], int]:
    """The attributes of a tag from their start, and where it ends, -1 if it does not."""
    if html.startswith(">", at):
        return {}, at + 1
    found: dict[str, str] = {}
    while attribute := ATTRIBUTE.match(html, at):
        value = attribute[2] or attribute[3] or attribute[4] or ""
        found.setdefault(attribute[1].lower(), unescape(value))
        at = attribute.end()
    rest = BEFORE_END.match(html, at)
    at = rest.end() if rest else at
    return found, at + 1 if html.startswith(">", at) else -1


def without_tags(html: str) -> str:
    """The text of HTML, still with its entities."""
    return "".join(token.text for token in tokens(html) if token.kind == "text")
