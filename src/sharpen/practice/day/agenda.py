"""The agenda: every item there is with its memory, and which of them make up a session."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from sharpen.domain.calendar import REVIEW
from sharpen.domain.day import day_begins, day_ends, day_of
from sharpen.domain.item import Item
from sharpen.domain.plan import ROUND, Plan
from sharpen.domain.session import Entry
from sharpen.practice.exercises import ELSEWHERE, EXERCISES, SOURCES
from sharpen.practice.items import card_pool
from sharpen.practice.items.exercise import own_pace
from sharpen.practice.work import Work, once, plan_of

if TYPE_CHECKING:
    from sharpen.memory.choosing import Places
    from sharpen.memory.curve import Array
    from sharpen.memory.steering import Flags, States
    from sharpen.store.known import Known


@dataclass(frozen=True)
class Agenda:
    """Items in the order of the outline, with what is known of each and the minutes a review of it takes.

    `rank` is the place of each in its topic, and `weight` how much the plan lets it count; shape (items,).
    """

    items: list[Item]
    known: "Known"
    minutes: "Array"
    rank: "Array"
    weight: "Array"

    def at(self, places: "Places") -> "Agenda":
        """The items at some places alone."""
        items = [self.items[place] for place in places]
        return Agenda(items, self.known.at(places), self.minutes[places], self.rank[places], self.weight[places])


@once
def planned(work: Work) -> Agenda:
    """Every item that is not suspended, of a topic or a deck that counts in the plan."""
    import numpy as np

    whole = everything(work)
    return whole.at(np.flatnonzero(~whole.known.suspended & (whole.weight > 0)))


@once
def read(work: Work) -> Agenda:
    """Every item that is not suspended."""
    import numpy as np

    whole = everything(work)
    return whole.at(np.flatnonzero(~whole.known.suspended))


@once
def everything(work: Work) -> Agenda:
    """Every item that can be asked, of whatever kind."""
    mine = known(work)
    return of_items(work, [item for source in SOURCES for item in source.items(work, mine.ids)], mine)


@once
def known(work: Work) -> "Known":
    """The memory of all items."""
    return work.memories.known()


def of_items(work: Work, items: list[Item], known: "Known") -> Agenda:
    """These items, of all whose memory is known."""
    import numpy as np

    from sharpen.memory.choosing import ranks

    mine = own_pace(work)
    times = np.array([EXERCISES[item.kind].minutes(work, item, mine) for item in items], dtype=float)
    rank = ranks([item.topic for item in items])
    count_for = weights_of(work)
    weight = np.array([count_for.get(item.topic, 1.0) for item in items], dtype=float)
    return Agenda(items, known.of([item.id for item in items]), times, rank, weight)


@once
def weights_of(work: Work) -> dict[str, float]:
    """How much every topic and deck counts in the learner's plan, for their role and level.

    A deck is asked only if they said so.
    """
    plan = plan_of(work)
    of_role = work.library.loops.weights_of(plan.role, plan.level)
    return {
        topic.id: plan.weight(topic.id, topic.round, usual=0.0 if topic.id.startswith(card_pool.BROUGHT) else 1.0)
        * of_role.get(topic.round, 1.0)
        for topic in card_pool.outline(work)
    }


def shares(agenda: Agenda) -> "tuple[tuple[Flags, float], ...]":
    """The decks that may take a part of the minutes alone: which items are theirs, and the part."""
    import numpy as np

    parts = {
        item.topic: float(weight)
        for item, weight in zip(agenda.items, agenda.weight, strict=True)
        if weight < 1 and item.topic.startswith(card_pool.BROUGHT)
    }
    return tuple((np.array([item.topic == deck for item in agenda.items]), part) for deck, part in parts.items())


def _brought(agenda: Agenda) -> "Flags":
    """Which items were brought from Anki, shape (items,)."""
    import numpy as np

    return np.array([item.topic.startswith(card_pool.BROUGHT) for item in agenda.items], dtype=bool)


def states(agenda: Agenda, now: datetime) -> "States":
    """The items as arrays, for the model."""
    import numpy as np

    from sharpen.memory.steering import States

    known, met = agenda.known, agenda.known.met
    return States(
        stability=np.where(met, known.stability, 1.0),
        difficulty=np.where(met, known.difficulty, 5.0),
        age=np.where(met, known.days_since_last(now), 0.0),
        met=met,
        minutes=agenda.minutes,
        rank=agenda.rank,
        # A deck that may take a part of the minutes counts like all else within it.
        weight=np.where(_brought(agenda) & (agenda.weight < 1), 1.0, agenda.weight),
    )


def elsewhere(agenda: Agenda) -> "Flags":
    """Which of the items are done elsewhere, such as problems, shape (items,)."""
    import numpy as np

    return np.array([item.kind in ELSEWHERE for item in agenda.items], dtype=bool)


def of_the_day(work: Work, plan: Plan, now: datetime, extra: float = 0.0, first: str = "") -> list[Entry]:
    """What to ask today, in the order to ask it; with `extra` minutes, beyond what the plan gives the day.

    The item `first` comes first if it may be asked today at all.
    """
    from sharpen.memory.choosing import Day, chosen, pace

    mine = askable(planned(work), now)
    agenda = _one_of_a_note(mine, now)
    met_today, seconds = work.reviews.between(day_begins(now), day_ends(now), ELSEWHERE)
    here, left = states(agenda, now), plan.days_left(now)
    today = day_of(now)
    practice = partial(plan.days_on, today)
    unmet = int((~mine.known.met).sum())
    new = pace(unmet + met_today, left, practice) if left is not None else plan.new_a_day
    minutes = extra or max(plan.minutes_on(today) * part(work, plan, now) - seconds / 60, 0.0)
    day = Day(
        minutes,
        len(agenda.items) if extra else max(new - met_today, 0),
        left,
        rested(agenda, now),
        shares(agenda),
        practice=None if left is None else practice(left),
    )
    places = chosen(here, due(agenda, now), elsewhere(agenda), day, parameters(plan)).tolist()
    return led(arranged([entry(agenda, place, now) for place in places]), agenda, first, now)


def part(work: Work, plan: Plan, now: datetime) -> float:
    """The part of a day's minutes that the review may take: with a date, it leaves room for all else there is."""
    count = sum(weight > 0 for weight in round_weights(work, plan).values())
    return REVIEW if plan.days_left(now) is not None and count > 1 else 1.0


