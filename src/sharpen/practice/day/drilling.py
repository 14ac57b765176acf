"""The session of drills: ten statements, those that are due first, then new ones of every pattern in turn."""

from datetime import datetime
from random import Random

from sharpen.domain.day import day_of
from sharpen.domain.session import Entry
from sharpen.practice.day import agenda
from sharpen.practice.drills.exercise import item_of
from sharpen.practice.work import Work

AT_ONCE = 10
"""Statements of one session."""


def of_drills(work: Work, now: datetime, first: str = "") -> list[Entry]:
    """What a session of drills asks: what is due, the weakest first; then what was never met, then what was.

    What was drilled today is left out. `first` comes before them all if it is one of them.
    """
    import numpy as np

    every = [item_of(drill) for drill in work.library.drills.values()]
    mine = agenda.askable(agenda.of_items(work, every, agenda.known(work)), now)
    mine = mine.at(np.flatnonzero(~mine.known.suspended))
    mixed = Random(str(day_of(now)))
    chance = np.array([mixed.random() for _ in mine.items])
    turn = np.where(mine.known.met, np.where(agenda.due(mine, now), 0, 2), 1)
    order = np.lexsort((chance, np.where(mine.known.met, mine.known.stability, mine.rank), turn))
    return agenda.led([agenda.entry(mine, place, now) for place in order.tolist()], mine, first, now)[:AT_ONCE]
