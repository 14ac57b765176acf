"""The numbers, words and signs that an expression is made of."""

import re
from dataclasses import dataclass

from sharpen.practice.design.operations import NAMES
from sharpen.practice.errors import BadCell

SIGNS = {"×": "*", "·": "*", "⋅": "*", "÷": "/", "−": "-", "–": "-", "^": "**", "per": "/", "of": "*"}  # noqa: RUF001
"""Signs and words that mean another sign."""
TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:_\d+)*)(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)"
    rf"|(?P<word>[^\W\d]\w*|[$%])|(?P<sign>\*\*|[-+*/(),{''.join(sign for sign in SIGNS if len(sign) == 1)}]))"
)
SEPARATED = re.compile(r"\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True)
class Token:
    """A number, word or sign, and where in the text it begins and ends."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The numbers, words and signs of a text, and an end. Raises BadCell for any other character."""
    found: list[Token] = []
    at, calls = 0, [False]
    text = text.rstrip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise BadCell(f"`{text[at:].strip()[0]}` is not read here.")
        what = match.lastgroup or ""
        start, end = match.span(what)
        if what == "number" and any(calls) and (commas := SEPARATED.match(text, start)):
            end = start + commas[0].index(",")  # in max(1,200) the comma parts two values
        if match[what] == "(":
            calls.append(bool(found) and found[-1].text in NAMES)
        elif match[what] == ")" and len(calls) > 1:
            calls.pop()
        found.append(Token(what, text[start:end], start, end))
        at = end
    return [*found, Token("end", "", len(text), len(text))]