def round_weights(work: Work, plan: Plan) -> dict[str, float]:
    """How much each round counts in the loop, by its id: for the role and level, and by the plan's own weights."""
    of_role = work.library.loops.weights_of(plan.role, plan.level)
    return {key: weight * plan.weights.get(f"{ROUND}{key}", 1.0) for key, weight in of_role.items()}


def of_topic(work: Work, topic: str, now: datetime, first: str = "") -> list[Entry]:
    """What a topic has to ask here: the items never met as they stand, then those met before, the weakest first.

    The item `first` comes before them all if it is one of them.
    """
    import numpy as np

    whole = read(work)
    here = [item.topic == topic and item.kind not in ELSEWHERE for item in whole.items]
    mine = whole.at(np.flatnonzero(here))
    weakest = np.argsort(np.where(mine.known.met, mine.known.stability, 0.0), kind="stable")
    weakest = _first_of_notes(mine, weakest)
    return led([entry(mine, place, now, topic) for place in weakest.tolist()], mine, first, now, topic)


WEAKEST = 20
"""Items that are studied at once as the weakest of a topic."""


def weakest_of(work: Work, topic: str, now: datetime) -> list[Entry]:
    """The WEAKEST of a topic: those met before by their recall now, the lowest first, then those never met."""
    import numpy as np

    mine = _askable_of(work, topic, now)
    recall = np.where(mine.known.met, recall_now(states(mine, now), plan_of(work)), 2.0)
    places = _first_of_notes(mine, np.argsort(recall, kind="stable"))
    return [entry(mine, place, now, topic) for place in places[:WEAKEST].tolist()]


def due_of(work: Work, topic: str, now: datetime) -> list[Entry]:
    """All that is due of a topic, what is longest due first; two cards of one note among it."""
    import numpy as np

    mine = _askable_of(work, topic, now)
    places = np.argsort(mine.known.due, kind="stable")
    return [entry(mine, place, now, topic) for place in places[due(mine, now)[places]].tolist()]


