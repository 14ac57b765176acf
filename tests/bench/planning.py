"""Who is readier on the date: simulated learners, by who chooses what they do.

They live in the outline as it is, with the content there is: lessons, problems, cases, labs, drills, dives, stories.
How they learn is in `lives.py`, who chooses in `policies.py`. What counts is the true chance to answer an unseen
question on the date: the mean over the topics of a round, and over the rounds as the role weighs them.
"""

import tempfile
from datetime import UTC, datetime, timedelta
from functools import partial
from math import sqrt
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from sharpen.domain.day import day_of
from sharpen.practice import Settings, open_workspace
from sharpen.practice.day import calendar as calendar_of
from sharpen.practice.day import plan
from tests.bench.lives import Learner, Life, World, world
from tests.bench.policies import POLICIES, Policy
from tests.bench.ten_years import ten_years
from tests.bench.timing import cpu_seconds
from tests.looking import look

SEEDS, LEARNERS = 5, 8
SCENES = ((60, 30), (60, 60), (120, 60))
"""Minutes a day, and days."""
AHEAD, ROUNDS = 120, 7
"""Days that are planned, and how often that is timed."""


def measure() -> dict[str, Any]:
    """For each scene: readiness before and on the date, in points, by policy, and how far each is behind the calendar.

    Each is a mean over the seeds with half of its interval of 95 %; of the calendar and another, the same learners.
    """
    here, found = world(), dict[str, Any]()
    for minutes, days in SCENES:
        before = [np.mean([_learner(here, seed, one).ready(0) for one in range(LEARNERS)]) for seed in range(SEEDS)]
        after = {
            name: [
                np.mean([lived(_learner(here, seed, one), policy, minutes, days) for one in range(LEARNERS)])
                for seed in range(SEEDS)
            ]
            for name, policy in POLICIES.items()
        }
        ours = after["the calendar"]
        found[f"{minutes} minutes, {days} days"] = {
            "before": _over_seeds(before),
            "after": {name: _over_seeds(means) for name, means in after.items()},
            "behind": {name: _over_seeds(np.subtract(ours, means)) for name, means in after.items()},
        }
    return {"scenes": found, "speed": speed()}


def speed() -> dict[str, float]:
    """Milliseconds of CPU to plan 120 days with ten years of attempts: at once, and each day from scratch."""
    with tempfile.TemporaryDirectory() as home:
        ten_years(Path(home))
        ws = open_workspace(Settings(home=Path(home)))
        plan.change(ws, date=day_of(datetime.now(UTC)) + timedelta(days=AHEAD), minutes=60)
        look(ws, calendar_of.gather)
        # Each in a block of its own: what is read is kept within one.
        whole = [cpu_seconds(lambda: look(ws, calendar_of.gather)) for _ in range(ROUNDS)]
        today = partial(calendar_of.gather, most=1)
        one = [cpu_seconds(lambda: look(ws, today)) for _ in range(ROUNDS)]
        ws.close()
    return {"days": AHEAD, "at once": 1e3 * median(whole), "each day": 1e3 * AHEAD * median(one)}


def _learner(here: World, seed: int, number: int) -> Learner:
    return Learner(here, np.random.default_rng([seed, number]))


def _over_seeds(values: Any) -> tuple[float, float]:
    """The mean over the seeds, and half of its interval of 95 % (Student's t)."""
    values = 100 * np.asarray(values)
    return float(values.mean()), float(2.776 * values.std(ddof=1) / sqrt(SEEDS))


def lived(learner: Learner, policy: Policy, minutes: int, days: int) -> float:
    """How ready a learner is on the date, by this policy."""
    life, left = Life(learner, [list(line) for line in learner.world.lines], minutes=minutes, days=days), 0.0
    for life.day in range(days):
        left += minutes
        for step in policy(life, left):
            left -= life.do(step)
    return learner.ready(days)
