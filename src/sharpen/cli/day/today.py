"""`sharpen today` and `sharpen next`: what to do with the minutes of the day, and the first of it begun."""

import shlex
import subprocess
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.domain.task import Kind, Task
from sharpen.practice.day import lately, streak
from sharpen.practice.day.today import gather

COMMANDS = {
    Kind.REVIEW: ("review",),
    Kind.PROBLEM: ("start", "{id}"),
    Kind.LESSON: ("lesson", "{id}"),
    Kind.DRILL: ("drill",),
    Kind.CASE: ("case", "start", "{id}"),
    Kind.LAB: ("lab", "start", "{id}"),
    Kind.PROJECT: ("project", "new", "NAME"),
    Kind.DIVE: ("drill", "{id}"),
    Kind.STORY: ("story", "new", "TITLE"),
    Kind.REHEARSAL: ("rehearse", "{id}"),
    Kind.MOCK: ("mock", "list"),
}
"""The command for each kind of thing to do."""
ASKS = (Kind.PROJECT, Kind.STORY)
"""What needs a name of the learner's own first."""
DONE = "Done for today: everything there is was tried, and nothing is due."


def show_today(as_json: AsJson = False) -> None:
    """Show what to do today, with minutes and reasons."""
    with workspace() as ws, ws.reading() as work:
        today, left = gather(work), work.plans.get().days_left(datetime.now(UTC))
        before, days = lately.gather(work, today.ready), streak.gather(work).days
    if as_json:
        print_json(asdict(today))
        return
    out = console()
    if left:
        out.print(f"{counted(left, 'day')} to your interview.")
    if before:
        row = f" {days} days in a row." if days > 1 else ""
        out.print(Text(f"{before.day:%A}: {before.words}{row}", "dim"))
    if not today.tasks:
        out.print(DONE)
        return
    rows = table("", "", ">min", "why", "command")
    for number, task in enumerate(today.tasks, 1):
        title = Text(clean(f"{task.kind.capitalize()}: {task.title}"))
        rows.add_row(str(number), title, str(task.minutes), Text(task.why, "dim"), Text(_command(task)))
    out.print(rows)
    out.print(f"\nAbout {today.total} minutes. `sharpen next` begins the first.", markup=False)


def begin_next() -> None:
    """Begin the first thing on today's list."""
    with workspace() as ws, ws.reading() as work:
        task = next(iter(gather(work).tasks), None)
    if task is None:
        console().print(DONE)
        return
    console().print(Text(clean(f"{task.kind.capitalize()}: {task.title}. {task.why}."), "dim"))
    file = Path(f"{task.id}.py")
    if task.kind is Kind.PROBLEM and file.exists():
        console().print(f"{file} is here. `sharpen check {file}` judges it.", markup=False)
        return
    if task.kind in ASKS:
        console().print(f"`{_command(task)}` begins it.", markup=False)
        return
    done = subprocess.run([sys.executable, "-m", "sharpen.cli.main", *_words(task)], check=False)
    raise typer.Exit(done.returncode)


def _words(task: Task) -> list[str]:
    return [word.format(id=task.id) for word in COMMANDS[task.kind]]


def _command(task: Task) -> str:
    return shlex.join(["sharpen", *_words(task)])
