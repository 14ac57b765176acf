"""Scheduling: the numbers of Anki's card rows as memory, and memory as those numbers.

Anki counts days from the creation of the collection, whose time of day is when its days begin (4 am).
A card's `data` holds, where FSRS is on, stability `s`, difficulty `d` and the last review `lrt` in seconds
(`rslib/src/storage/card/data.rs` in Anki's source). Where it is off there is only SM-2's interval and ease.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sharpen.anki import limits
from sharpen.anki.collection import CardRow
from sharpen.domain.memory import Memory

NEW, REVIEW = 0, 2
"""`cards.type`; between and above them are cards that are being learned, or learned again."""
SUSPENDED, QUEUE_REVIEW = -1, 2
"""`cards.queue`. Buried cards (-2 and -3) are back the next day, so they count as any other."""
SECONDS_FROM = 1_000_000_000
"""A due date above this is in seconds since 1970, as learning cards have it, and below in days."""
DAY = 86_400
DAY_BEGINS = timedelta(hours=4)
RETENTION = 0.9
LEAST_STABILITY = 0.01
EASES = (1.3, 5.0)
"""What SM-2 eases are kept within on the way out."""


class Absurd(Exception):
    """A number that no review can have led to. The text says which."""


def memory(row: CardRow, created: int, reviewed: int | None, now: datetime) -> Memory | None:
    """The memory of a card, None when it is new.

    `created` is the collection's creation in seconds, `reviewed` the card's last review in
    milliseconds where the history knows it. Raises Absurd.
    """
    _check(row)
    if row.type == NEW:
        return None
    data = _data(row)
    due = _due(row, created)
    interval = row.interval if row.interval > 0 else -row.interval / DAY
    last = _shifted(due, -interval)
    if "lrt" in data:
        last = _time(data["lrt"])
    elif reviewed:
        last = _time(reviewed / 1000)
    last = min(last, due, now)
    stability, difficulty = _state(row, data, interval or (due - last) / timedelta(days=1))
    reviews = max(row.reviews, 1)
    return Memory(stability, difficulty, last, due, reviews, min(row.lapses, reviews))


def changed(row: CardRow, by_hand: int | None) -> tuple[datetime | None, datetime | None]:
    """When a card was last changed at all, and when it was last forgotten or given a day by hand (milliseconds)."""
    times: list[datetime | None] = []
    for seconds in (row.changed, (by_hand or 0) / 1000):
        try:
            times.append(_time(seconds))
        except Absurd:  # never, or nonsense that nothing hangs on
            times.append(None)
    return times[0], times[1]


def is_suspended(row: CardRow) -> bool:
    """Whether the learner took the card out."""
    return row.queue == SUSPENDED


def _check(row: CardRow) -> None:
    checked = (
        ("interval", row.interval, -limits.INTERVAL * DAY, limits.INTERVAL),
        ("number of reviews", row.reviews, 0, limits.COUNT),
        ("number of lapses", row.lapses, 0, limits.COUNT),
        ("ease", row.ease, 0, limits.EASE),
    )
    for name, value, least, most in checked:
        if not least <= value <= most:
            raise Absurd(f"a {name} of {value}")


def _data(row: CardRow) -> Mapping[str, float]:
    """What the card's own data says, as far as it is about memory. What add-ons left there is passed over."""
    if not row.data.startswith("{") or len(row.data) > limits.DATA:
        return {}
    try:
        data: Any = json.loads(row.data)
    except (ValueError, RecursionError):
        return {}
    numbers = {key: data[key] for key in ("s", "d", "lrt") if data.get(key) is not None}
    for key, value in numbers.items():
        # A NaN is in no order, so it is not below the bound either.
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e15:
            raise Absurd(f"{key} = {str(value)[:40]}")
    return numbers


def _due(row: CardRow, created: int) -> datetime:
    """When the card is due. In a filtered deck, where it is due at home."""
    due = row.original_due if row.original_deck and row.original_due else row.due
    in_days = abs(due) < SECONDS_FROM
    try:
        return _shifted(_time(created), due) if in_days else _time(due)
    except (Absurd, OverflowError, ValueError) as error:
        raise Absurd(f"a due date of {due}") from error


def _shifted(at: datetime, days: float) -> datetime:
    """So many days later by the calendar and the clock here: through a change of clocks, one is not 24 hours."""
    there = (at.astimezone().replace(tzinfo=None) + timedelta(days=days)).astimezone(UTC)
    return _time(there.timestamp())


