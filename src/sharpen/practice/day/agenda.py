"""The agenda: every item there is with its memory, and which of them make up a session."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from sharpen.domain.plan import Plan, day_begins, day_ends
from sharpen.domain.review import Item, ItemKind
from sharpen.domain.session import Entry
from sharpen.practice.items import pool
from sharpen.practice.work import Work
from sharpen.store.memories import Row
from sharpen.store.tables import EPOCH, MICROSECOND

if TYPE_CHECKING:
    from sharpen.memory.curve import Array
    from sharpen.memory.steering import Flags, States

MINUTES = {ItemKind.CHOICE: 0.5, ItemKind.NUMERIC: 1.5, ItemKind.ORDER: 0.75, ItemKind.RECALL: 1.5}
"""What a review takes before the learner's own pace is known."""
KNOWN_PACE = 20
"""After how many reviews of a kind their own pace counts as much as that guess."""
AGAIN_TAKES = 0.6
"""The part of a problem's minutes that solving it again is expected to take."""
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Agenda:
    """Items that can be asked, each with what is known of it (None: nothing), in the order of the outline."""

    items: list[Item]
    known: list[Row | None]
    minutes: list[float]


def read(work: Work) -> Agenda:
    """Every item that is not suspended: every card of the pool, and the problems that were solved."""
    known = {row.item: row for row in work.memories.rows()}
    pace = minutes_by_kind(work)
    asked = [item for item in items(work, known) if not (item.id in known and known[item.id].suspended)]
    times = [minutes_of(work, item, pace) for item in asked]
    return Agenda(asked, [known.get(item.id) for item in asked], times)


def items(work: Work, known: Iterable[str]) -> list[Item]:
    """Every card of the pool, and those of the library's problems that are known."""
    problems = work.library.problems
    solved = [Item(slug, ItemKind.PROBLEM, problems[slug].topic) for slug in known if slug in problems]
    return [*pool.items(work), *solved]


def minutes_by_kind(work: Work) -> dict[ItemKind, float]:
    """What a review of each kind of card takes this learner, minutes."""
    found = {}
    paces = work.reviews.pace()
    for kind, usual in MINUTES.items():
        count, seconds = paces.get(kind, (0, 0.0))
        found[kind] = (usual * KNOWN_PACE + seconds / 60) / (KNOWN_PACE + count)
    return found


def minutes_of(work: Work, item: Item, pace: dict[ItemKind, float]) -> float:
    """What a review of an item is expected to take, minutes."""
    if item.kind is ItemKind.PROBLEM:
        problem = work.library.problems.get(item.id)
        return problem.minutes * AGAIN_TAKES if problem else 0.0
    return pace[item.kind]


