"""The library: every problem and lesson there is, found on disk and read as needed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sharpen.content.errors import ContentError
from sharpen.content.readings import Reading
from sharpen.domain.problem import Problem
from sharpen.domain.topic import Outline


class Library:
    """What content folders hold. Problems are known from the start; texts are read when asked for.

    Every method raises KeyError for a problem or topic that does not exist. Faults are in `broken`;
    a problem with a fault is left out, and the rest is there.
    """

    outline: Outline
    problems: dict[str, Problem]
    broken: list[ContentError]

    @classmethod
    def open(cls, extra: Sequence[Path] = ()) -> "Library":
        """The content that came with sharpen, and folders of the same shape added to it."""
        raise NotImplementedError

    def folder(self, slug: str) -> Path:
        """Where the problem's files are."""
        raise NotImplementedError

    def statement(self, slug: str) -> str:
        """The task, in Markdown, without a title."""
        raise NotImplementedError

    def example(self, slug: str) -> str:
        """The call that the statement's example makes, as one Python expression; empty if it shows none."""
        raise NotImplementedError

    def hints(self, slug: str) -> list[str]:
        """The hints, in Markdown, each starting with its own `## ` heading."""
        raise NotImplementedError

    def solution(self, slug: str) -> str:
        """The model solution's source."""
        raise NotImplementedError

    def notes(self, slug: str) -> str:
        """What is shown with the solution, in Markdown."""
        raise NotImplementedError

    def starter(self, slug: str) -> str:
        """What the learner starts from, derived from the model solution."""
        raise NotImplementedError

    def lesson(self, topic_id: str) -> str | None:
        """The topic's lesson in Markdown, title included, `## Readings` left out; None if not written yet."""
        raise NotImplementedError

    def readings(self, topic_id: str) -> list[Reading]:
        """Where to read on, from the end of the lesson."""
        raise NotImplementedError

    def of_topic(self, topic_id: str) -> list[Problem]:
        """The problems whose main subject is the topic, easy ones first."""
        raise NotImplementedError

    def stats(self) -> dict[str, Any]:
        """What exists for every topic of the outline: `{"topics": {id: {"lesson": bool, "problems": n, ...}}}`."""
        raise NotImplementedError
