"""Line breaks: where a line may end in a formula within text, and where not beside one.

A browser sets a formula within text as one block that it never breaks, and breaks on both of its
sides, even before a period. A long formula is therefore cut into several, where TeX would allow a
line to end; and what touches a formula is kept on its line.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

BEFORE = re.compile(r"""[(\["'\u2018\u201c]+$""")
AFTER = re.compile(r"""\S{1,12}(?=\s|$)|[.,;:!?)\]"'\u2019\u201d]+""")
"""What stays on the line of a formula that it touches: opening marks; closing ones, or a short ending such as "-th"."""
LONG = 20
"""Signs that fit on a line of a phone without a break."""
SIGN = re.compile(r"\\(?:[A-Za-z]+\*?|.)|\s+|.", re.DOTALL)
"""A TeX command, white space, or one character."""
OPENING = {"{", r"\left", r"\lVert", r"\lvert", r"\langle", r"\lfloor", r"\lceil"}
CLOSING = {"}", r"\right", r"\rVert", r"\rvert", r"\rangle", r"\rfloor", r"\rceil"}
RELATIONS = {"=", "<", ">", r"\le", r"\ge", r"\approx", r"\to", r"\propto", r"\leftarrow", r"\Rightarrow", r"\iff"}


def break_lines(tokens: Sequence["Token"]) -> None:
    """Cut the long formulas within the text of these tokens, and keep each formula with what it touches."""
    from markdown_it.token import Token

    def mark(content: str) -> Token:
        return Token("html_inline", "", 0, content=content)

    for inline in tokens:
        done: list[Token] = []
        left = list(reversed(inline.children or ()))
        while left:
            token = left.pop()
            if token.type != "math_inline":
                done.append(token)
                continue
            pieces = [Token("math_inline", "math", 0, markup=token.markup, content=tex) for tex in cut(token.content)]
            first, last = [pieces[0]], [pieces[-1]]
            if done and done[-1].type == "text" and (before := BEFORE.search(done[-1].content)):
                done[-1].content = done[-1].content[: before.start()]
                first.insert(0, Token("text", "", 0, content=before[0]))
            if left and left[-1].type == "text" and (after := AFTER.match(left[-1].content)):
                left[-1].content = left[-1].content[after.end() :]
                last.append(Token("text", "", 0, content=after[0]))
            groups = [first, *([piece] for piece in pieces[1:-1]), last] if len(pieces) > 1 else [first + last[1:]]
            for group in groups:
                done += [mark('<span class="joined">'), *group, mark("</span>")] if len(group) > 1 else group
        if inline.children:
            inline.children = done


def cut(tex: str) -> list[str]:
    """The formula in pieces that may stand on lines of their own; whole when it is short, or has no such place."""
    signs = SIGN.findall(tex)
    if sum(sign.strip() not in ("", "{", "}", "^", "_") for sign in signs) <= LONG or r"\begin" in tex:
        return [tex]
    places = [0, *_ends(signs), len(signs)]
    pieces = ("".join(signs[start:end]).strip() for start, end in pairwise(places))
    return [piece for piece in pieces if piece]


def _ends(signs: Sequence[str]) -> Iterator[int]:
    """Behind which signs a line may end: relations, sums and lists, as long as no brace or bar is open."""
    braces = parentheses = 0
    bar, before = False, ""
    for place, sign in enumerate(signs):
        if sign.isspace():
            continue
        braces += (sign in OPENING) - (sign in CLOSING)
        bar ^= sign in ("|", r"\|")
        parentheses += (sign in "([") - (sign in ")]")
        binary = sign in ("+", "-") and before not in ("", "(", "[", ",", "^", "_", *RELATIONS, *OPENING)
        listed = sign == "," and parentheses == 0 and place + 1 < len(signs) and signs[place + 1].isspace()
        if not braces and not bar and (sign in RELATIONS or binary or listed):
            yield place + 1
        before = sign
