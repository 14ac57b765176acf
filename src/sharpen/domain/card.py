"""Cards: one question each, to be met again just before it would be forgotten.

Choice, numeric and order cards check themselves. Recall cards show a rubric, and the learner ticks
the points they made: grading free text offline is not honest, so nothing pretends to do it.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from random import Random

from sharpen.domain.item import ItemKind


@dataclass(frozen=True)
class Option:
    """One option of a choice card; `why` says why it is right, or repairs the misconception it is."""

    text: str
    right: bool
    why: str


@dataclass(frozen=True)
class Choice:
    """One or several of the options are right; they are shown in an order of their own each time."""

    id: str
    topic: str
    question: str
    options: tuple[Option, ...]
    kind: ItemKind = ItemKind.CHOICE

    def is_right(self, chosen: Sequence[int]) -> bool:
        """Whether exactly the right options were chosen, by their places in `options`."""
        return set(chosen) == {place for place, option in enumerate(self.options) if option.right}


@dataclass(frozen=True)
class Order:
    """Steps that belong in one order, given here in that order."""

    id: str
    topic: str
    question: str
    steps: tuple[str, ...]
    why: str
    kind: ItemKind = ItemKind.ORDER

    def is_right(self, order: Sequence[int]) -> bool:
        """Whether the steps, by their places in `steps`, are in order."""
        return list(order) == list(range(len(self.steps)))


@dataclass(frozen=True)
class Recall:
    """An open question: points that a good answer makes, misconceptions to watch for, an answer.

    A card that came from elsewhere has no points: there the learner rates themselves by the answer.
    """

    id: str
    topic: str
    question: str
    points: tuple[str, ...]
    misconceptions: tuple[str, ...]
    answer: str
    kind: ItemKind = ItemKind.RECALL


@dataclass(frozen=True)
class Brought:
    """A question and its answer that a learner brought from Anki, Markdown. `updated` is UTC."""

    learner: str
    id: str
    topic: str
    updated: datetime
    question: str
    answer: str

    def card(self) -> Recall:
        """It as a card: one without points to tick."""
        return Recall(self.id, self.topic, self.question, (), (), self.answer)


@dataclass(frozen=True)
class Numeric:
    """One instance of a numeric card: the question, its answer, and how it is worked out.

    A typed number is right within `tolerance` (absolute) of `answer`. With tolerance 0 it must be
    exact, and the answer an int or a Fraction. `unit` is shown after the box, such as "bits".
    """

    question: str
    answer: int | float | Fraction
    explanation: str
    tolerance: float = 0.0
    unit: str = ""

    def is_right(self, typed: str) -> bool:
        """Whether what was typed is the answer. Raises ValueError when it is not a number."""
        number = read_number(typed)
        return abs(number - Fraction(self.answer)) <= Fraction(self.tolerance)


@dataclass(frozen=True)
class Generator:
    """A numeric card: endless instances, each fixed by its seed."""

    id: str
    topic: str
    make: Callable[[Random], Numeric]
    kind: ItemKind = ItemKind.NUMERIC

    @property
    def question(self) -> str:
        """What a list calls the card: the question of its first instance."""
        return self.instance(0).question

    def instance(self, seed: int) -> Numeric:
        """The instance of this seed; the same on every machine."""
        return self.make(Random(f"{self.id}:{seed}"))


Card = Choice | Order | Recall | Generator

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")


def read_number(typed: str) -> Fraction:
    """The number a learner typed.

    Accepts `0.75`, `.75`, `3/4`, `75%`, `7.5e-1` and `1,000`, also with a typographic minus.

    Raises ValueError, with what is accepted, for anything else.
    """
    text = typed.strip().replace("\u2212", "-").replace("\u00a0", "").replace(" ", "")
    text = re.sub(r"(?<=\d),(?=\d{3}(\D|$))", "", text)
    percent = text.endswith("%")
    parts = text.removesuffix("%").split("/")
    if len(parts) > 2 or not all(NUMBER.fullmatch(part) for part in parts):
        raise ValueError(f"{typed.strip()!r} is not a number; write it like 0.75, 3/4, 75% or 7.5e-1")
    number = Fraction(parts[0])
    if len(parts) == 2:
        if not Fraction(parts[1]):
            raise ValueError("a fraction cannot have zero below its line")
        number /= Fraction(parts[1])
    return number / 100 if percent else number


def show_number(number: int | float | Fraction, digits: int = 4) -> str:
    """A number as a learner would write it: whole, as a fraction, or with some significant digits."""
    if isinstance(number, int) or (isinstance(number, Fraction) and number.denominator == 1):
        return str(int(number))
    if isinstance(number, Fraction):
        return f"{number.numerator}/{number.denominator}"
    if not math.isfinite(number):
        raise ValueError(f"{number} is not an answer anybody can type")
    return f"{number:.{digits}g}"
