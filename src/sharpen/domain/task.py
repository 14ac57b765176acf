"""Tasks: what there is to do, of whatever kind, with its minutes and the reason why."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What there is to do."""

    REVIEW = "review"
    PROBLEM = "problem"
    LESSON = "lesson"
    DRILL = "drill"
    CASE = "case"
    LAB = "lab"
    PROJECT = "project"
    DIVE = "dive"
    STORY = "story"
    REHEARSAL = "rehearsal"
    MOCK = "mock"


@dataclass(frozen=True)
class Task:
    """One thing to do: `id` names it among its kind, empty for the review and for what does not exist yet.

    It is `begun` if work on it is there to go on with.
    """

    kind: Kind
    title: str
    minutes: int
    why: str
    id: str = ""
    begun: bool = False