def _time(seconds: float) -> datetime:
    if not datetime(limits.EARLIEST, 1, 1, tzinfo=UTC).timestamp() <= seconds < _latest():
        raise Absurd(f"a time of {seconds:.0f} seconds since 1970")
    return datetime.fromtimestamp(seconds, UTC)


@cache
def _latest() -> float:
    return datetime(limits.LATEST, 1, 1, tzinfo=UTC).timestamp()


def _state(row: CardRow, data: Mapping[str, float], interval: float) -> tuple[float, float]:
    """Stability and difficulty."""
    if "s" in data and "d" in data:
        stability, difficulty = float(data["s"]), float(data["d"])
        if not 0 < stability <= limits.STABILITY or not 0 <= difficulty <= 11:
            raise Absurd(f"s = {stability:g} and d = {difficulty:g}")
        return _bounded(stability), min(max(difficulty, 1.0), 10.0)
    stability = _bounded(interval)
    # The default ease is what Anki itself takes for cards that have none yet.
    return stability, difficulty_of(row.ease / 1000 or 2.5, stability)


def _bounded(stability: float) -> float:
    return min(max(stability, LEAST_STABILITY), limits.MOST_STABILITY)


def difficulty_of(ease: float, stability: float) -> float:
    r"""The FSRS difficulty of a card that SM-2 gave an ease.

    SM-2 multiplies the interval by the ease when a card due at retention $r$ is remembered. FSRS
    multiplies stability by $1 + e^{w_8} (11 - D) S^{-w_9} (e^{w_{10} (1 - r)} - 1)$. Setting them equal
    and solving for $D$ is what Anki does (`memory_state_from_sm2` in fsrs-rs), with the interval
    for $S$ and 0.9 for $r$.
    """
    return min(max(11 - (ease - 1) / _growth(stability), 1.0), 10.0)


def ease_of(difficulty: float, stability: float) -> float:
    """The SM-2 ease that grows the next interval as FSRS would: `difficulty_of` the other way round."""
    return min(max(1 + (11 - difficulty) * _growth(stability), EASES[0]), EASES[1])


def _growth(stability: float) -> float:
    w = _parameters()
    return math.exp(w[8]) * math.pow(stability, -w[9]) * math.expm1(w[10] * (1 - RETENTION))


@cache
def _parameters() -> Sequence[float]:
    from fsrs.scheduler import DEFAULT_PARAMETERS

    return tuple(DEFAULT_PARAMETERS)


@dataclass(frozen=True)
class Numbers:
    """The columns of a card row that hold its scheduling, named as they are there."""

    type: int
    queue: int
    due: int
    ivl: int
    factor: int
    reps: int
    lapses: int
    data: str


def numbers(memory: Memory | None, place: int, created: datetime, *, suspended: bool) -> Numbers:
    """The columns of a card; a new one is due by its place among the new. `created` is the collection's."""
    if memory is None:
        return Numbers(NEW, SUSPENDED if suspended else NEW, place, 0, 0, 0, 0, "{}")
    due = day_of(memory.due) - day_of(created)
    interval = max(1, day_of(memory.due) - day_of(memory.last))
    data = {"s": round(memory.stability, 4), "d": round(memory.difficulty, 3), "lrt": int(memory.last.timestamp())}
    return Numbers(
        type=REVIEW,
        queue=SUSPENDED if suspended else QUEUE_REVIEW,
        due=due,
        ivl=interval,
        factor=round(1000 * ease_of(memory.difficulty, memory.stability)),
        reps=memory.reviews,
        lapses=memory.lapses,
        data=json.dumps(data, separators=(",", ":")),
    )


def day_of(at: datetime) -> int:
    """The number of the day, in Anki's sense and on this machine's clock: it begins at four in the morning."""
    return (at.astimezone() - DAY_BEGINS).date().toordinal()


def creation(memories: Sequence[Memory], now: datetime) -> datetime:
    """A creation date for a collection, before all that happened in it, at the time its days begin."""
    first = min([now, *(min(memory.last, memory.due) for memory in memories)])
    day = (first.astimezone() - DAY_BEGINS).replace(hour=4, minute=0, second=0, microsecond=0, tzinfo=None)
    return (day - timedelta(days=1)).astimezone()
