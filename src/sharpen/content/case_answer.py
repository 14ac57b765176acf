"""The worked answer of a case: a section for each step, with its arithmetic in blocks of cells."""

import re
from dataclasses import dataclass

from sharpen.content.sections import sections

CELLS = re.compile(r"(?ms)^```cells[ \t]*\n(.*?)^```[ \t]*$")


@dataclass(frozen=True)
class Part:
    """A piece of a section: Markdown, or the text of cells."""

    text: str
    cells: bool = False


def of_steps(answer: str) -> dict[str, str]:
    """The sections of an answer by their headings, the titles of the steps."""
    return dict(sections(answer)[1])


def cells_in(answer: str) -> str:
    """All cells of an answer as one sheet: a later block knows the names of an earlier one."""
    return "".join(CELLS.findall(answer))


def parts(section: str) -> list[Part]:
    """A section taken apart into Markdown and cells, in order."""
    pieces = CELLS.split(section)  # Markdown, cells, Markdown, …
    return [Part(piece.strip("\n"), place % 2 == 1) for place, piece in enumerate(pieces) if piece.strip()]
