"""Ladders: the questions by which an interviewer goes deeper into a project, rung by rung, until somebody is stuck."""

from dataclasses import dataclass
from enum import StrEnum


class Depth(StrEnum):
    """How deep a question goes, the shallowest first."""

    WHAT = "what"
    HOW = "how"
    WHY = "why"
    MECHANISM = "mechanism"
    LIMITS = "limits"


@dataclass(frozen=True)
class ProjectField:
    """A part of the file about a project: what to write there, a good example, and what is asked if it is empty."""

    id: str
    title: str
    prompt: str
    example: str
    gap: str


@dataclass(frozen=True)
class Rung:
    """One question. `points` are what a strong answer has, `weak` are signs of one that is not.

    What is asked next depends on how it went: `strong`, `partial`, or `stuck`, which helps. Where that asks for a
    calculation, `strong_answer` and its like say what it comes to.
    """

    id: str
    depth: Depth
    question: str
    points: tuple[str, ...]
    weak: tuple[str, ...]
    strong: str
    partial: str
    stuck: str
    strong_answer: str = ""
    partial_answer: str = ""
    stuck_answer: str = ""


@dataclass(frozen=True)
class Ladder:
    """The rungs of one facet of a project, or of one method that was used in it.

    A facet asks about a field of the project. A method is found in the text of a project by the names of its topics
    and by `words`. `topics` are those that go to review when an answer breaks.
    """

    slug: str
    title: str
    rungs: tuple[Rung, ...]
    topics: tuple[str, ...]
    field: str = ""
    words: tuple[str, ...] = ()

    @property
    def is_facet(self) -> bool:
        """Whether it asks about a field of the project, rather than about a method."""
        return bool(self.field)
