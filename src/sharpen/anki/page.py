"""A page: HTML put together from the few elements that Markdown knows, each in its place and closed in order."""

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from sharpen.anki import limits

INLINE = ("b", "i", "a")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CELLS = ("td", "th")
ROWS = ("tr", *CELLS)
BLOCKS = ("p", "div", "blockquote", "ul", "ol", "li", "table", *ROWS, *HEADINGS)
CLOSED_FIRST = {"li": ("li",), "tr": ("tr",), "td": CELLS, "th": CELLS}
"""What of its own kind an element ends by starting, within the same list or table."""
WITHIN = {"li": ("ul", "ol"), "tr": ("table",), "td": ("tr",), "th": ("tr",)}
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]{1,2000}", re.IGNORECASE)


class Unreadable(Exception):
    """HTML that no person wrote. The text says what is wrong with it."""


class Page:
    """The page as it is put together. `start` and `text` raise Unreadable when it gets too deep or too long."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: list[str] = []
        self._elements = 0
        self._inner_tables = 0
        self._cells: list[str] = []
        self._rows: list[int] = []
        self._first_row, self._first_cell = 0, ""

    @property
    def in_cell(self) -> bool:
        return any(name in CELLS for name in self._open)

    @property
    def holds_one_line(self) -> bool:
        """Whether what comes next must stay in its line, as in a cell or a heading."""
        return any(name in (*CELLS, *HEADINGS) for name in self._open)

    def text(self, html: str) -> None:
        """Add text, with its entities."""
        if html != " ":
            self.make_place()
        self._out.append(html)

    def paragraph(self, html: str) -> None:
        """Add text as a paragraph of its own."""
        self._close_paragraph()
        self._out.append(f"<p>{html}</p>")

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element, or pass over its tag when it is none of those that are kept."""
        if name == "br" and self._open[-1:] not in (["table"], ["tr"]):
            again = self._close_inline() if [*filter(str.strip, self._out[-2:])][-1:] == ["<br>"] else ()
            self._single("<br>")  # two are a new paragraph, which no emphasis goes across
            for each in again:
                self._begin(each)
        elif name == "hr":
            self.make_place()
            if not self.in_cell:
                self._close_paragraph()
                self._single("<br>" if "li" in self._open else "<hr>")  # `- ---` would be no item
        elif name == "a":
            self._link(attributes.get("href", "").strip())
        elif name in INLINE:
            self._begin(name)
        elif name in BLOCKS:
            self._block(name, attributes.get("start", ""))

    def end(self, name: str) -> None:
        """End an element, and what is open within it."""
        if name == "table" and self._inner_tables:
            self._inner_tables -= 1
        elif name in INLINE:
            zone = self._inline_zone()
            if name in self._open[zone:]:
                self._close(zone + self._open[zone:].index(name))
        elif name in self._open:
            place = len(self._open) - 1 - self._open[::-1].index(name)
            # What is closed inside a cell does not close the cell.
            if name in ("table", *ROWS) or not any(each in CELLS for each in self._open[place:]):
                self._close(place)

    def end_all(self) -> None:
        self._close(0)

    def html(self) -> str:
        """All of it, once everything has ended."""
        return "".join(self._out)

    def make_place(self) -> None:
        """What stands in a row or list, but in no cell or item, gets one; what stands in no row ends the table."""
        if self._open[-1:] == ["tr"]:
            self._begin("td")
        elif self._open[-1:] in (["ul"], ["ol"]):
            self._begin("li")
        elif self._open[-1:] == ["table"]:
            self._close(len(self._open) - 1)

    def _link(self, address: str) -> None:
        if ADDRESS.fullmatch(address) and "a" not in self._open:
            unpaired = re.search(r"[()]", re.sub(r"\([^()]*\)", "", address))
            safe = "%/:?#@!$&,;=+~-._" + ("" if unpaired else "()")
            self._begin("a", f' href="{escape(quote(address, safe=safe))}"')

    def _block(self, name: str, start: str = "") -> None:
        if name not in WITHIN or (name == "li" and self._open[-1:] in (["table"], ["tr"])):
            self.make_place()
        in_cell = self.in_cell
        if in_cell and name == "table":
            self._inner_tables += 1
        if in_cell and (self._inner_tables or name not in ROWS):
            self._out.append(" ")  # a cell holds one line
            return
        if name in ROWS and "table" not in self._open:
            return
        inline = self._close_paragraph()
        if name not in WITHIN or self._ready(name):
            numbered = name == "ol" and re.fullmatch("[0-9]{1,6}", start)
            self._begin(name, f' start="{int(start)}"' if numbered else "")
        if name not in ("ul", "ol", "table", "tr"):
            for each in inline:
                self._begin(each)

    def _ready(self, name: str) -> bool:
        """Make room for an item, a row or a cell; False when there is no list or table around it."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place] in CLOSED_FIRST[name]:
                self._close(place)
                return True
            if self._open[place] in WITHIN[name]:
                self._close(place + 1)
                return True
            if self._open[place] in ("table", "ul", "ol") and name != "li":
                break
        if name == "li":
            self._begin("ul")
            return True
        if name in CELLS and "table" in self._open:
            self._block("tr")
            return True
        return False

    def _inline_zone(self) -> int:
        """From where on only inline elements are open."""
        place = len(self._open)
        while place and self._open[place - 1] in INLINE:
            place -= 1
        return place

    def _close_inline(self) -> list[str]:
        """End bold and italics, which cannot hold a block; returns what to begin again inside it."""
        zone = self._inline_zone()
        inline = [name for name in self._open[zone:] if name != "a"]
        self._close(zone)
        return inline

    def _close_paragraph(self) -> list[str]:
        """End what cannot hold a block: emphasis, a paragraph, a heading; returns what to begin again inside it."""
        inline = self._close_inline()
        if self._open and self._open[-1] in ("p", *HEADINGS):
            self._close(len(self._open) - 1)
        return inline

    def _single(self, html: str) -> None:
        self._out.append(html)
        self._count()

    def _begin(self, name: str, attributes: str = "") -> None:
        if name in INLINE:
            if name in self._open:
                return
            self.make_place()
        self._out.append(f"<{name}{attributes}>")
        self._open.append(name)
        self._count()

    def _count(self) -> None:
        self._elements += 1
        if self._elements > limits.ELEMENTS:
            raise Unreadable(f"holds more than {limits.ELEMENTS:,} elements of HTML")
        if len(self._open) > limits.DEPTH:
            raise Unreadable(f"has more than {limits.DEPTH} elements of HTML within one another")

    def _close(self, down_to: int) -> None:
        while len(self._open) > down_to:
            name = self._open.pop()
            if name not in INLINE:
                while self._out[-1] in (" ", "<br>"):
                    self._out.pop()
            if not re.match(f"<{name}[ >]", self._out[-1]) or name in CELLS:
                self._out.append(f"</{name}>")
                self._count_columns(name)
                continue
            self._out.pop()  # an empty element would vanish, and join what it keeps apart
            if name not in (*INLINE, "li", "tr"):
                self._out += ["<br>", "<br>"]

    def _count_columns(self, closed: str) -> None:
        """Make the first row of a table as long as its longest: Markdown cuts the others to it."""
        if closed in CELLS:
            self._cells.append(closed)
        elif closed == "tr":
            self._rows.append(len(self._cells))
            if len(self._rows) == 1:
                self._first_row, self._first_cell = len(self._out) - 1, self._cells[-1]
            self._cells.clear()
        elif closed == "table":
            missing = max(self._rows) - self._rows[0]
            self._out[self._first_row] = f"<{self._first_cell}></{self._first_cell}>" * missing + "</tr>"
            self._rows.clear()
