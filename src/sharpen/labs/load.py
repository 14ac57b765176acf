"""The stage load: how long a request takes, and what waiting in line makes of it.

The work of single requests is measured by the kernel's account of CPU time, less what a question costs by itself, so
that a busy machine does not count against a design. Time in which a design waits, such as asleep, counts as well: the
kernel tells it from time in which others had the processors. The line is simulated from that.
"""

import numpy as np

from sharpen.checks.check import Failed
from sharpen.domain.lab import Lab
from sharpen.domain.lab_report import LoadReport
from sharpen.labs.columns import Columns, Floats, chosen, rows, visible
from sharpen.labs.design import Taken
from sharpen.labs.lane import Lane, Tell
from sharpen.labs.queueing import Service, highest_rate, under

SAMPLES = 300
LEAST = 1e-6
"""Seconds: what cannot be told from nothing counts as this."""
WAIT = 1e-3
"""Seconds: a shorter wait is not told from what asking takes."""
ENOUGH = 0.8
"""The share of the stage's CPU time after which no further request is measured."""
LARGEST_BATCH = 256
SHARES = (0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.05)
"""Rates of the curve, by the highest that one server can work off."""


def measure(lab: Lab, lane: Lane, tell: Tell, samples: int = SAMPLES) -> LoadReport:
    """Measure a design that is fitted. Raises DesignFailed."""
    world, day = lane.world, lane.world.history
    batch = _batch(lane, day)
    requests = world.requests(day, samples * 2, world.random(11))
    picked = chosen(requests, world.random(12).permutation(rows(requests))[:samples])
    share = 0.5 if batch > 1 else 1.0
    budget = lab.budget.load * ENOUGH * share
    alone, waits = _work(lane, picked, 1, day, budget, lambda done: tell(done * share * 0.9))
    together = None
    if batch > 1:
        together, _ = _work(lane, picked, batch, day, budget, lambda done: tell(0.5 + done * 0.4))
    service = Service(alone, batch, together)
    rate, deadline = lab.goal.rate, lab.goal.p99 / 1e3
    stated = under(service, rate, deadline, world.random(13))
    most = batch / float(together.mean()) if together is not None else 1 / float(alone.mean())
    curve = [under(service, share * most, deadline, world.random(14)) for share in SHARES]
    tell(1.0)
    p50, p99 = np.percentile(alone, (50, 99)) * 1e3
    return LoadReport(
        service_p50=float(p50),
        service_p99=float(p99),
        rate=rate,
        p50=stated.p50,
        p99=stated.p99,
        on_time=round(stated.on_time, 2),
        busy=stated.busy,
        max_rate=highest_rate(service, deadline, world.seed),
        batch=batch,
        curve=tuple((point.rate, point.p50, point.p99) for point in curve),
        waited=float(waits.mean()) * 1e3,
        sampled=len(alone) if len(alone) < rows(picked) else None,
    )


def _batch(lane: Lane, day: int) -> int:
    said = lane.ask("batch", day) if lane.has("batch") else 1
    return said if isinstance(said, int) and 1 <= said <= LARGEST_BATCH else 1


def _work(lane: Lane, requests: Columns, batch: int, day: int, budget: float, tell: Tell) -> tuple[Floats, Floats]:
    """Seconds that each batch of requests takes, and those of them in which the design only waited.

    What remains when the design has used the seconds of the budget, at work or waiting, is not measured.
    """
    spent: list[tuple[float, float]] = []
    left = budget
    count = rows(requests)
    for start in range(0, count - batch + 1, batch):
        part = chosen(visible(requests), slice(start, start + batch))
        try:
            cpu, waited, used = _seconds(lane, part, left)
        except Failed:
            lane.act(chosen(requests, slice(start, start + batch)), day)  # says which request it is
            raise
        spent.append((cpu, waited))
        tell((start + batch) / count)
        left -= used
        if left <= used:
            break
    work, waits = np.array(spent).T
    return np.maximum(work, LEAST) + waits, waits


def _seconds(lane: Lane, part: Columns, left: float) -> tuple[float, float, float]:
    """CPU seconds that an answer takes, less what asking costs by itself, seconds of waiting, and all that was used.

    The first time brings what it needs into the caches, and what disturbs one of two is not the design's: the lesser
    counts. What has no time for a second is measured once.
    """
    taken: list[Taken] = []
    asking: list[float] = []
    while len(taken) < 2 and (not taken or 2 * sum(taken[0]) < left):
        taken.append(lane.design.timed("act", part))
        asking.append(lane.design.idle(part))
    cpu = min(each.cpu - idle for each, idle in zip(taken, asking, strict=True))
    waited = min(each.waited for each in taken)
    return cpu, waited if waited >= WAIT else 0.0, sum(map(sum, taken)) + sum(asking)
