"""What is tried today of what is too much for every day: `make strength`, and the days together, try all of it."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from random import Random
from typing import TypeVar

SEED = int(os.environ.get("SHARPEN_SEED") or datetime.now(UTC).toordinal())
"""SHARPEN_SEED repeats the choice of another day."""

Thing = TypeVar("Thing")


def of_today(things: Iterable[Thing], count: int) -> list[Thing]:
    """So many of these things, others tomorrow; all if there are no more."""
    every = list(things)
    return Random(SEED).sample(every, min(count, len(every)))
