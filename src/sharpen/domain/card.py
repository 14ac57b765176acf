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
from functools import cached_property
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

    def moved(self, order: Sequence[int]) -> set[int]:
        """The fewest steps, by their places in `steps`, that are to be moved so that all are in order.

        One step at the wrong end puts every number out, and is one step to move.
        """
        longest: list[list[int]] = []  # of the runs in order that end with each step, the longest
        for step in order:
            before = sorted((run for run in longest if run[-1] < step), key=len)
            longest.append([*(before[-1] if before else ()), step])
        return set(order).difference(*sorted(longest, key=len)[-1:])


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


OWN = "own/"
"""What the ids of cards that a learner wrote begin with, and of the decks they lie in; nothing in the library does."""
MY_CARDS, BIN = f"{OWN}cards", f"{OWN}bin"
"""The deck of all cards that a learner wrote, and the one of those they deleted, which nothing asks or lists."""


@dataclass(frozen=True)
class Brought:
    """A question and its answer that a learner brought from Anki, or wrote, Markdown. `updated` is UTC."""

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
        """Whether what was typed is the answer. Raises ValueError when it is not a number.

        Also where a comma was read as one of thousands and the answer is nearer to the number with a decimal comma:
        that is to be asked back, not judged.
        """
        number, answer = read_number(typed), Fraction(self.answer)
        if abs(number - answer) <= Fraction(self.tolerance):
            return True
        meant = comma_for_point(typed)
        if meant and abs(read_number(meant) - answer) < abs(number - answer):
            plain = re.sub(r"(?<=[0-9]),", "", typed.strip())
            raise ValueError(f"{typed.strip()!r} reads as {plain}; write {meant} if that is meant, or {plain}")
        return False


@dataclass(frozen=True)
class Generator:
    """A numeric card: endless instances, each fixed by its seed."""

    id: str
    topic: str
    make: Callable[[Random], Numeric]
    kind: ItemKind = ItemKind.NUMERIC

    @cached_property
    def question(self) -> str:
        """What a list calls the card: the question of its first instance."""
        return self.instance(0).question

    def instance(self, seed: int) -> Numeric:
        """The instance of this seed; the same on every machine."""
        return self.make(Random(f"{self.id}:{seed}"))


Card = Choice | Order | Recall | Generator

WHOLE = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+)"
NUMBER = re.compile(rf"(?:{WHOLE}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{{1,3}})?")
MIXED = re.compile(r"([0-9]+) +([0-9]+) ?/ ?([0-9]+)")
"""A whole number and a fraction, such as 7 2/3."""
ACCEPTED = "write it like 0.75, 3/4, 75% or 7.5e-1"


def read_number(typed: str) -> Fraction:
    """The number a learner typed, never another than stands there.

    Accepts `0.75`, `.75`, `3/4`, `7 2/3`, `75%`, `7.5e-1`, and thousands as `1,000` or `1 000`, also with a
    typographic minus.

    Raises ValueError, with what is accepted, for anything else.
    """
    text = re.sub(r"[\s\u00a0\u2009\u202f]+", " ", typed).strip().replace("\u2212", "-")
    sign, text = (-1 if text.startswith("-") else 1), re.sub(r"^[+-] ?", "", text)
    percent, text = text.endswith("%"), re.sub(r" ?%$", "", text)
    mixed, parts = MIXED.fullmatch(text), re.split(r" ?/ ?", text)
    if mixed and NUMBER.fullmatch(parts[0]):
        raise ValueError(
            f"{typed.strip()!r} can be read in two ways; write {parts[0].replace(' ', '')} without a space"
        )
    if mixed:
        whole, parts = Fraction(mixed[1]), [mixed[2], mixed[3]]
    elif len(parts) > 2 or not all(NUMBER.fullmatch(part) for part in parts):
        point = ", with a point for decimals" if "," in text else ""
        raise ValueError(f"{typed.strip()!r} is not a number; {ACCEPTED}{point}")
    else:
        whole = Fraction()
    over, *under = (Fraction(re.sub("[, ]", "", part)) for part in parts)
    if under and not under[0]:
        raise ValueError("a fraction cannot have zero below its line")
    number = sign * (whole + (over / under[0] if under else over))
    return number / 100 if percent else number


def comma_for_point(typed: str) -> str:
    """What was typed with its only comma as a point, `1.234` for `1,234`, or nothing where no comma can mean that."""
    return typed.strip().replace(",", ".") if typed.count(",") == 1 and "." not in typed else ""


def show_number(number: int | float | Fraction, digits: int = 4) -> str:
    """A number as a learner would write it: whole, as a fraction, or with some significant digits."""
    if isinstance(number, int) or (isinstance(number, Fraction) and number.denominator == 1):
        return str(int(number))
    if isinstance(number, Fraction):
        return f"{number.numerator}/{number.denominator}"
    if not math.isfinite(number):
        raise ValueError(f"{number} is not an answer anybody can type")
    return f"{number:.{digits}g}"
