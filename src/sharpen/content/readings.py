"""Readings: where to read on, from the `## Readings` section of a lesson."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """One item: `- [title](url) note`, where the note names author and year."""

    title: str
    url: str
    note: str = ""
