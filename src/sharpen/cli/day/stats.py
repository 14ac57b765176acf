"""`sharpen stats`: what was reviewed, and how well recall was predicted."""

from dataclasses import asdict
from datetime import timedelta

from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.practice.day.statistics import Statistics, gather

DAYS_SHOWN = 14
BAR = 30


def show_statistics(as_json: AsJson = False) -> None:
    """Show what you reviewed, how much of it you remembered, and your progress by topic."""
    with workspace() as ws, ws.reading() as work:
        found = gather(work)
    if as_json:
        days = [
            {"date": day.date, "reviews": day.reviews, "minutes": day.minutes, "new": day.met} for day in found.days
        ]
        print_json(asdict(found) | {"days": days})
        return

    firm, out = found.maturity, console()
    out.print(
        f"{firm.mature} mature, {firm.young} young, {firm.new} never met, {firm.suspended} suspended"
        + (f", {firm.leeches} forgotten again and again." if firm.leeches else ".")
    )
    if not found.days:
        out.print("No reviews yet. `sharpen review` starts.")
        return
    _print_days(found)
    _print_calibration(found)
    _print_topics(found)


def _print_days(found: Statistics) -> None:
    rows = table("day", ">reviews", ">new", ">minutes", "")
    last = found.days[-1].date
    shown = [day for day in found.days if last - day.date < timedelta(days=DAYS_SHOWN)]
    most = max(day.reviews for day in shown)
    for day in shown:
        bar = "=" * round(day.reviews / most * BAR)
        rows.add_row(f"{day.date:%a %m-%d}", str(day.reviews), str(day.met), f"{day.minutes:.0f}", bar)
    console().print()
    console().print(rows)
    total, days = sum(day.reviews for day in found.days), len(found.days)
    minutes = counted(round(sum(day.minutes for day in found.days)), "minute")
    console().print(f"{counted(total, 'review')} on {counted(days, 'day')}, {minutes}")


def _print_calibration(found: Statistics) -> None:
    if found.predicted is None or found.remembered is None:
        console().print("\nHow well recall is predicted shows once items have been reviewed on a later day.")
        return
    rows = table(">recall predicted", ">remembered", ">reviews")
    for one in found.bins:
        rows.add_row(f"{one.predicted:.0%}", f"{one.remembered:.0%}", f"{one.reviews:,}")
    rows.add_row(f"{found.predicted:.0%}", f"{found.remembered:.0%}", "all", style="bold")
    console().print()
    console().print(rows)


def _print_topics(found: Statistics) -> None:
    rows = table("topic", ">items", ">met", ">mature", ">recall now")
    for one in found.topics:
        if one.met:
            rows.add_row(Text(clean(one.title)), str(one.items), str(one.met), str(one.mature), f"{one.recall:.0%}")
    console().print()
    console().print(rows)
