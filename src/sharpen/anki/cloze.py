"""Cloze: gaps in a text, written `{{c1::what is hidden::a hint}}`, possibly within one another."""

import re
from dataclasses import dataclass, field

OPEN = re.compile(r"\{\{c([0-9]{1,4}(?:,[0-9]{1,4}){0,20})::")
PARTS = re.compile(OPEN.pattern + r"|\}\}|::")
DEEPEST = 10
"""Gaps within one another; Anki stops at eight."""
START, END = "<cloze>", "</cloze>"
"""Around the gap that a card asks for; reduction reads this tag as bold, and formulas drop it."""


@dataclass
class _Gap:
    """A gap that was opened: its numbers, what is before its hint, and the hint once it has begun."""

    numbers: frozenset[int]
    text: list[str] = field(default_factory=list)
    hint: list[str] | None = None

    def add(self, text: str) -> None:
        (self.text if self.hint is None else self.hint).append(text)


def cloze(text: str, number: int, *, reveal: bool) -> str:
    """The text with the gaps of a number hidden, or revealed and marked; other gaps are plain text.

    Empty when no gap has the number, as Anki has it: such a card has nothing to ask.
    """
    found = False
    open_ = [_Gap(frozenset())]
    at = 0
    for part in PARTS.finditer(text):
        open_[-1].add(text[at : part.start()])
        at = part.end()
        if part[1] and len(open_) <= DEEPEST:
            open_.append(_Gap(frozenset(map(int, part[1].split(",")))))
        elif part[0] == "}}" and len(open_) > 1:
            gap = open_.pop()
            found |= number in gap.numbers
            open_[-1].add(_shown(gap, number, reveal))
        elif part[0] == "::" and len(open_) > 1 and open_[-1].hint is None:
            open_[-1].hint = []
        else:
            open_[-1].add(part[0])
    open_[-1].add(text[at:])
    while len(open_) > 1:  # never closed, so it is no gap
        gap = open_.pop()
        hint = ["::", *gap.hint] if gap.hint is not None else []
        open_[-1].add(f"{{{{c{min(gap.numbers)}::" + "".join(gap.text + hint))
    return "".join(open_[0].text) if found else ""


def _shown(gap: _Gap, number: int, reveal: bool) -> str:
    inner = "".join(gap.text)
    if number not in gap.numbers:
        return inner
    if reveal:
        return START + inner + END
    return f"{START}[{''.join(gap.hint or ()) or '...'}]{END}"
