"""Fitting: the 21 parameters of FSRS 6 that predict one learner's own reviews best, and an honest measure of them.

The search is that of `fsrs-rs-python`, the optimizer that Anki uses, in Rust: ten thousand reviews
take it a hundredth of a second, and no deep-learning framework comes with it. It is an extra;
without it, all else here works.

The measure is not the optimizer's: `tried` replays the reviews through `schedule`, the code that
serves the learner. Reviews are held out by time. The last third of those that FSRS predicts is
kept from the fitting, since what parameters are for is to predict what comes next: held out by
item, reviews of the same weeks would stand on both sides. And parameters in use, fitted some time
ago, have then not seen what is held out today either.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sharpen.domain.log import Log
from sharpen.domain.memory import Memory, Rating
from sharpen.memory.replaying import steps

LEAST = 1000
"""Reviews without which nothing is fitted."""
LEAST_PREDICTED = 200
"""How many of them must be on a later day than the one before, so that there is something to predict."""
ALIKE = 20
"""The optimizer learns from groups of cards that were rated alike when they were met, and from none with fewer cards.
Where every group is smaller, however many reviews it has, it gives back what it was given and says nothing."""
HELD_OUT = 1 / 3
CERTAIN = 1e-6
"""No prediction counts as nearer to 0 or 1 than this."""


class NotFitted(Exception):
    """The optimizer found no parameters; the message is its own reason."""


@dataclass(frozen=True)
class Score:
    """How predictions did. `loss`, `predicted` and `remembered` are sums over the reviews."""

    reviews: int = 0
    loss: float = 0.0
    predicted: float = 0.0
    remembered: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(mine + its for mine, its in zip(vars(self).values(), vars(other).values(), strict=True)))

    @property
    def log_loss(self) -> float:
        """The mean per review, natural logarithm. Raises ZeroDivisionError when there was none."""
        return self.loss / self.reviews


def held_out_from(logs: Iterable[Log]) -> datetime:
    """The time from which reviews are held out. Raises IndexError when there is none that FSRS predicts."""
    times = sorted(at for log in logs for at in log.predicted())
    return times[int(len(times) * (1 - HELD_OUT))]


def tried(log: Log, since: datetime, *, retention: float, parameters: Sequence[float] = ()) -> tuple[Memory, Score]:
    """What parameters make of an item: its memory after all reviews, and their score on those from `since` on."""
    score, counted = Score(), log.before is None
    for (at, rating, _), step in zip(log.reviews, steps(log, retention=retention, parameters=parameters), strict=True):
        if counted and step.predicted is not None and at >= since:
            remembered = rating is not Rating.AGAIN
            likely = min(max(step.predicted if remembered else 1 - step.predicted, CERTAIN), 1 - CERTAIN)
            score += Score(1, -math.log(likely), step.predicted, int(remembered))
    return step.after, score


def fitted(logs: Iterable[Log], until: datetime) -> tuple[float, ...]:
    """The parameters that predict the reviews before `until` best, all within the bounds that FSRS sets.

    Raises NotFitted, ModuleNotFoundError without the extra.
    """
    from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
    from fsrs_rs_python import FSRS

    # The numbers count for more than telling cards apart: in another order they lead to other parameters.
    numbered = sorted(logs, key=lambda log: [(at, rating) for at, rating, _ in log.reviews])
    examples = sorted(
        (example for number, log in enumerate(numbered) for example in _examples(number, log, until)),
        key=lambda example: example[:2],  # later reviews weigh more, so they are given in order
    )
    try:
        parameters = FSRS(DEFAULT_PARAMETERS).compute_parameters(
            [item for _, _, item in examples], [number for _, number, _ in examples]
        )
    except ValueError as problem:
        raise NotFitted(str(problem)) from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":  # how Rust says that it gave up: not an Exception
            raise
        raise NotFitted(str(problem)) from None
    if all(math.isclose(mine, usual, rel_tol=1e-5) for mine, usual in zip(parameters, DEFAULT_PARAMETERS, strict=True)):
        raise NotFitted(_why_nothing(numbered[number] for number in {number for _, number, _ in examples}))
    bounds = zip(parameters, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    return tuple(round(min(max(value, least), most), 6) for value, least, most in bounds)


def _why_nothing(logs: Iterable[Log]) -> str:
    """Why the optimizer gave back the usual parameters, given the logs that it learned from."""
    most = max(Counter(log.reviews[0].rating for log in logs).values(), default=0)
    return (
        f"of the cards you rated alike when you met them, {ALIKE} must have come back on a later day, "
        f"and so far {most} did; reviews of the same cards again do not count for more"
    )


def _examples(number: int, log: Log, until: datetime) -> list[tuple[datetime, int, Any]]:
    """For each predicted review of an item: its time, the number, and the reviews up to it, as the optimizer wants."""
    from fsrs_rs_python import FSRSItem, FSRSReview

    if log.before is not None:
        return []
    examples, reviews = [], []
    for (at, rating, _), days in zip(log.reviews, log.days(), strict=True):
        if at >= until:
            break
        reviews.append(FSRSReview(int(rating), days))
        if days:
            examples.append((at, number, FSRSItem(reviews)))
    return examples
