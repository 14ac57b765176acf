"""Review: the session of the day, item by item; it is kept with every step, so that a crash loses nothing.

A session is begun (or resumed) by `today`. `current` is the item in front; it is answered, then
rated, or undone, suspended, buried, noted on. Each of these takes the `key` of the item as it was
shown and raises NotInFront when another one is in front by now.

With `topic` a session is about that one topic, beside the session of the day: all of its cards,
due or not. Every function takes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sharpen.domain.memory import Rating
from sharpen.practice.asking import Asked
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Progress:
    """How far a session is. `minutes` are what the rest of it is expected to take."""

    started: datetime
    rated: int
    left: int
    minutes: float
    new: int
    """How many of those left are new."""
    topic: str = ""
    can_undo: bool = False


def today(ws: Workspace, topic: str = "") -> Progress:
    """Resume the session, or begin the one of today; nothing left means that it is done.

    Raises NoSuchTopic.
    """
    raise NotImplementedError


def more(ws: Workspace) -> Progress:
    """Begin another session of the day after one is done: ten minutes more, of what helps most."""
    raise NotImplementedError


def current(ws: Workspace, topic: str = "") -> Asked | None:
    """The item in front, with its judged answer if it was answered; None when the session is done."""
    raise NotImplementedError


def answer(ws: Workspace, key: str, *, places: Sequence[int] = (), typed: str = "", topic: str = "") -> Asked:
    """Answer the item in front (kept at once), and see what came of it.

    `places` are those of the options chosen, the steps in order, or the points ticked, as they were
    shown, from 0; `typed` is a number. Nothing at all means "I do not know". A recall card is
    revealed by an answer without places, and may be answered again with other ticks.

    Raises BadAnswer for what cannot be read, NotInFront.
    """
    raise NotImplementedError


def rate(ws: Workspace, key: str, rating: Rating, *, seconds: float = 0.0, topic: str = "") -> Asked | None:
    """Rate the item in front, which was answered, and go on to the next; `seconds` is the time it took.

    AGAIN brings it back later in the session. Of a problem only AGAIN can be said here ("I could not
    solve it"): what an accepted attempt was worth is rated when it is judged. Raises NotInFront,
    NotAnswered.
    """
    raise NotImplementedError


def undo(ws: Workspace, topic: str = "") -> Asked:
    """Take back the last step of the session, whatever it was, and the item is in front again as it was.

    As often as there are steps. Raises NothingToTakeBack.
    """
    raise NotImplementedError


def suspend(ws: Workspace, key: str, topic: str = "") -> Asked | None:
    """Do not ask the item in front any more, until `items.take_back`; go on to the next."""
    raise NotImplementedError


def bury(ws: Workspace, key: str, topic: str = "") -> Asked | None:
    """Do not ask the item in front again today; go on to the next."""
    raise NotImplementedError


def note(ws: Workspace, key: str, text: str, topic: str = "") -> Asked:
    """Keep a note on the item in front, such as what is wrong with it; an empty text deletes it."""
    raise NotImplementedError
