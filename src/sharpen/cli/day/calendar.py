"""`sharpen calendar`: what each day until the interview holds; moving and skipping; a file for other calendars."""

from dataclasses import asdict
from datetime import date as Date
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.calendar import Day, Entry
from sharpen.files.whole import replacing
from sharpen.practice.day import calendar, calendar_file

SHOWN = 7


def show_calendar(
    days: Annotated[int, typer.Option(min=1, max=calendar.FARTHEST, help="How many days are shown.")] = SHOWN,
    move: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=DAY", help="Put something on a day, such as problem/k-means=2027-03-01."),
    ] = None,
    skip: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Leave something out.")] = None,
    free: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Let the plan decide again about what was moved or skipped."),
    ] = None,
    ics: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a file for other calendars.")] = None,
    at: Annotated[
        datetime | None, typer.Option(formats=["%H:%M"], metavar="HH:MM", help="When practice begins in it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what each day until the interview holds, and why."""
    with workspace() as ws:
        for name in free or []:
            calendar.free(ws, *_parts(name))
        for name in skip or []:
            calendar.move(ws, *_parts(name), None)
        for given in move or []:
            name, _, day = given.rpartition("=")
            calendar.move(ws, *_parts(name), _day(day))
        with ws.reading() as work:
            found, date = calendar.gather(work), work.plans.get().date
    if ics:
        begins = at.time() if at else calendar_file.EVENING
        with replacing(ics) as fresh:
            fresh.write_bytes(calendar_file.write(found, date, begins, calendar_file.local_zone()))
    if as_json:
        print_json({"days": [asdict(day) for day in found.days], "skipped": [asdict(task) for task in found.skipped]})
    elif ics:
        console().print(f"Wrote {len(found.days)} days to {ics}.", markup=False)
    else:
        _print(found.days[:days])


def _parts(name: str) -> tuple[str, str]:
    kind, slash, id_ = name.partition("/")
    if not slash:
        raise CommandError(f"{name!r} is no name on the calendar: one looks like problem/k-means, see --json.")
    return kind, id_


def _day(text: str) -> Date:
    try:
        return Date.fromisoformat(text)
    except ValueError:
        raise CommandError(
            f"--move wants a name and a day, such as problem/k-means=2027-03-01, not {text!r}."
        ) from None


def _print(days: tuple[Day, ...]) -> None:
    rows = table("day", ">min", "", "why", "name")
    for day in days:
        for number, entry in enumerate(day.entries):
            date = f"{day.date:%a %m-%d}" if not number else ""
            rows.add_row(
                date, str(entry.minutes), Text(clean(_title(entry))), Text(_why(entry), "dim"), Text(_name(entry))
            )
        if not day.entries:
            rows.add_row(f"{day.date:%a %m-%d}", "", Text("day off" if not day.minutes else "nothing planned", "dim"))
    console().print(rows)


def _title(entry: Entry) -> str:
    part = f" ({entry.part} of {entry.parts})" if entry.parts > 1 else ""
    return f"{entry.task.kind.capitalize()}: {entry.task.title}{part}"


def _why(entry: Entry) -> str:
    return "You put it here" if entry.moved else entry.task.why


def _name(entry: Entry) -> str:
    return f"{entry.task.kind}/{entry.task.id}" if entry.task.id else ""
