"""`sharpen plan`: the interview date, the time for each day, and what you will remember if you keep to them."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.domain.plan import WEEKDAYS, Plan
from sharpen.practice.day import plan
from sharpen.practice.day.plan import Expected, Forecast
from sharpen.practice.day.possible import days_named
from sharpen.practice.work import Work

DAYS_SHOWN = 14
WEAKEST = 8
BAR = 24


def show_plan(
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="When the interview is.")
    ] = None,
    no_date: Annotated[bool, typer.Option("--no-date", help="Remove the interview date.")] = False,
    minutes: Annotated[int | None, typer.Option(help="Minutes a day.", show_default="30 at first")] = None,
    retention: Annotated[
        float | None,
        typer.Option(help="Without a date: ask again at this recall.", show_default="0.9 at first"),
    ] = None,
    new: Annotated[
        int | None, typer.Option(help="Without a date: new cards a day.", show_default="10 at first")
    ] = None,
    weigh: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=WEIGHT",
            help="How much a topic or deck counts: 0 not at all, 1 as usual; `round:NAME` for a round. "
            "Of a deck a part below 1 is the part of the minutes that it may take.",
        ),
    ] = None,
    role: Annotated[
        str | None, typer.Option(metavar="ROLE", help='What the interview is for, such as ml-engineer; "" for no role.')
    ] = None,
    level: Annotated[
        str | None, typer.Option(metavar="LEVEL", help='How senior, such as senior; "" for no level.')
    ] = None,
    days_off: Annotated[
        str | None,
        typer.Option("--days-off", metavar="DAYS", help="Days of the week without practice: sat,sun, or none."),
    ] = None,
    sure_of: Annotated[
        list[str] | None,
        typer.Option("--sure-of", metavar="GROUP", help='A group of topics you know; "" for none of them.'),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show or change your plan, and what to expect from it."""
    if date and no_date:
        raise typer.BadParameter("it cannot be given together with --date", param_hint="--no-date")
    with workspace() as ws:
        wanted: dict[str, Any] = {
            "date": date.date() if date else None,
            "minutes": minutes,
            "retention": retention,
            "new_a_day": new,
            "weights": _weights(weigh or []) or None,
            "role": role,
            "level": level,
            "days_off": None if days_off is None else days_named(days_off),
            "sure_of": None if sure_of is None else [group for group in sure_of if group],
        }
        if no_date or any(value is not None for value in wanted.values()):
            plan.change(ws, no_date=no_date, **wanted)
        with ws.reading() as work:
            mine, found = work.plans.get(), plan.forecast(work)
            who = words_of(work, mine)
    if as_json:
        settings = {name: value for name, value in vars(mine).items() if name not in ("learner", "parameters", "fit")}
        print_json({"plan": settings | {"days_off": sorted(mine.days_off)}, "forecast": asdict(found)})
    else:
        _print(mine, found, who)


def _weights(given: list[str]) -> dict[str, float]:
    found = {}
    for each in given:
        name, _, weight = each.rpartition("=")
        try:
            found[name] = float(weight)
        except ValueError:
            raise CommandError(f"--weigh wants a name and a number, such as k-means=0.5, not {each!r}.") from None
    return found


def words_of(work: Work, mine: Plan) -> list[str]:
    """What the plan says besides its numbers: what for, days off, and what one is sure of; each a sentence."""
    loops = work.library.loops
    titles = [one.title for one in (loops.roles.get(mine.role), loops.levels.get(mine.level)) if one]
    off = [WEEKDAYS[day] for day in sorted(mine.days_off)]
    return [
        *([f"For {', '.join(titles)}."] * bool(titles)),
        *([f"No practice on {', '.join(off)}."] * bool(off)),
        *([f"Sure of {', '.join(mine.sure_of)}."] * bool(mine.sure_of)),
    ]


def _print(mine: Plan, found: Forecast, who: list[str]) -> None:
    out = console()
    ahead = mine.interview(datetime.now(UTC)) is not None
    if mine.date and ahead:
        out.print(Text(f"Interview on {mine.date:%A, %Y-%m-%d}, {counted(mine.minutes, 'minute')} a day.", "bold"))
    else:
        date = f"The interview was on {mine.date:%A, %Y-%m-%d}." if mine.date else "No interview date."
        pace = f"{date} {counted(mine.minutes, 'minute')} a day, {counted(mine.new_a_day, 'new card')} a day, "
        out.print(Text(f"{pace}asked again at {mine.retention:.0%} recall.", "bold"))
    for words in who:
        out.print(Text(clean(words)))
    if not found.overall.items:
        out.print("There is nothing to review yet.")
        return
    _print_days(found)
    _print_expected(found)
    console().print(f"\n{found.reaches}")
    if len(found.reach) > 1:
        recalls = (f"{one.recall:.0%} with {counted(one.minutes, 'minute')} a day" for one in found.reach)
        console().print(f"Recall on the day: {', '.join(recalls)}.")
    for name, weight in sorted(mine.weights.items()):
        console().print(Text(clean(f"{name} counts {weight:g}"), "dim"))
    if not ahead:
        out.print(Text("\n`sharpen plan --date YYYY-MM-DD` prepares you for the day of the interview.", "dim"))


def _print_days(found: Forecast) -> None:
    rows = table("day", ">items", ">new", ">minutes", "")
    longest = max((day.minutes for day in found.days), default=0) or 1
    for day in found.days[:DAYS_SHOWN]:
        bar = "=" * round(day.minutes / longest * BAR)
        rows.add_row(f"{day.date:%a %m-%d}", f"{day.reviews:.0f}", f"{day.new:.0f}", f"{day.minutes:.0f}", bar)
    console().print()
    console().print(rows)
    if len(found.days) > DAYS_SHOWN:
        rest = found.days[DAYS_SHOWN:]
        mean = sum(day.minutes for day in rest) / len(rest)
        console().print(f"and {counted(len(rest), 'more day')}, {counted(round(mean), 'minute')} each on average")


def _print_expected(found: Forecast) -> None:
    rows = table("expected to be remembered", ">items", ">met", ">today", f">on {found.until:%m-%d}")

    def row(one: Expected, style: str = "") -> None:
        recall = f"{one.recall:.0%}"
        rows.add_row(Text(clean(one.title)), str(one.items), f"{one.met:.0f}", f"{one.now:.0%}", recall, style=style)

    row(found.overall, "bold")
    for one in found.rounds:
        row(one)
    for one in sorted(found.topics, key=lambda one: one.recall)[:WEAKEST] if len(found.topics) > 1 else ():
        row(one, "dim")
    console().print()
    console().print(rows)
    if len(found.topics) > WEAKEST:
        console().print(f"Below the rounds are the {WEAKEST} weakest of {len(found.topics)} topics; --json has all.")
