"""Cleaning: hostile HTML read token by token, and put together again on a page.

Formulas and code are taken out, already as Markdown, and marked in place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

from sharpen.anki.formulas import OPENER, Finder, display, inline
from sharpen.anki.html_tokens import INVISIBLE, Token
from sharpen.anki.page import Page
from sharpen.anki.unread_elements import MEDIA, reduced

KEPT = re.compile("\ue000([0-9]{1,7})\ue001")
"""The mark of a piece of Markdown that was taken out; its number says which."""
ANSWER = "\ue002"
"""The mark of the line between question and answer."""
NEW_LINE = ("div", "p", "li", "tr")
"""Elements that begin a line within code."""
SOUND = re.compile(r"\[(?:sound|anki):([^\]]{0,500})\]")
MISSING = "*(picture not kept)*"
"""What stands for an image that could not be taken."""
UNSAID = re.compile(r"[\s\[\]\\`$|<>*_!&]+")
"""What is not said of an image: signs that would mean something in Markdown."""
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Cleaned:
    """HTML of a few elements; `text` is the same without entities when there are none but text."""

    html: str
    text: str
    kept: tuple[str, ...]
    media: frozenset[str]


def cleaned(html: str, image: Callable[[str], str]) -> Cleaned:
    """HTML that is safe to be converted. `image` gives the name of one by its source. Raises `page.Unreadable`."""
    return _Cleaning(reduced(INVISIBLE.sub("", html)), image).run()


class _Cleaning:
    """One cleaning. Its methods take the place of a token, write what begins there, and return the next to look at."""

    def __init__(self, tokens: list[Token], image: Callable[[str], str]) -> None:
        self.tokens = tokens
        self.image = image
        self.finder = Finder(tokens)
        self.page = Page()
        self.kept: list[str] = []
        self.media: set[str] = set()

    def run(self) -> Cleaned:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind == "text":
                at = self.text(at)
            elif token.kind == "close":
                self.page.end(token.text)
                at += 1
            elif token.text in ("code", "pre"):
                at = self.code(at)
            elif token.text == "anki-mathjax":
                at = self.mathjax(at)
            elif token.text in ("sub", "sup"):
                at = self.script(at)
            else:
                at = self.element(at)
        self.page.end_all()
        html = self.page.html()
        return Cleaned(html, unescape(html).strip(), tuple(self.kept), frozenset(self.media))

    def text(self, index: int) -> int:
        """Text, and any formulas that begin in it."""
        at = 0
        while opener := OPENER.search(text := self.tokens[index].text, at):
            formula = self.finder.formula(opener[0], index, opener.end())
            if formula is None:
                self.write(text[at : opener.end()])
                at = opener.end()
                continue
            self.write(text[at : opener.start()])
            markdown, index, at = formula
            if markdown:
                self.page.text(self.mark(markdown))
        self.write(self.tokens[index].text[at:])
        return index + 1

    def code(self, at: int) -> int:
        """Code, as a block where it is one and there is room, else within the line."""
        inside, behind = self.inside(at)
        source = inside.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        if not source.strip():
            return behind
        self.page.make_place()
        if (self.tokens[at].text == "pre" or "\n" in source) and not self.page.holds_one_line:
            self.page.paragraph(self.mark(_block_of_code(source, self.language(at))))
        else:
            self.page.text(self.mark(_code_in_line(source)))
        return behind

    def mathjax(self, at: int) -> int:
        r"""A formula as Anki's editor has it before it is saved as `\(..\)`; add-ons and pasting leave it so."""
        inside, behind = self.inside(at)
        make = display if self.tokens[at].attributes.get("block", "").lower() == "true" else inline
        if markdown := make(inside):
            self.page.text(self.mark(markdown))
        return behind

    def script(self, at: int) -> int:
        r"""Sub- and superscripts are formulas: 10<sup>2</sup> must not become 102."""
        sign = "_" if self.tokens[at].text == "sub" else "^"
        inside, behind = self.inside(at)
        words = " ".join(inside.split())
        if re.fullmatch(r"[A-Za-z0-9+\-\u2212.,*]{1,20}", words):
            tex = words if len(words) == 1 or not words.isalpha() else f"\\text{{{words}}}"
            self.page.text(self.mark(f"${sign}{{{tex}}}$"))
        elif words:
            self.write(f" ({escape(words)})" if len(words) > 1 else escape(words))
        return behind

    def element(self, at: int) -> int:
        """Any other element: a picture or sound, the line before the answer, or one for the page."""
        name, attributes = self.tokens[at].text, self.tokens[at].attributes
        if name in MEDIA:
            source = attributes.get("src", "").strip()
            taken = self.image(source) if name == "img" and source else ""
            if taken:
                self.page.text(self.mark(f"![{UNSAID.sub(' ', attributes.get('alt', ''))[:200].strip()}]({taken})"))
            else:
                self.media.add(source[:500] or f"{name} {len(self.media)}")
                if name in ("img", "svg", "image"):
                    self.page.text(self.mark(MISSING))
        elif name == "hr" and attributes.get("id") == "answer":
            self.page.end_all()
            self.page.paragraph(ANSWER)
        else:
            self.page.start(name, attributes)
        return at + 1

    def write(self, html: str) -> None:
        html = SOUND.sub(self.sound, html) if "[" in html else html
        self.page.text(escape(SPACE.sub(" ", INVISIBLE.sub("", unescape(html))), quote=False))

    def sound(self, found: re.Match[str]) -> str:
        self.media.add(found[1])
        return " "

    def mark(self, markdown: str) -> str:
        """What stands on the page for a piece of Markdown until it is put back."""
        self.page.make_place()
        self.kept.append(markdown.replace("|", "\\|") if self.page.in_cell else markdown)
        return f"\ue000{len(self.kept) - 1}\ue001"

    def inside(self, at: int) -> tuple[str, int]:
        """The text inside an element that starts at a token, lines kept, and the token behind it."""
        name, depth, parts = self.tokens[at].text, 0, []
        while at < len(self.tokens):
            token = self.tokens[at]
            at += 1
            if token.kind == "text":
                parts.append(INVISIBLE.sub("", unescape(token.text)))
            elif token.text == name:
                depth += 1 if token.kind == "open" else -1
                if not depth:
                    break
            elif token.text == "br" or (token.text in NEW_LINE and token.kind == "open"):
                parts.append("\n")
        return "".join(parts).replace("\xa0", " "), at

    def language(self, at: int) -> str:
        """The language that code says it is in, by the class of its element or of the one just inside."""
        for token in self.tokens[at : at + 2]:
            match = re.search(r"\blanguage-([a-z0-9+#-]{1,20})", token.attributes.get("class", ""))
            if match:
                return match[1]
        return ""


def _block_of_code(source: str, language: str) -> str:
    fence = "`" * max(3, _most_ticks(source) + 1)
    return f"{fence}{language}\n{source.rstrip()}\n{fence}"


def _code_in_line(source: str) -> str:
    fence = "`" * (_most_ticks(source) + 1)
    line = " ".join(source.split("\n"))
    pad = " " if line.startswith(("`", " ")) or line.endswith(("`", " ")) else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _most_ticks(source: str) -> int:
    return max((len(run) for run in re.findall("`+", source)), default=0)
