"""What becomes of a problem that was just accepted: how that was rated and why, when it comes back, what is next."""

from datetime import UTC, datetime, timedelta
from typing import Any

from rich.text import Text

from sharpen.cli.terminal.console import console
from sharpen.domain.counting import counted
from sharpen.domain.day import day_of
from sharpen.domain.memory import Rating
from sharpen.domain.problem import Problem
from sharpen.practice.solving.recurrence import Outcome


def print_outcome(problem: Problem, outcome: Outcome | None, due: datetime | None, following: str | None) -> None:
    """How an accepted attempt was rated (None: an earlier one of its day was), when it is due, and what is next."""
    out = console()
    back = f" It comes back on {_day(due)}." if due else ""
    if outcome:
        out.print(Text(f"Rated {outcome.rating.name.lower()}: {_because(problem, outcome)}.{back}"))
    elif back:
        out.print(Text(f"It was rated earlier today, and this changes nothing.{back}"))
    after = f"`sharpen solution {problem.slug}` compares."
    out.print(Text(f"Next: `sharpen start {following}`. {after}" if following else after, "dim"))


def as_json(outcome: Outcome | None, due: datetime | None) -> dict[str, Any]:
    """The same as plain data: the rating of this attempt, if it was rated, and when the problem is due, if ever."""
    rating = outcome.rating.name.lower() if outcome else None
    return {"rating": rating, "due": due.isoformat() if due else None}


def _because(problem: Problem, outcome: Outcome) -> str:
    """What spoke for the rating."""
    effort = outcome.effort
    if outcome.rating is Rating.AGAIN:
        return "the solution was shown"
    helped = _counted(effort.hints, "hint"), _counted(effort.wrong, "wrong submission")
    parts = [part for part in helped if part] or ["at once, without a hint"]
    if effort.seconds:
        took = effort.seconds / 60
        minutes = _counted(round(took), "minute") if took >= 1 else "less than a minute"
        parts.append(f"{minutes} of {problem.minutes}")
    return ", ".join(parts)


def _counted(number: int, what: str) -> str:
    return counted(number, what) if number else ""


def _day(due: datetime) -> str:
    day, today = day_of(due), day_of(datetime.now(UTC))
    away = (day - today) // timedelta(days=1)
    when = "today" if away <= 0 else "tomorrow" if away == 1 else f"in {away} days"
    return f"{day:%A, %Y-%m-%d} ({when})"
