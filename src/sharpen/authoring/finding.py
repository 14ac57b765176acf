"""Findings: what is still wrong with a folder of content, with what its author can do about it."""

from dataclasses import dataclass
from pathlib import Path

from sharpen.content.errors import ContentError


@dataclass(frozen=True)
class Finding:
    """One thing to put right: `what` is the fault, `do` the remedy; `line` counts from 1 (0: no line)."""

    path: Path
    line: int
    what: str
    do: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return f"{place}: {self.what} {self.do}".rstrip()


def of_fault(fault: ContentError) -> Finding:
    """What reading the content found to be wrong."""
    what = fault.message[:1].upper() + fault.message[1:]
    return Finding(fault.path, fault.line, what if what.endswith(("?", ".")) else f"{what}.")
