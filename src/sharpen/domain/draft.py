"""Drafts: what a learner is typing, kept as they type."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Draft:
    """A learner's unsubmitted code for a problem and the trials they wrote for it.

    Each trial is a few lines of Python that end with a call, such as `k_means([[0.0], [1.0]], [[0.5]], 10)`.
    `seconds` is how long they have worked on it so far.
    """

    learner: str
    problem: str
    source: str
    trials: tuple[str, ...]
    updated: datetime
    seconds: float = 0.0
