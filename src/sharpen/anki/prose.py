"""Prose: the HTML of one side of a card as Markdown. Nothing of HTML is left, and nothing is read as HTML later.

`markdownify` does the conversion. What it is given was cut up, filtered and put together again here
(`field_markdown.py`, `page.py`), so it never sees anything strange: no tags but a few, closed in order, with no
attributes but addresses, and not too many.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sharpen.anki.field_markdown import ANSWER, KEPT, MISSING, cleaned
from sharpen.anki.page import INLINE

if TYPE_CHECKING:
    from markdownify import MarkdownConverter

SPECIAL = re.compile(r"[\\`*\[\]<$|]|&(?=#?\w{1,40};)|(?<![^\W_])_|_(?![^\W_])|(?<=\s)#(?=#*\s*$)")
"""What means something in Markdown, and is escaped. An underscore within a word means nothing."""
FIRST = re.compile(r"(\s*)(#{1,6}(?=\s|$)|>|[+-](?=\s|$)|-(?=-)|=|~|:(?=-)|\d{1,9}(?=[.)](?:\s|$)))")
"""What means something at the start of a line."""
BLANK_LINES = re.compile(r"[ \t]*+\n(?:[ \t]*+\n)+")
FORMULA = ("$", "`")
STARTS = "_starts"
LABEL = re.compile(r"\s{0,20}\(")


class Prose(NamedTuple):
    """Markdown, what comes before the line that starts the answer (nothing if there is none), and media left out."""

    text: str
    before: str
    media: frozenset[str]


def prose(html: str, image: Callable[[str], str] = lambda _: "") -> Prose:
    """HTML as Markdown. `image` gives the name of an image by its source, nothing for one that is not taken.

    Raises `page.Unreadable` for HTML too deep or too long.
    """
    clean = cleaned(html, image)
    text = _converter().convert(clean.html) if "<" in clean.html else escaped(clean.text, starts=True)
    text = BLANK_LINES.sub("\n\n", text)
    text = _put_back(text, clean.kept)
    before, answer, after = text.rpartition(ANSWER)
    return Prose(_trimmed(after if answer else text), _trimmed(before), clean.media)


def _trimmed(text: str) -> str:
    text = text.replace(ANSWER, "").strip("\n").rstrip()
    return text if text.replace(MISSING, "").strip() else ""


def escaped(text: str, *, starts: bool) -> str:
    """Text that means nothing in Markdown; `starts` when it begins a line."""
    text = SPECIAL.sub(r"\\\g<0>", text)
    first = FIRST.match(text) if starts else None
    if not first:
        return text
    if first[2][0].isdigit():
        return text[: first.end()] + "\\" + text[first.end() :]
    return first[1] + "\\" + text[first.start(2) :]


def _put_back(text: str, kept: tuple[str, ...]) -> str:
    """Formulas and code in the place of their marks. Those of several lines keep the indentation of their line."""
    if not kept:
        return text
    pieces: list[str] = []
    at = 0
    for mark in KEPT.finditer(text):
        fragment = kept[int(mark[1])]
        pieces.append(text[at : mark.start()])
        if "\n" in fragment:
            line = text[text.rfind("\n", 0, mark.start()) + 1 : mark.start()]
            fragment = fragment.replace("\n", "\n" + re.sub(r"[^>\s]", " ", line))
        if at and at == mark.start() and fragment.startswith(FORMULA):
            pieces.append(" ")  # `$a$$b$` would be something else
        pieces.append(fragment)
        at = mark.end()
        if fragment.startswith("$$") and (label := LABEL.match(text, at)):
            pieces.append(label[0][:-1] + "\\")  # `$$a$$ (1)` would be a formula with a label
            at = label.end() - 1
    return "".join(pieces) + text[at:]


@cache
def _converter() -> "MarkdownConverter":
    from bs4.element import Tag
    from markdownify import MarkdownConverter

    class Converter(MarkdownConverter):
        def process_text(self, el: Any, parent_tags: Any = None) -> str:
            before = el.previous_sibling
            beside = isinstance(before, Tag) and before.name in INLINE
            beside = beside and before.find("br") is None and bool(before.get_text().strip())
            # What `escape` is to know goes along with the tags: one converter serves all threads.
            return str(super().process_text(el, parent_tags if beside else {*parent_tags, STARTS}))  # type: ignore[misc]

        def escape(self, text: str, parent_tags: Any) -> str:
            return escaped(text, starts=STARTS in parent_tags)

        def convert_b(self, el: Any, text: str, parent_tags: set[str]) -> str:
            return self.emphasized(el, text, parent_tags, "**")

        def convert_i(self, el: Any, text: str, parent_tags: set[str]) -> str:
            return self.emphasized(el, text, parent_tags, "*")

        def convert_ul(self, el: Any, text: str, parent_tags: Any) -> str:
            items = str(super().convert_list(el, text, parent_tags))  # type: ignore[misc]
            # markdownify would go on in the line of the last item.
            return items + "\n\n" if "li" in parent_tags and el.next_sibling else items

        convert_ol = convert_ul

        def emphasized(self, el: Any, text: str, parent_tags: set[str], mark: str) -> str:
            inner = text.strip()
            # Asterisks in a row, from one within the other, may mean several things.
            if not inner or "\n\n" in inner or {"b", "i"} & parent_tags:
                return text
            left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            before = left or _edge(el, "previous_sibling", -1)
            after = right or _edge(el, "next_sibling", 0)
            if not (_opens(before, inner[0]) and _opens(after, inner[-1])):
                return text  # Markdown cannot say it here, and would show asterisks
            return f"{left}{mark}{inner}{mark}{right}"

    def _edge(el: Any, side: str, place: int) -> str:
        """The character beside an element; a space for the end of a line, an asterisk where emphasis may have ended."""
        while getattr(el, side) is None and el.parent is not None and el.parent.name in INLINE:
            el = el.parent
        sibling = getattr(el, side)
        if isinstance(sibling, Tag):
            if sibling.name not in INLINE:
                return " "
            if side == "previous_sibling":
                return "*"
        return str(sibling.get_text())[place:][:1] or " " if sibling is not None else " "

    return Converter(
        autolinks=False, heading_style="atx", bullets="-", escape_asterisks=False, escape_underscores=False
    )


def _opens(outside: str, inside: str) -> bool:
    """Whether emphasis may begin (or, seen from the other side, end) between two characters."""
    if outside == "*":
        return False
    word_outside = not (outside.isspace() or _is_mark(outside))
    return not (word_outside and _is_mark(inside))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character[-1])[0] in "PSC"
