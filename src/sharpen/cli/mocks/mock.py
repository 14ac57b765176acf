"""`sharpen mock list` and `show`: the mock loops that were sat in the browser, and their debriefs."""

from typing import Annotated, Any

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.practice.mocks import debrief, mocks
from sharpen.practice.mocks.debrief import Debrief, RoundResult
from sharpen.practice.mocks.signal import Signal

STYLES = {True: "green", False: "red"}


def list_mocks(as_json: AsJson = False) -> None:
    """List your mock loops, with the signal of each and of its rounds."""
    with workspace() as ws, ws.reading() as work:
        found = [debrief.gather(work, mock) for mock in work.mocks.everything()]
    if as_json:
        print_json({"mocks": [_as_json(one) for one in found]})
        return
    out = console()
    if not found:
        out.print("There is none yet. A mock is sat in the browser: `sharpen serve`, then the page Mocks.")
        return
    rows = table("mock", "loop", "date", "signal", "rounds")
    for one in found:
        signals = ", ".join(f"{each.title}: {_words(each.signal)}" for each in one.rounds if each.round.started)
        mock = one.mock
        rows.add_row(mock.id, clean(mock.title), f"{mock.started.date()}", _state(one), Text(clean(signals), "dim"))
    with paged():
        out.print(rows)
        out.print(
            "\n`sharpen mock show MOCK` prints a debrief. A mock is sat in the browser: `sharpen serve`, then Mocks."
        )


def show_mock(
    mock: Annotated[
        str,
        typer.Argument(metavar="MOCK", help="Its id; `sharpen mock list` shows all.", show_default="the last one"),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Print the debrief of a mock loop: what each round showed, where its time went, and what goes into the plan."""
    with workspace() as ws, ws.reading() as work:
        newest = next(work.mocks.everything(), None)
        kept = newest if not mock and newest else mocks.find(work, mock)
        found = debrief.gather(work, kept)
    if as_json:
        print_json(_as_json(found))
        return
    with paged():
        _print(found)


def _print(found: Debrief) -> None:
    out, mock = console(), found.mock
    out.print(Text.assemble((clean(mock.title), "bold"), f", {mock.started.date()}: ", _state(found)))
    if mock.is_open:
        out.print("It goes on: open the page Mocks in the browser.")
        return
    times = f"{found.pauses} times" if found.pauses > 2 else ("", "once", "twice")[found.pauses]
    out.print(f"Paused {times}, {found.stood / 60:.0f} min." if found.pauses else "No pauses.")
    for reason in found.overall.reasons:
        out.print(Text(clean(reason), "dim"))
    for number, each in enumerate(found.rounds, 1):
        _print_round(number, each)
    if found.weak:
        out.print(Text("\nInto the plan", "bold"))
        for topic, title in found.weak.items():
            out.print(f"- {clean(title)}  `sharpen review {topic}`")


def _print_round(number: int, each: RoundResult) -> None:
    out = console()
    out.print(Text.assemble(f"\n{number}. ", (clean(each.title), "bold"), "  ", _styled(each.signal)))
    if each.round.started:
        paused = f", paused {each.stood / 60:.0f} min" if each.pauses else ""
        out.print(Text(f"   {each.seconds / 60:.0f} of {each.round.minutes} min{paused}", "dim"))
    for reason in each.reasons:
        out.print(Text(f"   {clean(reason)}"))


def _state(found: Debrief) -> Text:
    if found.mock.abandoned:
        return Text("abandoned", "dim")
    return Text("goes on", "yellow") if found.mock.is_open else _styled(found.overall.signal)


def _styled(signal: Signal | None) -> Text:
    return Text(_words(signal), "dim" if signal is None else STYLES[signal.passes])


def _words(signal: Signal | None) -> str:
    return "not judged" if signal is None else signal.words.lower()


def _as_json(found: Debrief) -> dict[str, Any]:
    mock, overall = found.mock, found.overall.signal
    return {
        "mock": mock.id,
        "loop": mock.loop,
        "title": mock.title,
        "started": mock.started.isoformat(),
        "finished": mock.finished.isoformat() if mock.finished else None,
        "abandoned": mock.abandoned.isoformat() if mock.abandoned else None,
        "signal": None if overall is None else overall.words,
        "reasons": list(found.overall.reasons),
        "paused_seconds": round(found.stood, 1),
        "weak": list(found.weak),
        "rounds": [
            {
                "round": each.round.round,
                "minutes": each.round.minutes,
                "seconds": round(each.seconds, 1),
                "signal": None if each.signal is None else each.signal.words,
                "share": each.share,
                "reasons": list(each.reasons),
            }
            for each in found.rounds
        ],
    }
