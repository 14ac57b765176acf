"""What changed between two versions of a learner's code, line by line."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from sharpen.domain.lines import lines

AROUND = 3
"""Unchanged lines shown before and after a change."""


@dataclass(frozen=True)
class Line:
    """One line: `sign` is "+", "-", " ", or "…" where unchanged lines are left out."""

    sign: str
    text: str = ""


def diff(before: str, after: str) -> list[Line]:
    """The lines that lead from one text to the other with some around them; nothing when they agree."""
    old, new = lines(before), lines(after)
    found: list[Line] = []
    for number, group in enumerate(SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(AROUND)):
        if number:
            found.append(Line("…"))
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                found += [Line(" ", text) for text in old[i1:i2]]
            else:
                found += [Line("-", text) for text in old[i1:i2]]
                found += [Line("+", text) for text in new[j1:j2]]
    return found
