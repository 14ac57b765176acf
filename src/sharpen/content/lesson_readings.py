"""Readings of a lesson: where to read on, from the `## Readings` section of a lesson."""

import re
from dataclasses import dataclass

from sharpen.content.sections import sections

HEADING = "Readings"
ITEM = re.compile(
    r"[-*]\s+\[(?P<title>(?:[^\[\]]|\[[^\]]*\])+)\]\((?P<url>https?://[^\s]+)\)[.,:]?\s*(?P<note>.*)", re.S
)


@dataclass(frozen=True)
class LessonReading:
    """One item: `- [title](url) note`, where the note names author and year."""

    title: str
    url: str
    note: str = ""


def split(lesson: str) -> tuple[str, list[LessonReading]]:
    """A lesson without its readings, and the readings."""
    before, rest = sections(lesson)
    kept = [before, *(f"## {heading}\n\n{text}".strip() for heading, text in rest if heading != HEADING)]
    listed = [text for heading, text in rest if heading == HEADING]
    return "\n\n".join(part for part in kept if part) + "\n", [reading for text in listed for reading in _items(text)]


def _items(text: str) -> list[LessonReading]:
    items = re.split(r"^(?=[-*]\s)", text, flags=re.M)
    matches = (ITEM.match(" ".join(item.split())) for item in items)
    return [LessonReading(match["title"], match["url"], match["note"].strip()) for match in matches if match]
