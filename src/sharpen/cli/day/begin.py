"""`sharpen begin`: four questions at the terminal, each answered by Enter with what the plan says already."""

import sys
from collections.abc import Collection, Mapping
from datetime import date as Date
from typing import Annotated, Any

import typer
from rich.text import Text

from sharpen.cli.day.plan import words_of
from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.plan import WEEKDAYS, Plan
from sharpen.practice.day import plan
from sharpen.practice.day.possible import days_named, possible
from sharpen.practice.errors import BadPlan
from sharpen.practice.workspace import Workspace

NONE = "none"
"""What takes an answer back."""


def begin(
    role: Annotated[str | None, typer.Option(metavar="ROLE", help="What the interview is for; none.")] = None,
    level: Annotated[str | None, typer.Option(metavar="LEVEL", help="How senior; none.")] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="When it is; none.")] = None,
    minutes: Annotated[str | None, typer.Option(metavar="MINUTES", help="Minutes a day.")] = None,
    days_off: Annotated[str | None, typer.Option("--days-off", metavar="DAYS", help="Such as sat,sun; none.")] = None,
    sure_of: Annotated[
        str | None, typer.Option("--sure-of", metavar="GROUPS", help="Groups of topics you know, with ; between; none.")
    ] = None,
) -> None:
    """Say what you prepare for: four questions, each of which you may leave out. Options answer without asking."""
    given = {"role": role, "level": level, "date": date, "minutes": minutes, "days_off": days_off, "sure_of": sure_of}
    typed = {name: text for name, text in given.items() if text is not None}
    if not typed and not sys.stdin.isatty():
        raise CommandError("`sharpen begin` asks at a terminal. Elsewhere give options, such as --minutes 45.")
    with workspace() as ws:
        with ws.reading() as work:
            mine = work.plans.get()
        changed = _meant(ws, typed) if typed else _asked(ws, mine)
        if changed:
            plan.change(ws, **changed)
        with ws.reading() as work:
            mine = work.plans.get()
            words = words_of(work, mine)
    when = f"Interview on {mine.date:%A, %Y-%m-%d}, " if mine.date else "No interview date yet, "
    console().print(Text(f"{when}{mine.minutes} minutes a day.", "bold"))
    for each in words:
        console().print(Text(clean(each)))
    console().print("`sharpen placement` finds out what you know, `sharpen today` begins.", style="dim", markup=False)


def _asked(ws: Workspace, mine: Plan) -> dict[str, Any]:
    """What was answered at the terminal; each answer is asked for until it can be read."""
    library = ws.library
    groups = [group.title for group in library.outline.groups]
    off = ",".join(WEEKDAYS[day][:3].lower() for day in sorted(mine.days_off))
    questions = (
        ("1. What is it for?", "role", f"Role ({', '.join(library.loops.roles)})", mine.role),
        ("", "level", f"Level ({', '.join(library.loops.levels)})", mine.level),
        ("2. When is the interview?", "date", "Date (YYYY-MM-DD)", mine.date.isoformat() if mine.date else ""),
        ("3. How much time is there?", "minutes", "Minutes a day", str(mine.minutes)),
        ("", "days_off", "Days off (such as sat,sun)", off),
        (
            f"4. What are you sure of? {'; '.join(groups)}.",
            "sure_of",
            "Groups, with ; between",
            "; ".join(mine.sure_of),
        ),
    )
    console().print(f"Enter keeps what stands in brackets, {NONE} takes it back.", style="dim")
    changed: dict[str, Any] = {}
    for heading, name, what, now in questions:
        if heading:
            console().print(f"\n{heading}", markup=False)
        changed |= _answer(ws, name, what, now)
    return changed


def _answer(ws: Workspace, name: str, what: str, now: str) -> dict[str, Any]:
    while True:
        text = typer.prompt(f"  {what}", default=now or NONE).strip()
        if text == (now or NONE):
            return {}
        try:
            return _meant(ws, {name: text})
        except BadPlan as problem:
            console().print(Text(clean(f"  {problem}")))


def _meant(ws: Workspace, typed: Mapping[str, str]) -> dict[str, Any]:
    """What some answers change of the plan, by name. Raises BadPlan for what cannot be."""
    found: dict[str, Any] = {}
    for name, text in typed.items():
        words = "" if text.lower() == NONE else text
        if name == "date":
            found |= {"date": _date(words), "no_date": not words}
        elif name == "minutes":
            found[name] = _minutes(words)
        elif name == "days_off":
            found[name] = days_named(words)
        elif name == "sure_of":
            found[name] = _groups(words, [group.title for group in ws.library.outline.groups])
        else:
            found[name] = words
    possible({name: value for name, value in found.items() if name != "no_date"}, {}, ws.library)
    return found


def _date(text: str) -> Date | None:
    try:
        return Date.fromisoformat(text) if text else None
    except ValueError:
        raise BadPlan(f"A date is written like 2027-03-01, or none; not {text!r}.") from None


def _minutes(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise BadPlan(f"The minutes of a day are a whole number from 1 to 600, not {text!r}.") from None


def _groups(text: str, known: Collection[str]) -> list[str]:
    """Groups by their titles, in whatever case."""
    titles = {title.lower(): title for title in known}
    return [titles.get(part.strip().lower(), part.strip()) for part in text.split(";") if part.strip()]
