"""What the tests of review share: a deck of cards, an answer to each, and a clock that can be set."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any
from unittest.mock import patch

from sharpen.domain.card import Choice, Generator, Order, show_number
from sharpen.practice import Workspace, day
from sharpen.practice.cards.shuffling import shuffled
from sharpen.practice.day import session
from sharpen.practice.items import remembering
from sharpen.practice.items.asked import Asked
from sharpen.practice.solving import attempts, draft_versions, drafts, hints, recurrence

DECK = Path(__file__).parent / "deck"
START = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = [
    module
    for each in iter_modules(day.__path__)
    if hasattr(module := import_module(f"{day.__name__}.{each.name}"), "datetime")
]
"""The modules of the day that look at the clock."""


@contextmanager
def clock(at: datetime) -> Iterator[None]:
    """It is this time, wherever review looks at the clock."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return at.astimezone(tz)

    modules = (recurrence, draft_versions, drafts, hints, attempts, remembering, *DAY)
    patches = [patch.object(module, "datetime", Clock) for module in modules]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def right_answer(ws: Workspace, asked: Asked, seed: int) -> dict[str, Any]:
    """The arguments with which `review.answer` is right."""
    card = ws.library.cards[asked.item]
    if isinstance(card, Choice):
        order = shuffled(card, seed)
        return {"places": [position for position, place in enumerate(order) if card.options[place].right]}
    if isinstance(card, Order):
        order = shuffled(card, seed)
        return {"places": [order.index(place) for place in range(len(order))]}
    if isinstance(card, Generator):
        return {"typed": show_number(card.instance(seed).answer)}
    return {"places": [0, 1, 2]}


def answer_right(ws: Workspace, asked: Asked, topic: str = "") -> Asked:
    """The item in front, answered rightly."""
    given = right_answer(ws, asked, int(asked.key.rpartition(":")[2]))
    answered = session.answer(ws, asked.key, **given, topic=topic).asked
    assert answered
    return answered