def states(agenda: Agenda, now: datetime) -> "States":
    """The items as arrays, for the model."""
    import numpy as np

    from sharpen.memory.steering import States

    at = (now - EPOCH) // MICROSECOND
    met = np.array([row is not None and row.stability is not None for row in agenda.known], dtype=bool)
    rows = [row if row is not None and row.stability is not None else NOTHING for row in agenda.known]
    last = np.array([row.last for row in rows], dtype=float)
    return States(
        stability=np.array([row.stability for row in rows], dtype=float),
        difficulty=np.array([row.difficulty for row in rows], dtype=float),
        age=np.where(met, (at - last) / (DAY // MICROSECOND), 0.0),
        met=met,
        minutes=np.array(agenda.minutes, dtype=float),
    )


NOTHING = Row("", "", "", 1.0, 5.0, 0, 0, 0, 0, 0, None)


def problems(agenda: Agenda) -> "Flags":
    """Which of the items are problems, shape (items,)."""
    import numpy as np

    return np.array([item.kind is ItemKind.PROBLEM for item in agenda.items], dtype=bool)


def of_the_day(work: Work, plan: Plan, now: datetime, extra: float = 0.0) -> list[Entry]:
    """What to ask today, in the order to ask it; with `extra` minutes, beyond what the plan gives the day."""
    from sharpen.memory.choosing import Day, chosen, pace

    agenda = _askable(read(work), now)
    met_today, seconds = work.reviews.since(day_begins(now))
    here, interview = states(agenda, now), plan.interview(now)
    left = (interview - now) / DAY if interview else None
    new = pace(int((~here.met).sum()) + met_today, left) if left is not None else plan.new_a_day
    minutes = extra or max(plan.minutes - seconds / 60, 0.0)
    day = Day(minutes, len(agenda.items) if extra else max(new - met_today, 0), left, rested(agenda.known, now))
    places = chosen(here, due(agenda, now), problems(agenda), day, weights(plan))
    entries = [_entry(agenda, int(place), now) for place in places]
    return arranged(entries, Random(f"{work.learner}:{now.isoformat()}"))


def of_topic(work: Work, topic: str, now: datetime) -> list[Entry]:
    """Every card of a topic: those never met as they stand, then those met before, the weakest first."""
    whole = read(work)
    places = [
        place for place, item in enumerate(whole.items) if item.topic == topic and item.kind is not ItemKind.PROBLEM
    ]
    new = [place for place in places if _stability(whole.known[place]) is None]
    met = [place for place in places if _stability(whole.known[place]) is not None]
    met.sort(key=lambda place: _stability(whole.known[place]) or 0.0)
    return [_entry(whole, place, now) for place in (*new, *met)]


def due(agenda: Agenda, now: datetime) -> "Flags":
    """Which items are due by the target of retention before the day of practice ends, shape (items,)."""
    import numpy as np

    ends = (day_ends(now) - EPOCH) // MICROSECOND
    return np.array([row is not None and row.due is not None and row.due < ends for row in agenda.known], dtype=bool)


def rested(known: Iterable[Row | None], now: datetime) -> float:
    """Days since a problem was last solved again; infinite when none ever was."""
    last = [row.last for row in known if row and row.kind == ItemKind.PROBLEM and row.last and row.reviews > 1]
    return (now - (EPOCH + max(last) * MICROSECOND)) / DAY if last else float("inf")


def weights(plan: Plan) -> "Array":
    """The learner's own parameters of FSRS, or the usual ones, shape (21,)."""
    import numpy as np

    from sharpen.memory.curve import DEFAULT

    return np.array(plan.parameters, dtype=float) if plan.parameters else DEFAULT


def recall_now(here: "States", plan: Plan) -> "Array":
    """The probability that each item is remembered now, 0 for those never met, shape (items,)."""
    import numpy as np

    from sharpen.memory.curve import recalled

    return np.where(here.met, recalled(here.age, here.stability, weights(plan)), 0.0)


def arranged(entries: list[Entry], rng: Random) -> list[Entry]:
    """Reviews in a mixed order, new items spread among them in their own, a problem last."""
    new = [entry for entry in entries if not entry.reviews]
    problem = [entry for entry in entries if entry.item.kind is ItemKind.PROBLEM]
    old = [entry for entry in entries if entry.reviews and entry.item.kind is not ItemKind.PROBLEM]
    rng.shuffle(old)
    mixed = [((place + 0.5) / len(row), entry) for row in (old, new) for place, entry in enumerate(row)]
    mixed.sort(key=lambda pair: pair[0])
    return [*(entry for _, entry in mixed), *problem]


def _askable(agenda: Agenda, now: datetime) -> Agenda:
    """Without what is buried, and what was reviewed on this day of practice already."""
    at, begins = (now - EPOCH) // MICROSECOND, (day_begins(now) - EPOCH) // MICROSECOND

    def asked(row: Row | None) -> bool:
        return row is None or not ((row.buried_until or 0) > at or (row.last or 0) >= begins)

    kept = [place for place, row in enumerate(agenda.known) if asked(row)]
    columns = ([column[place] for place in kept] for column in (agenda.items, agenda.known, agenda.minutes))
    return Agenda(*columns)  # type: ignore[arg-type]


def _entry(agenda: Agenda, place: int, now: datetime) -> Entry:
    item, row = agenda.items[place], agenda.known[place]
    return Entry(item, Random(f"{item.id}:{now.isoformat()}").getrandbits(30), row.reviews if row else 0)


def _stability(row: Row | None) -> float | None:
    return row.stability if row else None
