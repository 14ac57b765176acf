"""The interviewer that one may plug in: what it is asked about, and what it suggests, of which nothing is believed.

Every claim about an answer quotes it, and a quote that is not in the answer is dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum


class RequestKind(StrEnum):
    """What is asked of an interviewer; a candidate agrees to each by itself."""

    RUBRIC = "rubric"
    FOLLOW_UP = "follow-up"
    TURN = "turn"
    TEST = "test"

    @property
    def purpose(self) -> str:
        """What it is for, in a few words."""
        return PURPOSES[self]


PURPOSES = {
    RequestKind.RUBRIC: "Suggestions for a rubric",
    RequestKind.FOLLOW_UP: "Follow-up questions",
    RequestKind.TURN: "The interviewer's side of a conversation",
    RequestKind.TEST: "Tests of the connection",
}


@dataclass(frozen=True)
class Criterion:
    """A point of a rubric: `levels` say what earns 1, 2 and so on; without them it is covered, which is 1, or not."""

    id: str
    text: str
    levels: tuple[str, ...] = ()

    @property
    def most(self) -> int:
        """The highest score."""
        return max(len(self.levels), 1)


@dataclass(frozen=True)
class Claim:
    """What an interviewer says of one point: the score, the words of the answer that show it, and why."""

    point: str
    score: int
    quote: str
    why: str = ""


@dataclass(frozen=True)
class Suggestion:
    """The claims that hold up, each about another point, and those that were dropped, each with the reason."""

    claims: tuple[Claim, ...]
    dropped: tuple[tuple[Claim, str], ...] = ()


@dataclass(frozen=True)
class FollowUpQuestion:
    """A question about an answer, and the words in it that it is about; empty where it named none that are there."""

    question: str
    about: str = ""


@dataclass(frozen=True)
class Said:
    """A turn of a conversation: the interviewer's, or the candidate's."""

    by_candidate: bool
    text: str


@dataclass(frozen=True)
class InterviewerDay:
    """What was asked of the interviewer on one day of practice: requests, and tokens sent and received.

    `estimated` of the tokens were counted by us, where the endpoint did not say.
    """

    learner: str
    day: Date
    requests: int = 0
    sent: int = 0
    received: int = 0
    estimated: int = 0

    @property
    def tokens(self) -> int:
        """All of them."""
        return self.sent + self.received


def squeezed(text: str) -> str:
    """A text with one space for each stretch of white space, and none around it."""
    return " ".join(text.split())


def quotes(quote: str, text: str) -> bool:
    """Whether a quote says something, and stands in a text word for word; white space counts as a space."""
    words = squeezed(quote)
    return any(char.isalnum() for char in words) and words in squeezed(text)


def upheld(claims: Sequence[Claim], points: Sequence[Criterion], answer: str) -> Suggestion:
    """What is left of claims when each must be about a point there is, once, with a score it has and a true quote.

    That a point is not covered at all needs no quote: there are no words to show.
    """
    known, kept, dropped = {point.id: point for point in points}, dict[str, Claim](), list[tuple[Claim, str]]()
    for claim in claims:
        point = known.get(claim.point)
        if point is None:
            dropped.append((claim, "the rubric has no such point"))
        elif claim.point in kept:
            dropped.append((claim, "it speaks of a point for the second time"))
        elif not 0 <= claim.score <= point.most:
            dropped.append((claim, f"it gives {claim.score} of {point.most}"))
        elif claim.score and not quotes(claim.quote, answer):
            dropped.append((claim, "its quote is not in your answer"))
        else:
            quote = squeezed(claim.quote) if quotes(claim.quote, answer) else ""
            kept[claim.point] = Claim(claim.point, claim.score, quote, claim.why)
    return Suggestion(tuple(kept[point.id] for point in points if point.id in kept), tuple(dropped))
