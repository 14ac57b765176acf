"""The behavioral round: competencies that interviewers look for, and the questions by which they do."""

from dataclasses import dataclass

from sharpen.domain.problem import Difficulty


@dataclass(frozen=True)
class Competency:
    """Something that a story can show. `meaning` says in a sentence or two what people do who have it."""

    id: str
    title: str
    meaning: str


@dataclass(frozen=True)
class Question:
    """One question. `competencies` are what an answer to it can show, by id, the main one first.

    `seeks` is what is really asked. `good` and `bad` are signs that can be heard in an answer. `follow_ups` are asked
    next, and repeating the story does not answer them. `difficulty` says whom a mock asks it: an easy one can be
    answered after a year of work, and a hard one asks for a decision that others had to live with.
    """

    id: str
    question: str
    competencies: tuple[str, ...]
    seeks: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    follow_ups: tuple[str, ...]
    difficulty: Difficulty = Difficulty.MEDIUM

    @property
    def main(self) -> str:
        """The competency that it asks for."""
        return self.competencies[0]
