"""Reduction: the tokens of HTML that are to be read, with as few names of elements as can be."""

from collections.abc import Iterator

from sharpen.anki.html_tokens import Token, tokens

SAME = {"strong": "b", "em": "i", "center": "div", "section": "div", "article": "div", "main": "div", "dl": "div"} | {
    "dt": "div", "dd": "div", "figure": "div", "figcaption": "div", "header": "div", "footer": "div", "details": "div",
    "summary": "div", "address": "div", "menu": "ul", "kbd": "code", "samp": "code", "tt": "code", "caption": "div",
    "listing": "pre", "cloze": "b",
}  # fmt: skip
"""Elements that are read as others."""
SKIPPED = ("script", "style", "title", "head", "textarea", "select", "button", "noscript", "template", "svg", "iframe",
           "audio", "video", "object", "xmp", "rp")  # fmt: skip
"""Elements whose content is nothing to read."""
MEDIA = ("img", "audio", "video", "svg", "image")
LINE_NUMBERS = ("linenos", "linenodiv")
"""Classes of what stands beside code, in a cell of its own, where an add-on or a website colored it."""
TABLE = ("table", "thead", "tbody", "tr", "td", "th")


def reduced(html: str) -> list[Token]:
    """The tokens, without elements that are not read, named alike, and code out of the tables that only hold it."""
    found: list[Token] = []
    skipping, depth = "", 0
    for token in tokens(html):
        if skipping and token[:2] == ("open", "td") == ("open", skipping):
            skipping = ""  # one cell ends another
        if skipping:
            depth += (token.kind == "open") - (token.kind == "close") if token.text == skipping else 0
            skipping = skipping if depth else ""
            continue
        if token.kind == "open" and (token.text in SKIPPED or _numbers_lines(token)):
            skipping, depth = token.text, 1
        if token.kind == "text":
            found.append(token)
        elif token.text == "rt":  # how a word is read aloud, in small letters above it
            found.append(Token("text", " (" if token.kind == "open" else ") "))
        elif token.text in MEDIA or (token.text not in SKIPPED and not skipping):
            found.append(token._replace(text=SAME.get(token.text, token.text)))
    return list(_unboxed(found)) if any(token.text == "pre" for token in found) else found


def _numbers_lines(token: Token) -> bool:
    return token.text in ("td", "div") and token.attributes.get("class", "").startswith(LINE_NUMBERS)


def _unboxed(read: list[Token]) -> Iterator[Token]:
    """Tables with code of several lines in them as blocks one after the other: a cell holds one line."""
    at = 0
    while at < len(read):
        behind = _behind_table(read, at) if read[at][:2] == ("open", "table") else at + 1
        some = read[at:behind]
        boxed = len(some) > 1 and _has_lines_of_code(some)
        yield from (token._replace(text="div") if boxed and _is_of_table(token) else token for token in some)
        at = behind


def _behind_table(read: list[Token], at: int) -> int:
    depth = 0
    for place in range(at, len(read)):
        if read[place].text == "table":
            depth += {"open": 1, "close": -1}.get(read[place].kind, 0)
        if not depth:
            return place + 1
    return len(read)


def _is_of_table(token: Token) -> bool:
    return token.kind != "text" and token.text in TABLE


def _has_lines_of_code(some: list[Token]) -> bool:
    inside = False
    for token in some:
        if token.kind != "text" and token.text == "pre":
            inside = token.kind == "open"
        elif inside and (token.text == "br" or (token.kind == "text" and "\n" in token.text.strip("\r\n"))):
            return True
    return False
