"""`sharpen progress`: how ready one is for questions one has not seen, by round and topic."""

from dataclasses import asdict

from rich.table import Table
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.domain.readiness import Belief
from sharpen.practice.day import history, time_spent
from sharpen.practice.day.readiness import STATES, Readiness, Together, gather

BAR = 20
WEAKEST = 8


def show_progress(as_json: AsJson = False) -> None:
    """Show how ready you are for questions you have not seen, by round, and your weakest topics."""
    with workspace() as ws:
        history.keep(ws)
        with ws.reading() as work:
            found, days, spent = gather(work), history.lately(work), time_spent.gather(work)
    if as_json:
        print_json(asdict(found))
        return
    with paged():
        console().print(beliefs_table(found))
        if not found.loop.met:
            console().print("\nNothing was tried yet. `sharpen list` shows problems, `sharpen review` asks cards.")
            return
        states = found.states
        console().print(f"\nTopics: {', '.join(f'{states[name]} {name}' for name in STATES)}.")
        if len(days) > 1:
            first = days[0]
            console().print(f"On {first.day:%Y-%m-%d} it was {first.loop:.0%}, {counted(len(days), 'day')} are kept.")
        if spent.total:
            hours = ", ".join(f"{each.total / 60:.1f} h {each.title}" for each in spent.rounds if each.total)
            console().print(Text(clean(f"The last {len(spent.weeks)} weeks: {hours}.")))
        if found.days:
            then = f"{found.loop.then.mean:.0%}"
            console().print(f"\nIn {found.days} days, on the date of your interview, {then} if you did nothing more.")
        console().print("\nWeakest of what you tried:")
        for topic in found.weakest[:WEAKEST]:
            console().print(Text(f"  {topic.now.mean:4.0%}  {clean(topic.topic.title)} ({topic.topic.id})"))
        console().print("\n`sharpen lesson TOPIC` reads it up, `sharpen review TOPIC` asks its cards.")


def beliefs_table(found: Readiness) -> Table:
    """What is believed of the loop and of each round."""
    rows = table("", ">ready", "four times in five", ">tried", "")
    for each in (found.loop, *(one.whole for one in found.rounds)):
        rows.add_row(*_row(each))
    return rows


def _row(each: Together) -> tuple[Text | str, ...]:
    now = each.now
    return Text(clean(each.title)), f"{now.mean:.0%}", f"{now.low:.0%} to {now.high:.0%}", f"{each.met}", _bar(now)


def _bar(belief: Belief) -> str:
    return "=" * round(belief.mean * BAR)
