"""`sharpen case list`, `start`, `ask`, `note` and `show`: a sitting in plain files, the same as in the browser."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.design.place import CaseName, Place, find
from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import complete_case
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.asking import hear
from sharpen.domain.counting import counted
from sharpen.domain.sitting import CELLS, Asked, Sitting, score
from sharpen.practice.design import files, sittings
from sharpen.practice.workspace import Workspace

Mine = Annotated[
    bool | None,
    typer.Option(
        "--mine/--theirs",
        help="Which text is to be in front where both the file and the browser have a new one.",
        show_default=False,
    ),
]


def list_cases(as_json: AsJson = False) -> None:
    """List the cases, and how far you came with each."""
    with workspace() as ws, ws.reading() as work:
        cases, held = work.library.cases, work.sittings.summaries()
        rows = []
        for case in cases.values():
            mine = [one for one in held if one.case == case.slug]
            done = [one for one in mine if one.finished]
            earned, most = score(case, done[0].ticks) if done else (0, 0)
            state = "going on" if len(done) < len(mine) else f"{earned} of {most}" if done else "new"
            rows.append({"case": case.slug, "title": case.title, "minutes": case.minutes, "state": state})
    if as_json:
        print_json({"cases": rows})
        return
    shown = table("case", "title", ">min", "state")
    for row in rows:
        shown.add_row(str(row["case"]), Text(clean(str(row["title"]))), str(row["minutes"]), str(row["state"]))
    if not rows:
        console().print("There are no cases here yet.")
        return
    console().print(shown)
    console().print(f"{counted(len(rows), 'case')}. `sharpen case start CASE` sits you down at one.")


def start_case(
    case: Annotated[
        str, typer.Argument(metavar="CASE", help="`sharpen case list` shows all.", autocompletion=complete_case)
    ],
    folder: Annotated[
        Path | None, typer.Option("--folder", "-o", help="Where to write the files.", show_default="CASE here")
    ] = None,
) -> None:
    """Sit down at a case: its brief, and files for your notes and numbers, in a folder."""
    with workspace() as ws:
        with ws.reading() as work:
            found = sittings.case_of(work, case)
            going_on = sittings.open_one(work, case)
        place = folder or Path(case)
        of = files.sitting_in(place)
        if place.exists() and (of is None or going_on is None or of[1] != going_on.id):
            raise CommandError(
                f"{place} is there already, and nothing was written. Choose another place with --folder NAME."
            )
        sitting = going_on or sittings.start(ws, case)
        if of:
            files.sync(ws, place)
        else:
            files.write(ws, place, found, sitting)
        console().print(Text(clean((place / files.BRIEF).read_text("utf-8"))))
    console().print(
        f"{found.minutes} minutes from now. Write in {place / files.NOTES}, calculate in {place / files.NUMBERS}, and "
        f'ask: `sharpen case ask "…"`. `sharpen case show` says where you stand, `sharpen case finish` calls time.',
        markup=False,
    )


def ask_question(
    question: Annotated[list[str], typer.Argument(metavar="QUESTION", help="In your own words.")],
    case: Annotated[
        str, typer.Option(help="The case.", show_default="that of this folder", autocompletion=complete_case)
    ] = "",
) -> None:
    """Ask the interviewer; what you learn is kept, and added to brief.md."""
    typed = " ".join(question)
    with workspace() as ws:
        place = find(ws, case)
        heard = sittings.ask_freely(ws, place.case, place.sitting, typed)
        if place.folder:
            files.sync(ws, place.folder)
    out = console()
    if heard.fact:
        out.print(Text(clean(heard.fact.answer)))
        return
    if not heard.near:
        out.print("Nothing here matches that. Ask it in other words, or decide it yourself and say what you assume.")
    else:
        out.print("The interviewer is not sure what you mean. Did you want to ask one of these?")
        for fact in heard.near:
            out.print(Text(clean(f"  {fact.question}")))
    raise typer.Exit(1)


def read_notes(case: CaseName = "", mine: Mine = None) -> None:
    """Read notes.md and cells.txt into the sitting, and bring into them what was typed in the browser."""
    with workspace() as ws:
        place = find(ws, case)
        synced = _synced(ws, place, mine)
    written = sum(1 for name, one in synced.passages.items() if one.text.strip() and name != CELLS)
    console().print(f"Kept: {counted(written, 'step')} with notes.")


def show_sitting(case: CaseName = "", mine: Mine = None) -> None:
    """Show where you stand: the time, the pace, what you asked, and your numbers with their results."""
    with workspace() as ws:
        place = find(ws, case, over=True)
        sitting = _synced(ws, place, mine) if place.folder else _sitting(ws, place)
        found = ws.library.cases[place.case]
        _print_time(ws, sitting)
        out = console()
        for asked in sitting.asked:
            fact = found.fact(asked.fact)
            answer = fact.answer if fact else _near(ws, place.case, asked)
            out.print(
                Text.assemble((clean(asked.typed or (fact.question if fact else "")), "bold"), f"\n  {clean(answer)}")
            )
        for step in ws.library.cases.steps:
            words = len(sitting.text(step.id).split())
            out.print(
                Text(f"{step.title}: {counted(words, 'word') if words else 'nothing yet'}", "" if words else "dim")
            )
        print_cells(sitting.text(CELLS))


def _near(ws: Workspace, case: str, asked: Asked) -> str:
    near = hear(ws.library.cases[case].facts, asked.typed).near
    return f"Not understood. Near: {' '.join(fact.question for fact in near)}" if near else "Not understood."


def print_cells(text: str) -> None:
    """Cells with their results."""
    if not text.strip():
        return
    from sharpen.practice.design.cells import evaluate  # late: it takes a while to load, and most have no use for it

    rows = table("number", ">result")
    for line in evaluate(text).lines:
        if line.text.strip():
            result = Text(clean(line.error), "red") if line.error else Text(line.shown, "green")
            rows.add_row(Text(clean(line.text)), result)
    console().print(rows)


def _print_time(ws: Workspace, sitting: Sitting) -> None:
    case = ws.library.cases[sitting.case]
    if sitting.finished:
        console().print(
            f"{case.title}: finished. `sharpen case finish {case.slug}` shows what it earned.", markup=False
        )
        return
    spent = (datetime.now(UTC) - sitting.started).total_seconds() / 60
    console().print(f"{case.title}: {spent:.0f} of {case.minutes} minutes since the start.", markup=False)
    ends = 0.0
    for step in ws.library.cases.steps:
        ends += step.share * case.minutes
        if spent < ends:
            console().print(f"By the pace you are at {step.title}, until minute {ends:.0f}.", markup=False)
            return
    console().print("Time is over. `sharpen case finish` calls it.")


def _sitting(ws: Workspace, place: Place) -> Sitting:
    with ws.reading() as work:
        return sittings.find(work, place.case, place.sitting)


def _synced(ws: Workspace, place: Place, mine: bool | None) -> Sitting:
    """The sitting with what is in its files. Raises CommandError where there is no folder, or both have a new text."""
    if place.folder is None:
        raise CommandError(f"There are no files of {place.case} here. `sharpen case start {place.case}` writes them.")
    synced = files.sync(ws, place.folder, mine=mine)
    if synced.taken:
        console().print(f"Brought from the browser into the files: {', '.join(synced.taken)}.")
    if synced.both:
        raise CommandError(
            f"Changed both in the files and in the browser: {', '.join(synced.both)}. `sharpen case note --mine` puts "
            "the files' text in front, --theirs takes the other; the sitting keeps both. All else is saved."
        )
    return synced.sitting


def with_files(ws: Workspace, place: Place) -> Sitting:
    """The sitting with what is in its files, if it has any."""
    return _synced(ws, place, None) if place.folder else _sitting(ws, place)
