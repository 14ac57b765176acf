"""Asking: an item as the web and the terminal show it, before and after it is answered."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from random import Random

from sharpen.domain.card import Card, Choice, Generator, Numeric, Order, Recall, show_number
from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Memory, Rating, self_rating
from sharpen.domain.problem import Problem
from sharpen.domain.session import Given
from sharpen.practice.errors import BadAnswer


@dataclass(frozen=True)
class Marked:
    """An option after the answer: is it right, was it chosen, and why it is right or wrong (Markdown)."""

    text: str
    right: bool
    chosen: bool
    why: str


@dataclass(frozen=True)
class Judged:
    """What came of an answer. Every text is Markdown; what a kind does not have is empty.

    `right` is None for a recall card, which nothing grades: there `points` are to be ticked, and
    `given.places` are the ticks. `suggested` is the rating to offer first.
    """

    given: Given
    right: bool | None
    suggested: Rating
    options: tuple[Marked, ...] = ()
    """Choice: the options in the order they were shown."""
    steps: tuple[str, ...] = ()
    """Order: the steps in their right order."""
    answer: str = ""
    """Numeric: the answer as one would type it. Recall: a strong answer."""
    decimal: str = ""
    """Numeric: an answer that is a fraction, in decimals too: "= 0.375" or "≈ 0.3571"."""
    unit: str = ""
    explanation: str = ""
    """Numeric: how it is worked out. Order: why this order."""
    points: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """The item being asked.

    `key` names this showing of it: every action takes it, and one that comes late (a second click,
    another window) is refused instead of falling on the next item. `judged` is None until it is
    answered; `intervals` are how long each rating would put it off.
    """

    key: str
    item: str
    kind: ItemKind
    topic: str
    topic_title: str
    question: str
    """Markdown. Of a problem: its summary."""
    options: tuple[str, ...] = ()
    """Choice: the options, order: the steps; shuffled, Markdown. Answers count their places from 0."""
    several: bool = False
    """Choice: more than one option is right."""
    unit: str = ""
    """Numeric: what follows the number, such as "bits"."""
    problem: Problem | None = None
    """The problem to solve again; nothing is answered here, see `practice.again`."""
    memory: Memory | None = None
    """None when the item is new."""
    again: bool = False
    """It lapsed a little earlier in this session."""
    note: str = ""
    """What the learner noted on it."""
    judged: Judged | None = None
    intervals: dict[Rating, timedelta] | None = None


@dataclass(frozen=True)
class Shown:
    """A card as one seed shows it: its texts in the order of this showing."""

    question: str
    options: tuple[str, ...] = ()
    several: bool = False
    unit: str = ""


def shown(card: Card, seed: int) -> Shown:
    """What is shown of a card before it is answered."""
    if isinstance(card, Choice):
        options = tuple(card.options[place].text for place in shuffled(card, seed))
        return Shown(card.question, options, sum(option.right for option in card.options) > 1)
    if isinstance(card, Order):
        return Shown(card.question, tuple(card.steps[place] for place in shuffled(card, seed)))
    if isinstance(card, Generator):
        instance = card.instance(seed)
        return Shown(instance.question, unit=instance.unit)
    return Shown(card.question)


def shuffled(card: Choice | Order, seed: int) -> list[int]:
    """The order in which options or steps are shown, as their places in the card; never steps in their right order."""
    length = len(card.options) if isinstance(card, Choice) else len(card.steps)
    rng, right = Random(f"{card.id}:{seed}"), list(range(length))
    order = rng.sample(right, length)
    while isinstance(card, Order) and order == right:
        order = rng.sample(right, length)
    return order


def judged(card: Card, seed: int, given: Given) -> Judged:
    """What comes of an answer to a card. Raises BadAnswer for one that cannot be read."""
    if isinstance(card, Choice):
        return _choice(card, seed, given)
    if isinstance(card, Order):
        return _order(card, seed, given)
    if isinstance(card, Recall):
        return _recall(card, given)
    return _numeric(card.instance(seed), given)


def _choice(card: Choice, seed: int, given: Given) -> Judged:
    order = shuffled(card, seed)
    chosen = _places(given, len(order))
    right = card.is_right([order[place] for place in chosen])
    options = tuple(
        Marked(card.options[place].text, card.options[place].right, position in chosen, card.options[place].why)
        for position, place in enumerate(order)
    )
    return Judged(given, right, _suggested(right), options)


def _order(card: Order, seed: int, given: Given) -> Judged:
    order = shuffled(card, seed)
    placed = _places(given, len(order))
    right = card.is_right([order[place] for place in placed])
    return Judged(given, right, _suggested(right), steps=card.steps, explanation=card.why)


def _recall(card: Recall, given: Given) -> Judged:
    ticked = _places(given, len(card.points))
    suggested = self_rating(len(ticked), len(card.points)) if card.points else Rating.GOOD
    return Judged(given, None, suggested, answer=card.answer, points=card.points, misconceptions=card.misconceptions)


def _numeric(instance: Numeric, given: Given) -> Judged:
    try:
        right = bool(given.typed.strip()) and instance.is_right(given.typed)
    except ValueError as problem:
        raise BadAnswer(f"{str(problem)[:1].upper()}{str(problem)[1:]}.") from None
    return Judged(
        given,
        right,
        _suggested(right),
        answer=show_number(instance.answer),
        decimal=_decimal(instance.answer),
        unit=instance.unit,
        explanation=instance.explanation,
    )


def _decimal(number: int | float | Fraction) -> str:
    if not isinstance(number, Fraction) or number.denominator == 1:
        return ""
    short = show_number(float(number))
    return f"{'=' if Fraction(short) == number else '≈'} {short}"


def _places(given: Given, of: int) -> tuple[int, ...]:
    if len(set(given.places)) < len(given.places) or not all(0 <= place < of for place in given.places):
        raise BadAnswer(f"These are not places among {of}: {list(given.places)}. Choose each at most once.")
    return given.places


def _suggested(right: bool) -> Rating:
    return Rating.GOOD if right else Rating.AGAIN
