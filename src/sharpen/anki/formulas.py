r"""Formulas: `\(..\)`, `\[..\]` and `[latex]..[/latex]` of Anki as the `$..$` and `$$..$$` of Markdown."""

import re
from html import unescape

from sharpen.anki.html_tokens import Token

OPENER = re.compile(r"\\\(|\\\[|\[latex\]|\[\$\$?\]", re.IGNORECASE)
CLOSERS = {"\\(": "\\)", "\\[": "\\]", "[latex]": "[/latex]", "[$]": "[/$]", "[$$]": "[/$$]"}
DISPLAY = ("\\[", "[$$]")
NEW_LINE = ("br", "p", "div")
INLINE = ("b", "i", "a", "sub", "sup", "code")
"""Elements that may stand inside a formula; they are dropped there, as Anki drops them."""
COMMENT = re.compile(r"(?<!\\)%[^\n]*+(?:\n|\Z)")
DOLLAR = re.compile(r"(?<!\\)\$")
BLOCK = re.compile(r"\\begin\{(?!(?:[a-z]*matrix|cases|array)\*?\})|\\\[|\\displaystyle")


class Finder:
    """Finds where formulas end, in time that grows only with the length of the text."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.failed: dict[str, int] = {}
        """For each closer, up to which token there is none."""

    def formula(self, opener: str, index: int, at: int) -> tuple[str, int, int] | None:
        """The Markdown of a formula whose content starts at a place in a token, and the place behind its closer."""
        closer = CLOSERS[opener.lower()]
        if index < self.failed.get(closer, 0):
            return None
        parts: list[str] = []
        for place in range(index, len(self.tokens)):
            token = self.tokens[place]
            if token.kind == "text":
                end = token.text.find(closer, at)
                parts.append(token.text[at : end if end >= 0 else None])
                at = 0
                if end >= 0:
                    return _markdown(opener.lower(), unescape("".join(parts))), place, end + len(closer)
            elif token.text in NEW_LINE:
                parts.append("\n")
            elif token.text not in INLINE:
                break
        else:
            place = len(self.tokens)
        self.failed[closer] = max(place, index + 1)
        return None


def _markdown(opener: str, tex: str) -> str:
    if opener == "[latex]":
        return _latex(tex)
    return display(tex) if opener in DISPLAY else inline(tex)


def inline(tex: str) -> str:
    """TeX as a formula within a line; nothing for nothing."""
    tex = _tidy(tex)
    return f"${tex}$" if tex else ""


def display(tex: str) -> str:
    """TeX as a formula of its own."""
    tex = _tidy(tex)
    return f"$${tex}$$" if tex else ""


def _tidy(tex: str) -> str:
    """TeX on one line, without comments, and without dollars that would end it."""
    tex = " ".join(COMMENT.sub("\n", tex.replace("\xa0", " ")).split())
    pieces = DOLLAR.split(tex)  # more than one: formulas within \text{..}
    tex = pieces[0] + "".join(("\\)" if place % 2 else "\\(") + piece for place, piece in enumerate(pieces[1:]))
    backslashes = len(tex) - len(tex.rstrip("\\"))
    return tex[:-1].rstrip() if backslashes % 2 else tex


def _latex(tex: str) -> str:
    """A piece of a LaTeX document: a formula, or words with formulas in them."""
    bare = tex.strip()
    for start, end, make in (
        ("$$", "$$", display),
        ("\\[", "\\]", display),
        ("$", "$", inline),
        ("\\(", "\\)", inline),
    ):
        if bare.startswith(start) and bare.endswith(end) and len(bare) > len(start + end):
            inner = bare[len(start) : -len(end)]
            if not DOLLAR.search(inner):
                return make(inner)
    if DOLLAR.search(bare):
        words = DOLLAR.split(bare)
        return "".join(inline(piece) if place % 2 else plain(piece) for place, piece in enumerate(words))
    if "\\" in bare or "^" in bare or "_" in bare:
        return display(bare) if BLOCK.search(bare) else inline(bare)
    return plain(bare)


def plain(text: str) -> str:
    """Text that means nothing in Markdown."""
    return re.sub(r"([\\`*_\[\]<$|])", r"\\\1", re.sub(r"\s+", " ", text))
