"""`sharpen rehearse`: a story is told out loud against two minutes, and how it went brings it back in time."""

import sys
import time
from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.keys import CLOSED, Keys, keyboard
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.memory import Rating
from sharpen.domain.passage import Typed
from sharpen.domain.story import TARGET, Part, StorySummary
from sharpen.domain.story_counts import minutes
from sharpen.domain.telling import NOTE, WENT, Telling, Told
from sharpen.practice.errors import NoSuchStory
from sharpen.practice.ids import new_edit
from sharpen.practice.stories import matching, questions, stories, tellings
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

KEPT_EVERY = 10
"""Seconds after which the time so far is kept."""


def rehearse_story(
    story: Annotated[
        str,
        typer.Argument(metavar="[STORY]", help="Its id, or a part of its title.", show_default="told longest ago"),
    ] = "",
    question: Annotated[
        str, typer.Option(metavar="ID", help="The question to answer.", show_default="one that the story fits")
    ] = "",
) -> None:
    """Tell a story out loud: two minutes, how it went, and when it comes back."""
    if not sys.stdin.isatty():
        raise CommandError("A story is rehearsed at a terminal: the timer needs one.")
    with workspace() as ws:
        with ws.reading() as work:
            found = stories.meant(work, story) if story else _longest_ago(work)
            fit = matching.fitting(work.library.questions.values(), found.competencies, work.tellings.by_question())
            asked = questions.named(work, question).id if question else fit[0].id if fit else ""
            told = stories.find(work, found.id).told
        telling = tellings.begin(ws, found.id, asked)
        console().print(Text(clean(found.title), "bold"))
        if asked:
            console().print(Text(clean(ws.library.questions[asked].question)))
        console().print("Tell it out loud. Enter ends, s shows the story.", style="dim")
        with keyboard() as keys:
            telling = _tell(ws, telling, keys, told)
            _rate(ws, telling, keys)


def _longest_ago(work: Work) -> StorySummary:
    told = work.tellings.by_story()
    mine = list(work.stories.summaries().values())
    if not mine:
        raise NoSuchStory("There is no story to tell yet. `sharpen story new TITLE` begins one.")
    return min(mine, key=lambda one: told.get(one.id, Told()).last or matching.NEVER)


def _tell(ws: Workspace, telling: Telling, keys: Keys, told: dict[Part, str]) -> Telling:
    """Count the seconds until Enter; they are kept as they pass."""
    begun, kept, key = time.monotonic() - telling.seconds, 0, ""
    while key not in ("\n", CLOSED):
        seconds = time.monotonic() - begun
        over = seconds > TARGET.total_seconds()
        clock = f"{minutes(int(seconds))} of {minutes(TARGET.total_seconds())}"
        sys.stdout.write(f"\r\x1b[2K{clock}{', and on' if over else ''} ")
        sys.stdout.flush()
        if int(seconds) // KEPT_EVERY > kept:
            kept = int(seconds) // KEPT_EVERY
            tellings.spend(ws, telling.story, telling.id, seconds)
        key = keys.within(1 - seconds % 1)
        if key == "s":
            sys.stdout.write("\r\x1b[2K")
            for part, text in told.items():
                if text.strip():
                    console().print(Text.assemble((f"{part.capitalize()}: ", "bold"), clean(text)))
    sys.stdout.write("\n")
    return tellings.spend(ws, telling.story, telling.id, max(time.monotonic() - begun, 0.1))


def _rate(ws: Workspace, telling: Telling, keys: Keys) -> None:
    ways = "  ".join(f"{rating.value} {words}" for rating, words in WENT.items())
    console().print(f"How did it go?  {ways}  q not now", markup=False)
    key = ""
    while key not in ("1", "2", "3", "4", "q", CLOSED):
        key = keys.press()
    if key not in "1234":
        console().print("Not rated; it stays among its tellings.")
        return
    note = keys.line("A note for the next time (Enter for none): ")
    typed = Typed(NOTE, note, telling.note.version, new_edit()) if note.strip() else None
    tellings.rate(ws, telling.story, telling.id, int(key), note=typed)
    with ws.reading() as work:
        memory = tellings.memory_of(work, telling.story)
    if memory:
        console().print(f"{WENT[Rating(int(key))]}. It comes back on {memory.due:%Y-%m-%d}.", markup=False)
