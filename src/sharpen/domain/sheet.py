"""The sheet: problems that a learner solved elsewhere, a row for each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from enum import StrEnum

from sharpen.domain.memory import Rating
from sharpen.domain.problem import Difficulty


class Went(StrEnum):
    """How it went."""

    EASILY = "easily"
    ALONE = "alone"
    HELPED = "with help"
    NOT = "not solved"

    @property
    def rating(self) -> Rating:
        """What this says of the memory of it."""
        return {"easily": Rating.EASY, "alone": Rating.GOOD, "with help": Rating.HARD}.get(self.value, Rating.AGAIN)


@dataclass(frozen=True)
class SheetRow:
    """A problem on another site, or in a book. What is not known is None or empty.

    `patterns` are ids of topics where the sheet knew them, else the words that were there. `day` is when it was solved.
    `batch` is the import that brought it, empty for one that was typed. `updated` is UTC.
    """

    learner: str
    id: str
    title: str
    updated: datetime
    link: str = ""
    source: str = ""
    difficulty: Difficulty | None = None
    patterns: tuple[str, ...] = ()
    minutes: int | None = None
    went: Went | None = None
    day: Date | None = None
    notes: str = ""
    batch: str = ""

    @property
    def solved(self) -> bool:
        """Whether it was solved, by anything that is known: a row that says nothing of that lists what was solved."""
        return self.went is not Went.NOT

    def mentions(self, words: str) -> bool:
        """Whether these words are in it, in its title, source, patterns or notes, small letters or not."""
        return words.casefold() in f"{self.title} {self.source} {' '.join(self.patterns)} {self.notes}".casefold()

    def patterns_in(self, titles: Mapping[str, str]) -> str:
        """Its patterns in words, those that are topics by their titles."""
        return ", ".join(titles.get(pattern, pattern) for pattern in self.patterns)

    @property
    def keys(self) -> tuple[str, ...]:
        """By each of these it is the same problem as another: its link, and its title with its source."""
        named = f"{self.source.casefold()} {plain_title(self.title)}"
        return (f"link {plain_link(self.link)}", named) if self.link else (named,)


def plain_title(title: str) -> str:
    """A title as it is compared: `76. Minimum Window Substring` is `minimum-window-substring`."""
    words = re.findall(r"\w+", re.sub(r"^\s*#?\d+\s*[.):-]\s*", "", title).casefold())
    return "-".join(words)


def plain_link(link: str) -> str:
    """A link as it is compared: without its scheme, `www.`, what follows `?` or `#`, and pages about the problem."""
    bare = re.sub(r"^[a-z]+://(www\.)?|[?#].*$", "", link.strip().casefold()).rstrip("/")
    return re.sub(r"/(description|editorial|solutions?|submissions|discuss|problem)(/.*)?$", "", bare)
