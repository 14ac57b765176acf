"""What a plan may be: what was said of it, held against the rules and the library."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from sharpen.content.library import Library
from sharpen.domain.day import day_of
from sharpen.domain.plan import RANGES, ROUND, WEEKDAYS, check, check_date, check_days_off, check_sure_of, check_weights
from sharpen.practice.errors import BadPlan, did_you_mean
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work

FEW = 12
"""So many names are listed where one was wrong; more would not be read."""
SHORTEST_NAME = 3
"""Letters by which a day of the week is known."""


def possible(changed: Mapping[str, Any], weights: Mapping[str, float], library: Library) -> None:
    """Raises BadPlan for what no plan may be changed to: `changed` by the names of its fields."""
    today = day_of(datetime.now(UTC))
    try:
        for name in RANGES.keys() & changed.keys():
            check(name, changed[name])
        check_date(changed.get("date"), today)
        check_weights(weights)
        check_days_off(changed.get("days_off", ()))
        check_sure_of(changed.get("sure_of", ()))
    except ValueError as problem:
        raise BadPlan(str(problem)) from None
    if changed.get("date") and changed["date"] <= today:
        raise BadPlan(f"The date {changed['date']} cannot be planned for: it must lie ahead, within five years.")
    _known("role", changed.get("role"), library.loops.roles)
    _known("level", changed.get("level"), library.loops.levels)
    for group in changed.get("sure_of", ()):
        _known("group of topics", group, [group.title for group in library.outline.groups])


def _known(what: str, name: str | None, known: Collection[str]) -> None:
    """Raises BadPlan for a name that nothing has; an empty one says that there is none."""
    if name and name not in known:
        those = f" There are {', '.join(known)}." if len(known) <= FEW else ""
        raise BadPlan(f"There is no {what} called {name!r}.{did_you_mean(name, known) or those}")


def weights_kept(work: Work, weights: Mapping[str, float]) -> dict[str, float]:
    """Weights without those that are as usual, and those of what is gone. Raises BadPlan for unknown names."""
    outline = card_pool.outline(work)
    usual = {topic.id: float(not topic.id.startswith(card_pool.BROUGHT)) for topic in outline}
    usual |= {f"{ROUND}{round_}": 1.0 for round_ in outline.rounds}
    known = {*usual, *work.plans.get().weights}
    for name in weights:
        if name not in known:
            names = "`sharpen plan --json` has the rounds and topics, `sharpen anki decks` the decks"
            raise BadPlan(f"There is no round, topic or deck called {name!r}: {names}.{did_you_mean(name, known)}")
    return {name: weight for name, weight in weights.items() if name in usual and weight != usual[name]}


def days_named(text: str) -> frozenset[int]:
    """Days of the week by their names, or the first letters of each: "sat,sun"; "none" is none of them.

    Raises BadPlan for what is no day.
    """
    found = set[int]()
    for word in text.replace(",", " ").lower().split():
        days = {number for number, day in enumerate(WEEKDAYS) if day.lower().startswith(word)}
        if word != "none" and (len(word) < SHORTEST_NAME or not days):
            raise BadPlan(f"There is no day called {word!r}. Days off are days of the week, such as sat,sun, or none.")
        found |= days
    return frozenset(found)
