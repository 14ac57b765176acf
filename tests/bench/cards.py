"""The pages of cards, with ten years of reviews and a large deck from Anki."""

import random
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sharpen.domain.card import MY_CARDS, Brought
from sharpen.domain.item import Item
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.review import Review, Standing
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.day import session
from sharpen.practice.items import card_pool
from tests.bench.pages import served, times
from tests.looking import look

BROUGHT, OWN, REVIEWS = 5_000, 500, 100_000
DECK = "anki/Large"
NOW = datetime.now(UTC)
PAGES = (
    "/cards",
    "/cards?sort=recall&page=9",
    "/cards?q=gradient+descent",
    "/cards?state=due&topic=anki/Large",
    "/cards?topic=k-means&open=k-means/why-the-mean",
    "/cards/own/c0",
    "/decks",
    "/settings",
)


def measure() -> dict[str, Any]:
    """Milliseconds a page, and how much there was."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:  # the judge may still fill its cache
        ws = open_workspace(Settings(home=Path(home)))
        _cards(ws)
        _reviews(ws, look(ws, card_pool.items))
        session.resume(ws)
        ws.close()
        with served(Path(home)) as port:
            found = times(port, PAGES)
    return {"brought": BROUGHT, "own": OWN, "reviews": REVIEWS, "ms": found}


def _cards(ws: Workspace) -> None:
    with ws.writing() as work:
        work.cards.put(
            *(
                Brought("me", f"anki/{n:x}-0", DECK, NOW, f"What of $x^{{{n}}}$?", "A sentence. " * 12)
                for n in range(BROUGHT)
            ),
            *(Brought("me", f"own/c{n}", MY_CARDS, NOW, f"What is {n}?", "A sentence. " * 12) for n in range(OWN)),
        )


def _reviews(ws: Workspace, items: list[Item]) -> None:
    """All items met, each with its share of the reviews, over ten years."""
    rng = random.Random(2)

    def memory(last: datetime) -> Memory:
        stability = rng.uniform(1, 400)
        return Memory(stability, rng.uniform(1, 10), last, last + timedelta(days=stability), 15, rng.choice((0, 1, 9)))

    log = []
    for number in range(REVIEWS):
        at = NOW - timedelta(days=1 + rng.uniform(0, 3650))
        rating = Rating.GOOD if rng.random() < 0.9 else Rating.AGAIN
        item, before = items[number % len(items)], memory(at - timedelta(days=3))
        log.append(Review("me", f"r{number:09}", item, at, rating, 9.0, None, rng.uniform(0.6, 1), before))
    with ws.writing() as work:
        work.memories.put(*(Standing("me", item, memory(NOW - timedelta(days=rng.uniform(1, 300)))) for item in items))
        work.reviews.add(*log)
