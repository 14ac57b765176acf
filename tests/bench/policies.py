"""Who chooses what simulated learners do: the calendar, what it is measured against, and one who knows the truth.

A policy sees what was tried and how it was rated, no more:

- *the calendar*: the review's part in cards, then what `domain/calendar.py` has for the day, planned again each day;
- *equal shares*: as many minutes for each round; within it the outline's order, cards and tasks by their parts;
- *equal shares, spread*: the same, but within a round always the topic with the fewest minutes;
- *the guide's order*: round after round, topic after topic, with cards of what was begun;
- *weakest first*: cards or tasks, by their parts, of the topic that is believed to be weakest;
- *who knows the truth* sees all abilities, and how fast each learner learns and forgets: about as much as can be had.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date as Date
from functools import partial

from sharpen.domain import calendar
from sharpen.domain.calendar import REVIEW, Choice, Day, Standing
from sharpen.domain.readiness import beliefs
from tests.bench.lives import CARD, CARDS, SAYS, TEACHES, Life, Step, chance, taught

FIRST = Date(2026, 1, 5)


def _ours(life: Life, left: float) -> Iterator[Step]:
    """The review's part in cards, those first that raise most; then the tasks that the calendar has for today."""
    believed, world = beliefs(life.learner.world.outline, life.learner.evidence), life.learner.world
    standings = {
        topic: Standing(believed[topic].mean, life.spent[topic], counts) for topic, counts in world.counts.items()
    }
    for _ in range(round(life.minutes * REVIEW / CARDS / CARD)):
        topic = max(life.with_cards, key=lambda topic: standings[topic].gain(CARDS * SAYS[world.round[topic]]))
        standings[topic].pass_(CARDS * SAYS[world.round[topic]])
        left -= CARDS * CARD
        yield topic
    named = {id(choice.task): (line, choice) for line in life.lines for choice in line}
    for entry in calendar.Calendar(standings, life.lines).filled([Day(FIRST, max(round(left), 0))])[0].entries:
        line, choice = named[id(entry.task)]
        line.remove(choice)
        yield choice


def _in_order(left: float, step: Callable[[], Step | None]) -> Iterator[Step]:
    while left >= calendar.SHORTEST and (found := step()):
        left -= CARDS * CARD if isinstance(found, str) else found.task.minutes
        yield found


def _equal(life: Life, left: float, *, spread: bool = False) -> Iterator[Step]:
    """What the round with the fewest minutes so far has next; within it in order, or the topic with the fewest."""
    world = life.learner.world

    def done(line: Sequence[Choice]) -> float:
        return sum(life.spent[topic] for topic in line[0].teaches) / len(line[0].teaches)

    def step() -> Step | None:
        for round_ in sorted(world.weights, key=life.of_round):
            if round_ in TEACHES and life.cards[round_] <= REVIEW * life.of_round(round_):
                mine = [topic for topic in life.with_cards if world.round[topic] == round_]
                if spread:
                    return min(mine, key=lambda topic: life.spent[topic])
                return min(mine, key=lambda topic: (not life.spent[topic], life.learner.last[topic]))
            if lines := [line for line in life.open if line[0].round == round_]:
                return (min(lines, key=done) if spread else lines[0]).pop(0)
        return None

    return _in_order(left, step)


def _guide(life: Life, left: float) -> Iterator[Step]:
    """The review's part in cards of what was begun, the longest ago first; then the next task of the outline."""
    rounds = list(life.learner.world.outline.rounds)

    def step() -> Step | None:
        begun = [topic for topic in life.with_cards if topic in life.spent]
        if begun and sum(life.cards.values()) <= REVIEW * sum(life.spent.values()):
            return min(begun, key=lambda topic: life.learner.last[topic])
        line = min(life.open, key=lambda line: rounds.index(line[0].round), default=None)
        return line.pop(0) if line else None

    return _in_order(left, step)


def _weakest(life: Life, left: float) -> Iterator[Step]:
    """Cards or tasks by their parts, each of the topic that is believed to be weakest."""

    def step() -> Step | None:
        believed = beliefs(life.learner.world.outline, life.learner.evidence)
        if sum(life.cards.values()) <= REVIEW * sum(life.spent.values()):
            return min(life.with_cards, key=lambda topic: believed[topic].mean)
        line = min(
            life.open,
            key=lambda line: sum(believed[one].mean for one in line[0].teaches) / len(line[0].teaches),
            default=None,
        )
        return line.pop(0) if line else None

    return _in_order(left, step)


def _knowing(life: Life, left: float) -> Iterator[Step]:
    """What raises readiness on the date most for its minutes in truth, up to three tasks of a line taken together."""
    learner, counts = life.learner, life.learner.world.counts
    faded = (1 + life.days - life.day) ** -learner.fade
    on_the_date = {topic: learner.left(topic, life.days) for topic in counts}

    def gain(amounts: Mapping[str, float]) -> float:
        return sum(
            counts[topic]
            * (
                chance(learner.able(topic, on_the_date[topic] + amount * faded))
                - chance(learner.able(topic, on_the_date[topic]))
            )
            for topic, amount in amounts.items()
        )

    def worth(line: Sequence[Choice]) -> float:
        most, minutes, amounts = 0.0, 0, Counter[str]()
        for choice in line[: calendar.AHEAD]:
            minutes += choice.task.minutes
            amounts.update(taught(choice))
            most = max(most, gain(amounts) / minutes)
        return most

    def cards(topic: str) -> dict[str, float]:
        return {topic: CARDS * TEACHES[learner.world.round[topic]]}

    while left >= calendar.SHORTEST:
        topic = max(life.with_cards, key=lambda topic: gain(cards(topic)))
        line = max(life.open, key=worth)
        if gain(cards(topic)) / (CARDS * CARD) >= worth(line):
            left, amounts = left - CARDS * CARD, cards(topic)
            yield topic
        elif calendar.OVER * line[0].task.minutes > left:
            return
        else:
            choice = line.pop(0)
            left, amounts = left - choice.task.minutes, taught(choice)
            yield choice
        for each, amount in amounts.items():
            on_the_date[each] += amount * faded


Policy = Callable[[Life, float], Iterator[Step]]
POLICIES: Mapping[str, Policy] = {
    "the calendar": _ours,
    "equal shares": _equal,
    "equal shares, spread": partial(_equal, spread=True),
    "the guide's order": _guide,
    "weakest first": _weakest,
    "who knows the truth": _knowing,
}
