"""`sharpen recording list`, `save` and `delete`: what you recorded in the browser, as files, and away."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.replacing import refuse_to_replace
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.domain.recording import Recording
from sharpen.files.whole import replacing
from sharpen.practice import recordings
from sharpen.practice.errors import BadText, NoSuchRecording
from sharpen.practice.work import Work

Id = Annotated[str, typer.Argument(metavar="ID", help="The id of a recording, or the end of it that no other has.")]


def list_recordings(as_json: AsJson = False) -> None:
    """List what you recorded in the browser, the latest first."""
    with workspace() as ws, ws.reading() as work:
        found = work.recordings.listed()
    if as_json:
        print_json({"recordings": [asdict(recording) for recording in found]})
        return
    if not found:
        console().print("Nothing is recorded yet. `sharpen serve` opens the pages where you can.")
        return
    shown = table("id", "recorded", "length", "belongs to", "size")
    for one in found:
        length = f"{one.seconds // 60:.0f}:{one.seconds % 60:02.0f}"
        made = f"{one.made.astimezone():%Y-%m-%d %H:%M}"
        shown.add_row(one.id, made, length, Text(clean(one.of)), f"{one.size / 1000:,.0f} KB")
    console().print(shown)
    console().print(f"{counted(len(found), 'recording')}. `sharpen recording save ID` writes one to a file.")


def save_recording(
    recording: Id,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="Where to write it.", show_default="a name with its date"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write a recording to a file that any player plays."""
    with workspace() as ws, ws.reading() as work:
        found, data = recordings.sound(work, _found(work, recording).id)
    to = file or Path(found.file_name)
    if not force:
        refuse_to_replace(to)
    with replacing(to) as unfinished:
        unfinished.touch(0o600)  # as the data file: for its owner alone
        unfinished.write_bytes(data)
    console().print(f"Wrote {to}.", markup=False)


def delete_recording(recording: Id) -> None:
    """Delete a recording for good."""
    with workspace() as ws:
        with ws.reading() as work:
            found = _found(work, recording)
        recordings.remove(ws, found.id)
    console().print(f"Deleted for good: {found.id}.", markup=False)


def _found(work: Work, end: str) -> Recording:
    """The one recording whose id ends so. Raises NoSuchRecording, BadText."""
    alike = [each for each in work.recordings.listed() if end and each.id.endswith(end)]
    if not alike:
        raise NoSuchRecording(end)
    if len(alike) > 1:
        raise BadText(f"The ids of {len(alike)} recordings end with {end!r}. Give more of it.")
    return alike[0]
