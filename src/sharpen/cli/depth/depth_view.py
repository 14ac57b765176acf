"""How deep a project went, as the terminal shows it."""

from collections.abc import Sequence

from rich.text import Text

from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.domain.depth_map import DepthMap
from sharpen.domain.dive import DEPTHS, Dive, visits
from sharpen.domain.ladder import Ladder
from sharpen.practice.work import Work


def print_map(found: DepthMap) -> None:
    """A row for each ladder that was asked: how each depth went when it was last asked."""
    out = console()
    if not found.went:
        out.print("Nothing was answered yet, so there is no map.")
        return
    rows = table("asked about", *DEPTHS, "deepest before", "last asked")
    for row in found.went:
        if row.now is None:
            continue
        went = [_went(row.held_at(depth)) for depth in DEPTHS]
        title = Text.assemble(clean(row.title), (" broke", "red") if row.now.visit.broke else "")
        rows.add_row(title, *went, row.before or "", f"{row.now.at.astimezone():%Y-%m-%d}")
    out.print(rows)
    never = [row.title for row in found.rows if not row.went]
    if never:
        out.print(Text(clean(f"Never asked: {', '.join(never)}."), "dim"))


def _went(held: bool | None) -> Text:
    if held is None:
        return Text("")
    return Text("yes", "green") if held else Text("stuck", "red")


def print_review(work: Work, dive: Dive, broken: Sequence[Ladder]) -> None:
    """What each ladder of a dive came to, and what to review."""
    out = console()
    for visit in visits(dive.answers):
        ladder = work.library.ladders.get(visit.ladder)
        depth = f"as deep as {visit.reached}" if visit.reached else "no answer"
        points = f", {visit.rubric[0]} of {visit.rubric[1]} points" if visit.rubric else ""
        out.print(Text(clean(f"{ladder.title if ladder else visit.ladder}: {depth}{points}")))
    for ladder in broken:
        out.print(Text(clean(f"{ladder.title} broke. Review the cards of its topics:"), "yellow"))
        for topic in ladder.topics:
            out.print(f"  sharpen review {topic}", markup=False)
