"""Cleaning: hostile HTML put together again from the few elements that Markdown knows, closed in order.

Formulas and code are taken out, already as Markdown, and marked in place.
"""

import re
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote

from sharpen.anki import limits
from sharpen.anki.formulas import OPENER, Finder
from sharpen.anki.reduction import MEDIA, reduced
from sharpen.anki.scrubbing import INVISIBLE, Token

KEPT = re.compile("\ue000([0-9]{1,7})\ue001")
"""The mark of a piece of Markdown that was taken out; its number says which."""
ANSWER = "\ue002"
"""The mark of the line between question and answer."""
INLINE = ("b", "i", "a")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = ("p", "div", "blockquote", "ul", "ol", "li", "table", "tr", "td", "th", *HEADINGS)
CELLS = ("td", "th")
CLOSED_FIRST = {"li": ("li",), "tr": ("tr",), "td": CELLS, "th": CELLS}
"""What of its own kind an element ends by starting, within the same list or table."""
WITHIN = {"li": ("ul", "ol"), "tr": ("table",), "td": ("tr",), "th": ("tr",)}
SOUND = re.compile(r"\[(?:sound|anki):([^\]]{0,500})\]")
SPACE = re.compile(r"\s+")
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]{1,2000}", re.IGNORECASE)


class Unreadable(Exception):
    """HTML that no person wrote. The text says what is wrong with it."""


@dataclass(frozen=True)
class Cleaned:
    """HTML of a few elements; `text` is the same without entities when there are none but text."""

    html: str
    text: str
    kept: tuple[str, ...]
    media: frozenset[str]


def cleaned(html: str) -> Cleaned:
    """HTML that is safe to be converted. Raises Unreadable."""
    page = _Page(reduced(INVISIBLE.sub("", html)))
    page.run()
    text = "".join(page.out)
    return Cleaned(text, unescape(text).strip(), tuple(page.kept), frozenset(page.media))


