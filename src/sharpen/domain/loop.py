"""Loops: which rounds a company asks in, for how long, and what each role and level is asked most."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sharpen.domain.problem import Difficulty


class What(StrEnum):
    """What happens in a round of a loop."""

    PROBLEMS = "problems"
    CARDS = "cards"
    DIVE = "dive"
    CASE = "case"
    STORIES = "stories"


@dataclass(frozen=True)
class LoopRound:
    """A round of a loop: the id of a round of the outline, its minutes, and the minutes of the break after it.

    `count` is how many problems, cards or stories there are; a dive and a case are one.
    """

    round: str
    minutes: int
    what: What
    count: int = 1
    pause: int = 0


@dataclass(frozen=True)
class Loop:
    """Rounds in the order in which they are asked. A custom loop is made of the rounds of one that is `custom`."""

    id: str
    title: str
    about: str
    rounds: tuple[LoopRound, ...]
    custom: bool = False

    @property
    def minutes(self) -> int:
        """How long it takes, with its breaks."""
        return sum(each.minutes + each.pause for each in self.rounds)


@dataclass(frozen=True)
class Role:
    """What one applies for. `weights` say how much each round counts for it, by the round's id."""

    id: str
    title: str
    weights: Mapping[str, float]


@dataclass(frozen=True)
class Level:
    """How senior. `factors` multiply the weights of a role.

    `problems`, `cases` and `questions` are the difficulties of those that suit it, the usual one first.
    """

    id: str
    title: str
    factors: Mapping[str, float]
    problems: tuple[Difficulty, ...]
    cases: tuple[Difficulty, ...] = tuple(Difficulty)
    questions: tuple[Difficulty, ...] = tuple(Difficulty)


def weights(role: Role, level: Level) -> dict[str, float]:
    """How much each round counts for a role at a level, by its id: 1 on average, positive."""
    product = {round_: weight * level.factors.get(round_, 1.0) for round_, weight in role.weights.items()}
    mean = sum(product.values()) / max(len(product), 1)
    return {round_: weight / mean for round_, weight in product.items()}
