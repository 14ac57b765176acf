"""The calendar: what each day until the interview holds, from how ready the learner is and what there is to do.

It is calculated when it is looked at, from what is known then: a day that was missed leaves nothing behind, and what
was done is not planned again. What the learner moved stays on its day; what they skipped is left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from datetime import date as Date

from sharpen.domain import calendar
from sharpen.domain.calendar import REVIEW, Choice, Day, Entry, Standing
from sharpen.domain.day import day_of
from sharpen.domain.move import Move
from sharpen.domain.task import Kind, Task
from sharpen.practice.day import readiness, tasks
from sharpen.practice.day.readiness import Readiness
from sharpen.practice.errors import BadPlan
from sharpen.practice.mocks import debrief, suggesting
from sharpen.practice.mocks.choosing import NEVER
from sharpen.practice.work import Work, plan_of
from sharpen.practice.workspace import Workspace

Moves = Mapping[tuple[str, str], Date | None]
"""Where the learner wants things, by kind and id."""
LATER = datetime.max.replace(tzinfo=UTC)
BEGUN, FIRST_MOCK = 20, 7
"""Exercises tried before a mock loop may be on any day; before that, days without one."""
SHOWN = 2.0
"""How much more a topic counts that came out below the bar in the last mock loop."""
AT = "@"
"""Between the id of a loop and the day of a mock, which is another on every day."""
REVIEW_WHY = "First what you would forget"

WITHOUT_DATE = 30
"""Days to look ahead when there is no date."""
FARTHEST = 365
"""Days ahead that are planned one by one."""
MOCK_EVERY, LAST_MOCK, SATURDAY = 7, 2, 5
"""Days from one mock loop to the next, and from the last to the interview; without a date they are on this weekday."""


@dataclass(frozen=True)
class Calendar:
    """The days until the interview, today first; `skipped` are those things that the learner wants left out."""

    days: tuple[Day, ...]
    skipped: tuple[Task, ...] = ()


def gather(work: Work, ready: Readiness | None = None, most: int = FARTHEST) -> Calendar:
    """The days from today to the one before the interview, `most` of them at most."""
    ready, today = ready or readiness.gather(work), day_of(datetime.now(UTC))
    moves = {(move.kind, move.id): move.day for move in work.moves.everything()}
    lines, placed, skipped = _moved(tasks.lines(work, ready), moves, today)
    days = _days(work, today, ready.days, most)
    end = None if ready.days is None else today + timedelta(days=ready.days)
    later = days if ready.loop.met >= BEGUN else days[FIRST_MOCK:]
    mocks, no_mocks = _mocks(work, later, end, moves)
    days = [replace(day, entries=(*day.entries, *mocks.get(day.date, ()))) for day in days]
    believed = standings(ready)
    for topic in debrief.weak_topics(work):
        believed[topic].counts *= SHOWN
    filled = calendar.Calendar(believed, lines, placed).filled(days)
    return Calendar(tuple(filled), (*skipped, *no_mocks))


def standings(ready: Readiness) -> dict[str, Standing]:
    """What is believed of every topic on the date, and what the loop would gain if it were believed one higher."""
    total = sum(each.weight for each in ready.rounds) or 1.0
    found = dict[str, Standing]()
    for each in ready.rounds:
        topics = [one for _, these in each.groups for one in these]
        counts = sum(one.counts for one in topics) or 1.0
        found |= {
            one.topic.id: Standing(one.then.mean, one.spent, each.weight / total * one.counts / counts)
            for one in topics
        }
    return found


def _days(work: Work, today: Date, left: int | None, most: int) -> list[Day]:
    """The days with the review alone. The last before the interview holds nothing else."""
    plan, count = plan_of(work), WITHOUT_DATE if left is None else max(left, 1)
    found = []
    for number in range(min(count, most)):
        date = today + timedelta(days=number)
        minutes = plan.minutes_on(date)
        review = round(minutes * REVIEW)
        if left is not None and number and number == left - 1:
            minutes = review
        entries = (
            (Entry(Task(Kind.REVIEW, "What is due, and what is new", review, REVIEW_WHY), review),) if review else ()
        )
        found.append(Day(date, minutes, entries))
    return found


def _moved(
    lines: Iterable[tasks.Line], moves: Moves, today: Date
) -> tuple[list[tasks.Line], dict[Date, list[Choice]], list[Task]]:
    """The lines without what was moved; what was moved by its day, once that is not over; and what is skipped."""
    kept, placed, skipped = [], dict[Date, list[Choice]](), dict[tuple[str, str], Task]()
    done = set[tuple[str, str]]()
    for line in lines:
        rest = []
        for choice in line:
            day = moves.get(choice.key, today - timedelta(days=1))
            if day is None:
                skipped[choice.key] = choice.task
            elif day >= today and choice.key not in done:
                done.add(choice.key)
                placed.setdefault(day, []).append(choice)
            else:
                rest.append(choice)
        kept.append(rest)
    return kept, placed, list(skipped.values())


def _mocks(
    work: Work, days: Sequence[Day], end: Date | None, moves: Moves
) -> tuple[dict[Date, list[Entry]], list[Task]]:
    """A mock loop every week on its day, one after the other in turn; and those that are skipped."""
    found, skipped, last = dict[Date, list[Entry]](), [], work.mocks.last_of_loops()
    named = {id_.partition(AT)[2]: id_.partition(AT)[0] for kind, id_ in moves if kind == Kind.MOCK}
    for day in (day for day in days if day.minutes and _is_for_mocks(day.date, end)):
        meant = named.get(str(day.date))  # one that was moved or skipped, even if it is another's turn by now
        turn = {**dict.fromkeys(work.library.loops, LATER), meant: NEVER} if meant else last
        if next_one := suggesting.in_turn(work, day.minutes, turn):
            minutes, id_ = next_one.minutes, f"{next_one.loop}{AT}{day.date}"
            task = Task(Kind.MOCK, next_one.title, minutes, "Once a week the real thing, by the clock", id_)
            date = moves.get((task.kind, task.id), day.date)
            if date is None:
                skipped.append(task)
            else:
                found.setdefault(date, []).append(Entry(task, minutes, moved=date != day.date))
            last[next_one.loop] = datetime.combine(day.date, time(), UTC)  # a skipped one as well: the others stay
    return found, skipped


def _is_for_mocks(date: Date, end: Date | None) -> bool:
    if end is None:
        return date.weekday() == SATURDAY
    return (end - date).days % MOCK_EVERY == LAST_MOCK


def move(ws: Workspace, kind: str, id_: str, day: Date | None) -> None:
    """Put something on a day of the calendar, where it stays; with None for the day, leave it out.

    Raises BadPlan for a day that is over, and for what is not on the calendar.
    """
    today = day_of(datetime.now(UTC))
    if day is not None and not today <= day <= today + timedelta(days=FARTHEST):
        raise BadPlan(f"{day} is no day of the calendar: it must be today or later, within a year. Nothing was moved.")
    with ws.writing() as work:
        if (kind, id_) not in _known(gather(work)):
            raise BadPlan("This is not on the calendar any more. Nothing was moved.")
        work.moves.put(Move(work.learner, kind, id_, day, datetime.now(UTC)))


def free(ws: Workspace, kind: str, id_: str) -> None:
    """Take a move back: the calendar decides again when something is done."""
    with ws.writing() as work:
        work.moves.remove(kind, id_)


def _known(found: Calendar) -> set[tuple[str, str]]:
    on_days = {(entry.task.kind, entry.task.id) for day in found.days for entry in day.entries}
    return {(str(kind), id_) for kind, id_ in on_days | {(task.kind, task.id) for task in found.skipped}}
