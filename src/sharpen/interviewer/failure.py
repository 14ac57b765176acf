"""What can go wrong with an endpoint: each failure says what happened, why, and what to do."""

from enum import StrEnum

from sharpen.domain.errors import SharpenError

LONGEST_SAID = 300
"""Characters that are shown of what a server complains of."""


class Failure(StrEnum):
    """Why there is no answer, or only the beginning of one."""

    UNREACHABLE = "unreachable"
    SLOW = "slow"
    BUSY = "busy"
    KEY = "key"
    MISSING = "missing"
    REJECTED = "rejected"
    BROKEN = "broken"
    REDIRECTED = "redirected"
    CUT_OFF = "cut off"
    FILTERED = "filtered"
    DECLINED = "declined"
    EMPTY = "empty"
    GARBAGE = "garbage"
    TOO_LARGE = "too large"
    INTERRUPTED = "interrupted"


class InterviewerFailed(SharpenError):
    """There is no answer, or a part of one: `partial` is what arrived of it, `failure` says which case this is."""

    def __init__(self, failure: Failure, message: str, partial: str = "") -> None:
        super().__init__(message)
        self.failure, self.partial = failure, partial


class NotInstalled(SharpenError):
    """The package that asks an endpoint is not there."""

    def __init__(self, how: str) -> None:
        super().__init__(f"The interviewer needs one more package, openai, which is not installed. Get it with: {how}")


def said(text: str) -> str:
    """A server's own words, on one line and not too many of them, in quotation marks."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return f"“{line[:LONGEST_SAID]}{'…' if len(line) > LONGEST_SAID else ''}”" if line else ""
