"""All cards: searched, filtered and sorted; one of them with its memory; and what can be done with each, and undone.

The cards of the library, those brought from Anki and the learner's own lie in one list, by the order of the outline.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sharpen.domain.card import OWN, Brought, Card
from sharpen.domain.day import day_ends
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import LEECH
from sharpen.domain.plan import ROUND
from sharpen.domain.review import Review, Standing
from sharpen.practice.cards.card import CardExercise
from sharpen.practice.day import agenda
from sharpen.practice.day.statistics import MATURE
from sharpen.practice.errors import NoSuchCard, NothingToTakeBack
from sharpen.practice.exercises import EXERCISES
from sharpen.practice.items import card_pool
from sharpen.practice.items.remembering import standing
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

if TYPE_CHECKING:
    from sharpen.memory.choosing import Places
    from sharpen.memory.curve import Array
    from sharpen.memory.steering import Flags
    from sharpen.store.known import Known

CARDS = {kind: exercise for kind, exercise in EXERCISES.items() if isinstance(exercise, CardExercise)}
KINDS = tuple(CARDS)
A_PAGE = 100
"""Cards on one page of the list."""
HISTORY = 12
"""Reviews of a card that are shown, the newest."""
LONGEST_QUERY = 200


class State(StrEnum):
    """What a card may be looked for by. A card is in several: young and due, or suspended and a leech."""

    NEW = "new"
    YOUNG = "young"
    MATURE = "mature"
    DUE = "due"
    BURIED = "buried"
    SUSPENDED = "suspended"
    LEECH = "leech"


class Sort(StrEnum):
    """The orders of the list."""

    TOPIC = "topic"
    DUE = "due"
    RECALL = "recall"
    LAPSES = "lapses"


@dataclass(frozen=True)
class Wanted:
    """Which cards are looked for: all words of `words` stand in its texts; `topic` may also be a round, with ROUND."""

    words: str = ""
    topic: str = ""
    state: State | None = None
    kind: ItemKind | None = None
    sort: Sort = Sort.TOPIC


@dataclass(frozen=True)
class Row:
    """One card of the list. `recall` is that of now, None before it was met, as `due` (UTC) is."""

    item: Item
    question: str
    title: str
    """What its topic is called."""
    state: State
    recall: float | None
    due: datetime | None
    lapses: int
    is_due: bool


@dataclass(frozen=True)
class Page:
    """Some of the cards that were found: `number` counts pages from 1, of `pages`."""

    rows: tuple[Row, ...]
    found: int
    total: int
    number: int
    pages: int


@dataclass(frozen=True)
class Preview:
    """One card from both sides (Markdown), with what is known of how it is remembered."""

    item: Item
    title: str
    question: str
    answer: str
    standing: Standing
    state: State
    recall: float | None
    history: tuple[Review, ...]
    note: str
    own: Brought | None
    """What can be edited."""


@dataclass(frozen=True)
class Done:
    """What was done to a card: how one stood with it before, and after."""

    before: Standing
    after: Standing


def listed(work: Work, wanted: Wanted, number: int = 1) -> Page:
    """A page of the cards that are wanted; the last one, where there are fewer."""
    items = [item for item in _of_topic(work, wanted.topic) if wanted.kind is None or item.kind is wanted.kind]
    if words := wanted.words[:LONGEST_QUERY].lower().split():
        have = _with_words(work, {item.topic for item in items}, words)
        items = [item for item in items if item.id in have]
    if wanted.state is not None or wanted.sort is not Sort.TOPIC:
        here = _Here(work, items, agenda.known(work))
        items = [items[place] for place in here.order(here.are(wanted.state), wanted.sort).tolist()]
    pages = max(1, -(-len(items) // A_PAGE))
    number = min(max(number, 1), pages)
    shown = items[(number - 1) * A_PAGE : number * A_PAGE]
    rows = _Here(work, shown, work.memories.known([item.id for item in shown])).rows()
    total = len(work.library.cards.index()) + sum(work.cards.topics().values())
    return Page(tuple(rows), len(items), total, number, pages)


def preview(work: Work, card_id: str) -> Preview:
    """One card. Raises NoSuchCard."""
    from sharpen.memory.schedule import recall

    now, item = datetime.now(UTC), _found(work, card_id)
    card, here = card_pool.card(work, card_id), standing(work, item)
    note = work.notes.get(card_id)
    question, answer = CARDS[item.kind].sides(card)
    return Preview(
        item=item,
        title=card_pool.title(work, item.topic),
        question=question,
        answer=answer,
        standing=here,
        state=_state(here, now),
        recall=recall(here.memory, now, work.plans.get().parameters) if here.memory else None,
        history=tuple(work.reviews.of_item(card_id, HISTORY)),
        note=note.text if note else "",
        own=work.cards.get(card_id) if card_id.startswith(OWN) else None,
    )


def suspend(ws: Workspace, card_id: str) -> Done:
    """Ask a card no more, until it is asked again. Raises NoSuchCard."""
    return _do(ws, card_id, lambda here, now: replace(here, suspended=True, changed=now))


def bury(ws: Workspace, card_id: str) -> Done:
    """Ask a card no more today. Raises NoSuchCard."""
    return _do(ws, card_id, lambda here, now: replace(here, buried_until=day_ends(now)))


def ask_again(ws: Workspace, card_id: str) -> Done:
    """Ask a card again that is suspended or buried. Raises NoSuchCard."""
    return _do(ws, card_id, lambda here, now: replace(here, suspended=False, buried_until=None, changed=now))


def reset(ws: Workspace, card_id: str) -> Done:
    """Take a card for one that was never met; its reviews stay in the log. Raises NoSuchCard."""
    return _do(ws, card_id, lambda here, now: replace(here, memory=None, changed=now))


def undo(ws: Workspace, done: Done) -> None:
    """Take back what was done to a card. Raises NothingToTakeBack when something else happened to it since."""
    with ws.writing() as work:
        if standing(work, done.before.item) != done.after:
            raise NothingToTakeBack("Something else happened to this card since, so it stays as it is.")
        work.memories.put(done.before)


def _do(ws: Workspace, card_id: str, change: Callable[[Standing, datetime], Standing]) -> Done:
    with ws.writing() as work:
        before = standing(work, _found(work, card_id))
        after = change(before, datetime.now(UTC))
        work.memories.put(after)
        return Done(before, standing(work, before.item))


def _found(work: Work, card_id: str) -> Item:
    item = card_pool.item(work, card_id)
    if item is None:
        raise NoSuchCard(f"There is no card {card_id!r}. It may have been removed.")
    return item


def _state(here: Standing, now: datetime) -> State:
    """The one that a row names."""
    if here.suspended:
        return State.SUSPENDED
    if not here.is_asked(now):
        return State.BURIED
    if here.memory is None:
        return State.NEW
    return State.MATURE if here.memory.stability >= MATURE else State.YOUNG


class _Here:
    """How one stands with some items, as arrays of shape (items,)."""

    def __init__(self, work: Work, items: Sequence[Item], known: "Known") -> None:
        from sharpen.memory.curve import recalled

        self.work, self.items, self.now = work, items, datetime.now(UTC)
        self.known = known = known.of([item.id for item in items])
        self.due_now = known.is_due(day_ends(self.now)) & ~known.suspended & ~known.is_buried(self.now)
        age = known.days_since_last(self.now)
        self.recalls: Array = recalled(age, known.stability, agenda.parameters(work.plans.get()))

    def are(self, state: State | None) -> "Flags":
        """Which are in a state; all of them for none."""
        import numpy as np

        known = self.known
        match state:
            case State.NEW:
                return ~known.met & ~known.suspended
            case State.YOUNG:
                return known.met & (known.stability < MATURE) & ~known.suspended
            case State.MATURE:
                return known.met & (known.stability >= MATURE) & ~known.suspended
            case State.DUE:
                return self.due_now
            case State.BURIED:
                return known.is_buried(self.now)
            case State.SUSPENDED:
                return known.suspended
            case State.LEECH:
                return np.asarray(known.lapses >= LEECH)
            case None:
                return np.ones(len(self.items), dtype=bool)

    def order(self, which: "Flags", sort: Sort) -> "Places":
        """The places of some of them in an order; those never met come last, where it is by memory."""
        import numpy as np

        places = np.flatnonzero(which)

        keys: dict[Sort, np.ndarray[Any, Any]] = {
            Sort.TOPIC: places,
            Sort.DUE: self.known.due[places],  # NaT comes last, as nan does
            Sort.RECALL: self.recalls[places],
            Sort.LAPSES: -self.known.lapses[places],
        }
        return places[np.argsort(keys[sort], kind="stable")]

    def rows(self) -> list[Row]:
        """All of them as rows, with their questions."""
        standings = self.work.memories.of_items(item.id for item in self.items)
        kept = self.work.cards.of_ids(item.id for item in self.items if card_pool.is_kept(item.id))
        titles, rows = card_pool.titles(self.work), []
        for place, item in enumerate(self.items):
            card = kept[item.id] if item.id in kept else self.work.library.cards[item.id]
            here = standings.get(item.id, Standing(self.work.learner, item))
            rows.append(
                Row(
                    item=item,
                    question=card.question,
                    title=titles.get(item.topic, item.topic),
                    state=_state(here, self.now),
                    recall=float(self.recalls[place]) if here.memory else None,
                    due=here.memory.due if here.memory else None,
                    lapses=here.memory.lapses if here.memory else 0,
                    is_due=bool(self.due_now[place]),
                )
            )
        return rows


def _of_topic(work: Work, topic: str) -> list[Item]:
    """The cards of a topic, a deck or a round, or all of them, in the order of the outline."""
    if not topic:
        return card_pool.items(work)
    topics = {topic}
    if topic.startswith(ROUND):
        round_ = topic.removeprefix(ROUND)
        topics = {each.id for each in card_pool.outline(work) if each.round == round_}
    library = [item for item in work.library.cards.index().values() if item.topic in topics]
    kept = [each for each in topics if card_pool.is_kept(each)]
    return [*library, *work.cards.items(kept)] if kept else library


def _with_words(work: Work, topics: set[str], words: Sequence[str]) -> set[str]:
    """The cards of some topics on which all of these words stand, given in small letters."""
    library = {topic for topic in topics if not card_pool.is_kept(topic)}
    cards = (card for topic in library for card in work.library.cards.of_topic(topic))
    found = {card.id for card in cards if all(word in _text(card) for word in words)}
    return found | work.cards.with_words(words) if topics - library else found


def _text(card: Card) -> str:
    """What is written on a card of the library: put together once, as long as the library has this very card."""
    known = _READ.get(card.id)
    if known is None or known[0] is not card:
        known = _READ[card.id] = (card, " ".join((card.id, *CARDS[card.kind].sides(card))).lower())
    return known[1]


_READ: dict[str, tuple[Card, str]] = {}
