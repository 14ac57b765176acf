"""A fit: the result of fitting the memory model to one learner."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Fit:
    """The result of fitting. `at` is UTC, `reviews` counts all there were, `held_out` those kept from the fitting.

    The parameters in use `before`, the `usual` ones and the fitted ones `after` were tried on these:
    the log loss per review, natural logarithm, less is better. `remembered` is the share of them
    that was remembered, the two `predicted` are the means of what was predicted of it (all 0 to 1).
    `kept` says whether the fitted parameters are in use since.
    """

    at: datetime
    reviews: int
    held_out: int
    before: float
    usual: float
    after: float
    remembered: float
    predicted_before: float
    predicted_after: float
    kept: bool