def _askable_of(work: Work, topic: str, now: datetime) -> Agenda:
    """What a topic has to ask here and now, in the order of the outline."""
    import numpy as np

    whole = read(work)
    here = np.array([item.topic == topic and item.kind not in ELSEWHERE for item in whole.items], dtype=bool)
    return whole.at(np.flatnonzero(here & ~whole.known.is_buried(now)))


def due(agenda: Agenda, now: datetime) -> "Flags":
    """Which items are due by the target of retention before the day of practice ends, shape (items,)."""
    return agenda.known.is_due(day_ends(now))


def rested(agenda: Agenda, now: datetime) -> float:
    """Days since something was last done again elsewhere, such as a problem; infinite when nothing ever was."""
    again = elsewhere(agenda) & agenda.known.met & (agenda.known.reviews > 1)
    return float(agenda.known.days_since_last(now)[again].min(initial=float("inf")))


def parameters(plan: Plan) -> "Array":
    """The learner's own parameters of FSRS, or the usual ones, shape (21,)."""
    import numpy as np

    from sharpen.memory.curve import DEFAULT

    return np.array(plan.parameters, dtype=float) if plan.parameters else DEFAULT


def recall_now(here: "States", plan: Plan) -> "Array":
    """The probability that each item is remembered now, 0 for those never met, shape (items,)."""
    import numpy as np

    from sharpen.memory.curve import recalled

    return np.where(here.met, recalled(here.age, here.stability, parameters(plan)), 0.0)


def arranged(entries: list[Entry]) -> list[Entry]:
    """Reviews in a mixed order, new items spread among them in their own, what is done elsewhere last.

    The order is mixed by the seeds: looked at twice on a day, it is the same.
    """
    new = [entry for entry in entries if not entry.reviews]
    last = [entry for entry in entries if entry.item.kind in ELSEWHERE]
    old = [entry for entry in entries if entry.reviews and entry.item.kind not in ELSEWHERE]
    old.sort(key=lambda entry: entry.seed)
    mixed = [((place + 0.5) / len(row), entry) for row in (old, new) for place, entry in enumerate(row)]
    mixed.sort(key=lambda pair: pair[0])
    return [*(entry for _, entry in mixed), *last]


def askable(agenda: Agenda, now: datetime) -> Agenda:
    """Without what is buried, and what was reviewed on this day of practice already, it or a card of its note."""
    import numpy as np

    reviewed = agenda.known.reviewed_between(day_begins(now), day_ends(now))
    told = {card_pool.note(agenda.items[place].id) for place in np.flatnonzero(reviewed)}
    done = np.array([card_pool.note(item.id) in told for item in agenda.items], dtype=bool)
    return agenda.at(np.flatnonzero(~(agenda.known.is_buried(now) | done)))


def _one_of_a_note(agenda: Agenda, now: datetime) -> Agenda:
    """Without all cards of a note but one: what is due, else was never met, else comes first."""
    import numpy as np

    order = np.lexsort((agenda.known.met, ~due(agenda, now)))
    return agenda.at(np.sort(_first_of_notes(agenda, order)))


def _first_of_notes(agenda: Agenda, places: "Places") -> "Places":
    """Of some places, those that are the first of their note: one card in a session tells the answer of the next."""
    import numpy as np

    firsts = {card_pool.note(agenda.items[place].id): place for place in places[::-1].tolist()}
    return places[np.isin(places, list(firsts.values()))]


def led(entries: list[Entry], agenda: Agenda, first: str, now: datetime, topic: str = "") -> list[Entry]:
    """Entries with one of an agenda's items before them, whether or not it was among them."""
    leader = [entry(agenda, place, now, topic) for place, item in enumerate(agenda.items) if item.id == first]
    return [*leader, *(entry for entry in entries if card_pool.note(entry.item.id) != card_pool.note(first))]


def entry(agenda: Agenda, place: int, now: datetime, topic: str = "") -> Entry:
    """An item as a session of this day asks it: the same numbers and order of options until it is reviewed."""
    item, reviews = agenda.items[place], int(agenda.known.reviews[place])
    return Entry(item, Random(f"{topic}:{item.id}:{reviews}:{day_of(now)}").getrandbits(30), reviews)