class _Page:
    """The page as it is put together."""

    def __init__(self, read: list[Token]) -> None:
        self.tokens = read
        self.finder = Finder(read)
        self.out: list[str] = []
        self.kept: list[str] = []
        self.media: set[str] = set()
        self.open: list[str] = []
        self.elements = 0
        self.inner_tables = 0
        self.cells: list[str] = []
        self.rows: list[int] = []
        self.first_row, self.first_cell = 0, ""

    def run(self) -> None:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind == "text":
                at = self._text(at)
            elif token.kind == "open" and token.text in ("code", "pre"):
                at = self._code(at)
            elif token.kind == "open" and token.text in ("sub", "sup"):
                at = self._script(at)
            else:
                (self._start if token.kind == "open" else self._end)(token)
                at += 1
        self._close(0)

    # Text, and what is taken out of it.

    def _text(self, index: int) -> int:
        """Write a text token, and any formulas that begin in it; returns the next token to look at."""
        at = 0
        while opener := OPENER.search(text := self.tokens[index].text, at):
            formula = self.finder.formula(opener[0], index, opener.end())
            if formula is None:
                self._write(text[at : opener.end()])
                at = opener.end()
                continue
            self._write(text[at : opener.start()])
            markdown, index, at = formula
            self._keep(markdown)
        self._write(self.tokens[index].text[at:])
        return index + 1

    def _write(self, text: str) -> None:
        text = SOUND.sub(self._sound, text) if "[" in text else text
        plain = SPACE.sub(" ", INVISIBLE.sub("", unescape(text)))
        if plain != " ":
            self._make_place()
        self.out.append(escape(plain, quote=False))

    def _sound(self, found: re.Match[str]) -> str:
        self.media.add(found[1])
        return " "

    def _keep(self, markdown: str) -> None:
        if markdown:
            self._make_place()
            in_cell = any(name in CELLS for name in self.open)
            self.out.append(f"\ue000{len(self.kept)}\ue001")
            self.kept.append(markdown.replace("|", "\\|") if in_cell else markdown)

    def _inside(self, at: int) -> tuple[str, int]:
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
            elif token.text == "br" or (token.text in ("div", "p", "li", "tr") and token.kind == "open"):
                parts.append("\n")
        return "".join(parts).replace("\xa0", " "), at

    def _code(self, at: int) -> int:
        token = self.tokens[at]
        source, behind = self._inside(at)
        source = source.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        if not source.strip():
            return behind
        self._make_place()
        ticks = max((len(run) for run in re.findall("`+", source)), default=0)
        block = (token.text == "pre" or "\n" in source) and not any(name in (*CELLS, *HEADINGS) for name in self.open)
        if not block:
            fence = "`" * (ticks + 1)
            line = " ".join(source.split("\n"))
            pad = " " if line.startswith(("`", " ")) or line.endswith(("`", " ")) else ""
            self._keep(f"{fence}{pad}{line}{pad}{fence}")
            return behind
        fence = "`" * max(3, ticks + 1)
        self._close_paragraph()
        self.out.append("<p>")
        self._keep(f"{fence}{self._language(at)}\n{source.rstrip()}\n{fence}")
        self.out.append("</p>")
        return behind

    def _language(self, at: int) -> str:
        """The language that code says it is in, by the class of its element or of the one just inside."""
        for token in self.tokens[at : at + 2]:
            found = re.search(r"\blanguage-([a-z0-9+#-]{1,20})", token.attributes.get("class", ""))
            if found:
                return found[1]
        return ""

    def _script(self, at: int) -> int:
        r"""Sub- and superscripts are formulas: 10<sup>2</sup> must not become 102."""
        mark = "_" if self.tokens[at].text == "sub" else "^"
        inside, behind = self._inside(at)
        words = " ".join(inside.split())
        if re.fullmatch(r"[A-Za-z0-9+\-\u2212.,*]{1,20}", words):
            tex = words if len(words) == 1 or not words.isalpha() else f"\\text{{{words}}}"
            self._keep(f"${mark}{{{tex}}}$")
        elif words:
            self._write(f" ({escape(words)})" if len(words) > 1 else escape(words))
        return behind

    # Elements.

    def _start(self, token: Token) -> None:
        name = token.text
        if name in MEDIA:
            self.media.add(token.attributes.get("src", "")[:500] or f"{name} {len(self.media)}")
        elif name == "cloze":
            self._open("b")
        elif name == "br" and self.open[-1:] not in (["table"], ["tr"]):
            again = self._close_inline() if [*filter(str.strip, self.out[-2:])][-1:] == ["<br>"] else ()
            self._single("<br>")  # two are a new paragraph, which no emphasis goes across
            for each in again:
                self._open(each)
        elif name == "hr":
            self._line(token)
        elif name == "a":
            self._link(token)
        elif name in ("b", "i"):
            self._open(name)
        elif name in BLOCKS:
            self._block(name, token)

    def _end(self, token: Token) -> None:
        name = "b" if token.text == "cloze" else token.text
        if name == "table" and self.inner_tables:
            self.inner_tables -= 1
        elif name in INLINE:
            zone = self._inline_zone()
            if name in self.open[zone:]:
                self._close(zone + self.open[zone:].index(name))
        elif name in self.open:
            place = len(self.open) - 1 - self.open[::-1].index(name)
            # What is closed inside a cell does not close the cell.
            if name in ("table", "tr", *CELLS) or not any(each in CELLS for each in self.open[place:]):
                self._close(place)

    def _single(self, html: str) -> None:
        self.out.append(html)
        self._count()

    def _count(self) -> None:
        self.elements += 1
        if self.elements > limits.ELEMENTS:
            raise Unreadable(f"holds more than {limits.ELEMENTS:,} elements of HTML")

    def _line(self, token: Token) -> None:
        if token.attributes.get("id") == "answer":
            self._close(0)
            self.out.append(f"<p>{ANSWER}</p>")
            return
        self._make_place()
        if not any(name in CELLS for name in self.open):
            self._close_paragraph()
            self._single("<br>" if "li" in self.open else "<hr>")  # `- ---` would be no item

    def _link(self, token: Token) -> None:
        address = ADDRESS.fullmatch(token.attributes.get("href", "").strip())
        if address and "a" not in self.open:
            unpaired = re.search(r"[()]", re.sub(r"\([^()]*\)", "", address[0]))
            safe = "%/:?#@!$&,;=+~-._" + ("" if unpaired else "()")
            self._open("a", f' href="{escape(quote(address[0], safe=safe))}"')

    def _block(self, name: str, token: Token) -> None:
        if name not in WITHIN or (name == "li" and self.open[-1:] in (["table"], ["tr"])):
            self._make_place()
        in_cell = any(each in CELLS for each in self.open)
        if in_cell and name == "table":
            self.inner_tables += 1
        if in_cell and (self.inner_tables or name not in ("tr", *CELLS)):
            self.out.append(" ")  # a cell holds one line
            return
        if name in ("tr", *CELLS) and "table" not in self.open:
            return
        inline = self._close_paragraph()
        if name not in WITHIN or self._ready(name):
            start = token.attributes.get("start", "")
            self._open(name, f' start="{int(start)}"' if name == "ol" and re.fullmatch("[0-9]{1,6}", start) else "")
        if name not in ("ul", "ol", "table", "tr"):
            for each in inline:
                self._open(each)

    def _ready(self, name: str) -> bool:
        """Make room for an item, a row or a cell; False when there is no list or table around it."""
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place] in CLOSED_FIRST[name]:
                self._close(place)
                return True
            if self.open[place] in WITHIN[name]:
                self._close(place + 1)
                return True
            if self.open[place] in ("table", "ul", "ol") and name != "li":
                break
        if name == "li":
            self._open("ul")
            return True
        if name in CELLS and "table" in self.open:
            self._block("tr", Token("open", "tr"))
            return True
        return False

    def _inline_zone(self) -> int:
        """From where on only inline elements are open."""
        place = len(self.open)
        while place and self.open[place - 1] in INLINE:
            place -= 1
        return place

    def _close_inline(self) -> list[str]:
        """End bold and italics, which cannot hold a block; returns what to begin again inside it."""
        zone = self._inline_zone()
        inline = [name for name in self.open[zone:] if name != "a"]
        self._close(zone)
        return inline

    def _make_place(self) -> None:
        """What stands in a row or list, but in no cell or item, gets one; what stands in no row ends the table."""
        if self.open[-1:] == ["tr"]:
            self._open("td")
        elif self.open[-1:] in (["ul"], ["ol"]):
            self._open("li")
        elif self.open[-1:] == ["table"]:
            self._close(len(self.open) - 1)

    def _close_paragraph(self) -> list[str]:
        """End what cannot hold a block: emphasis, a paragraph, a heading; returns what to begin again inside it."""
        inline = self._close_inline()
        if self.open and self.open[-1] in ("p", *HEADINGS):
            self._close(len(self.open) - 1)
        return inline

    def _open(self, name: str, attributes: str = "") -> None:
        if name in INLINE:
            if name in self.open:
                return
            self._make_place()
        self.out.append(f"<{name}{attributes}>")
        self.open.append(name)
        self._count()
        if len(self.open) > limits.DEPTH:
            raise Unreadable(f"has more than {limits.DEPTH} elements of HTML within one another")

    def _close(self, down_to: int) -> None:
        while len(self.open) > down_to:
            name = self.open.pop()
            if name not in INLINE:
                while self.out[-1] in (" ", "<br>"):
                    self.out.pop()
            if not re.match(f"<{name}[ >]", self.out[-1]) or name in CELLS:
                self.out.append(f"</{name}>")
                self._count_columns(name)
                continue
            self.out.pop()  # an empty element would vanish, and join what it keeps apart
            if name not in (*INLINE, "li", "tr"):
                self.out += ["<br>", "<br>"]

    def _count_columns(self, closed: str) -> None:
        """Make the first row of a table as long as its longest: Markdown cuts the others to it."""
        if closed in CELLS:
            self.cells.append(closed)
        elif closed == "tr":
            self.rows.append(len(self.cells))
            if len(self.rows) == 1:
                self.first_row, self.first_cell = len(self.out) - 1, self.cells[-1]
            self.cells.clear()
        elif closed == "table":
            missing = max(self.rows) - self.rows[0]
            self.out[self.first_row] = f"<{self.first_cell}></{self.first_cell}>" * missing + "</tr>"
            self.rows.clear()
