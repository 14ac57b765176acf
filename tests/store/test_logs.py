"""The log of an item holds its reviews in order, and memories are moved without touching anything else of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

from sharpen.domain.fit import Fit
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.log import Log, Rated
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.plan import Plan
from sharpen.domain.review import Review, Standing
from sharpen.memory.replaying import replayed
from sharpen.store import Store

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
DAY = timedelta(days=1)
REVIEWED = ((0, Rating.AGAIN), (2, Rating.GOOD), (9, Rating.GOOD))
MEMORY = Memory(3.5, 5.25, AT, AT + 3 * DAY)


def review(number: int, item: str, days: float, rating: Rating, before: Memory | None = None) -> Review:
    return Review("me", f"{number:04}", Item(item, ItemKind.CHOICE, "means"), AT + days * DAY, rating, before=before)


def test_logs_by_item_oldest_first(store: Store) -> None:
    log = [
        review(3, "a", 2, Rating.AGAIN, MEMORY),
        review(1, "a", 0, Rating.GOOD),
        review(2, "b", 1, Rating.EASY, MEMORY),  # learned elsewhere: its first review here changed a memory
        replace(review(4, "a", 1, Rating.HARD), learner="you"),
    ]
    with store.writing("me") as mine:
        mine.reviews.add(*log[:3])
        replace(mine, learner="you").reviews.add(*log[3:])
        expected = {
            "a": Log((Rated(AT, Rating.GOOD, 0), Rated(AT + 2 * DAY, Rating.AGAIN, 2))),
            "b": Log((Rated(AT + DAY, Rating.EASY, 1),), MEMORY),
        }
        assert mine.reviews.logs() == expected
        assert mine.reviews.logs(["b", "c"]) == {"b": expected["b"]}
        assert mine.reviews.logs([]) == {}


def test_the_order_in_which_reviews_come_in_changes_nothing(store: Store) -> None:
    """An import brings them in any order; py-fsrs takes what it is given, and six orders would be six memories."""
    log = [review(n, "a", days, rating) for n, (days, rating) in enumerate(REVIEWED)]
    memories = set()
    for number, order in enumerate(permutations(log)):
        with store.writing(f"learner {number}") as mine:
            mine.reviews.add(*order)
            memories.add(replayed(mine.reviews.logs()["a"]))
    assert len(memories) == 1


def test_logs_of_more_items_than_one_query_may_name(store: Store) -> None:
    items = [f"item-{n}" for n in range(1001)]
    with store.writing("me") as mine:
        mine.reviews.add(*[review(n, item, 0, Rating.GOOD) for n, item in enumerate(items)])
        assert mine.reviews.logs(items).keys() == set(items)


def test_moving_memories_leaves_the_rest_of_them(store: Store) -> None:
    item = Item("a", ItemKind.CHOICE, "means")
    here = Standing("me", item, MEMORY, suspended=True, buried_until=AT + DAY)
    other = Standing("you", item, MEMORY)
    moved = Memory(9.0, 2.0, AT + DAY, AT + 9 * DAY, 7, 7)
    with store.writing("me") as mine:
        yours = replace(mine, learner="you")
        mine.memories.put(here)
        yours.memories.put(other)
        mine.memories.move({"a": moved, "nowhere": moved})
        mine.memories.move({})
        expected = replace(MEMORY, stability=9.0, difficulty=2.0, due=AT + 9 * DAY)
        assert mine.memories.get("a") == replace(here, memory=expected)
        assert yours.memories.get("a") == other
        assert mine.memories.count() == 1


def test_a_plan_keeps_what_came_of_a_fit(store: Store) -> None:
    fit = Fit(AT, 1200, 210, 0.41, 0.42, 0.39, 0.88, 0.91, 0.875, kept=True)
    with store.writing("me") as mine:
        for plan in (
            Plan("me", parameters=(0.5, 1.25), updated=AT, fit=fit),
            Plan("me", updated=AT, fit=replace(fit, kept=False)),
            Plan("me", parameters=(0.5,), updated=AT),
        ):
            mine.plans.put(plan)
            assert mine.plans.get() == plan
