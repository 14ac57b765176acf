"""The plan: an interview date, minutes a day, and an honest forecast of what will be remembered."""

from dataclasses import dataclass
from datetime import date as Date

from sharpen.domain.plan import Plan
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Day:
    """One day of the forecast: reviews to expect (those of new items included), and their minutes."""

    date: Date
    reviews: float
    new: float
    minutes: float


@dataclass(frozen=True)
class Expected:
    """What is expected to be remembered on the last day, of a round or a topic or all: `recall` is the share of items.

    Items that will not have been met count as forgotten.
    """

    id: str
    title: str
    items: int
    met: float
    """How many of them will have been met by then."""
    recall: float
    now: float
    """The share that would be remembered today."""


@dataclass(frozen=True)
class Forecast:
    """What the plan leads to if it is kept: up to the interview date, or for 30 days without one."""

    until: Date
    days: tuple[Day, ...]
    overall: Expected
    rounds: tuple[Expected, ...]
    topics: tuple[Expected, ...]


def plan(ws: Workspace) -> Plan:
    """The learner's plan."""
    raise NotImplementedError


def change(
    ws: Workspace,
    *,
    date: Date | None = None,
    no_date: bool = False,
    minutes: int | None = None,
    retention: float | None = None,
    new_a_day: int | None = None,
) -> Plan:
    """Change what is given of the plan, and leave the rest. A session in progress is planned anew the next day.

    Raises BadPlan for a date that is over, minutes outside 1-600, a retention outside 0.7-0.97,
    new items outside 0-500.
    """
    raise NotImplementedError


def forecast(ws: Workspace) -> Forecast:
    """What to expect, computed by the model that builds the sessions. A second or less; ask for it late."""
    raise NotImplementedError
