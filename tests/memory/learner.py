"""A simulated learner: somebody who remembers by parameters of their own, and reviews when the usual ones say so."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from fsrs.scheduler import DEFAULT_PARAMETERS

from sharpen.domain.log import Log, Rated
from sharpen.domain.memory import Memory, Rating
from sharpen.memory.schedule import rated, recall

START = datetime(2026, 1, 5, 12, tzinfo=UTC)
NEW_A_DAY = 10

FORGETS_FASTER = tuple(
    value * 0.25 if place < 4 else value - 0.7 if place == 8 else 0.5 if place == 20 else value
    for place, value in enumerate(DEFAULT_PARAMETERS)
)
"""First memories last a quarter as long as usual, reviews add less, and forgetting sets in sooner."""


def reviewed(count: int, truth: Sequence[float] = (), seed: int = 0) -> dict[str, Log]:
    """At least so many reviews of somebody whose memory has these parameters (the usual ones), by item.

    Ten items are met a day, each comes back when it is due, and what is forgotten once more the same day.
    """
    rng = Random(seed)
    known: dict[str, Memory] = {}
    true: dict[str, Memory] = {}
    logs: dict[str, list[Rated]] = defaultdict(list)
    day = done = 0
    while done < count:
        now = START + timedelta(days=day)
        due = [item for item, memory in known.items() if memory.due <= now + timedelta(hours=12)]
        for place, item in enumerate([*due, *(f"made/{day}-{n}" for n in range(NEW_A_DAY))]):
            at = now + timedelta(seconds=30 * place)
            first = item not in true
            if first:
                rating = rng.choices(list(Rating), [25, 10, 50, 15])[0]
            else:
                remembered = rng.random() < recall(true[item], at, truth)
                rating = rng.choices(list(Rating)[1:], [10, 75, 15])[0] if remembered else Rating.AGAIN
            again = [Rated(at + timedelta(minutes=6), Rating.GOOD)] if rating is Rating.AGAIN else []
            for each in (Rated(at, rating), *again):
                known[item] = rated(known.get(item), each.rating, each.at)
                true[item] = rated(true.get(item), each.rating, each.at, parameters=truth)
                logs[item].append(each)
                done += 1
        day += 1
    return {item: Log(tuple(log)) for item, log in logs.items()}
