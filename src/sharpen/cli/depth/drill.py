"""`sharpen drill PROJECT`: a deep dive at the keyboard, line by line, and the map of how deep it went."""

import shlex
import sys
import time
from collections.abc import Sequence

from rich.text import Text

from sharpen.cli.depth.depth_view import print_map, print_review
from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.keys import CLOSED, REDRAW, Keys, keyboard
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.dive import GAP, NEXT, USUAL, Answer, Dive, How, Question, visits
from sharpen.domain.passage import Typed
from sharpen.domain.project import Project
from sharpen.practice.depth import dives, projects
from sharpen.practice.errors import NotInFront
from sharpen.practice.ids import new_edit
from sharpen.practice.workspace import Workspace

HOWS = {"1": How.STRONG, "2": How.PARTIAL, "3": How.STUCK}
KEYS = "1 strong, 2 partly, 3 stuck; a add to it, u back to the last answer, f finish, q stop"


def dive_in(project: str, minutes: int | None, first: str, *, show_map: bool) -> None:
    """Hold a deep dive into a project, or show its map."""
    with workspace() as ws:
        with ws.reading() as work:
            found = projects.named(work, project)
            if show_map:
                print_map(dives.map_of(work, found, work.dives.summaries(found.id)))
                return
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise CommandError(
                f"A dive needs a terminal to type in. Run `sharpen drill {shlex.quote(project)}` there, or "
                "`sharpen serve` for the browser; `--map` shows the map anywhere."
            )
        dive = dives.start(ws, found.id, USUAL if minutes is None else minutes, first)
        with keyboard() as keys:
            Interview(ws, keys, found).hold(dive)


class Interview:
    """One sitting at the keyboard: asks until the dive is over or the candidate stops."""

    def __init__(self, ws: Workspace, keys: Keys, project: Project) -> None:
        self._ws, self._keys, self._project = ws, keys, project
        self._began, self._before = time.monotonic(), 0.0

    def hold(self, dive: Dive) -> None:
        """Go on until it is over; then tick points, and show the map."""
        self._began, self._before = time.monotonic(), dive.seconds
        out = console()
        out.print(Text("Type each answer line by line; an empty line ends it.", "dim"))
        while dive.finished is None:
            question = dive.front
            if question is None:
                dive = dives.finish(self._ws, self._project.id, dive.id, self._seconds)
                break
            self._show(dive, question)
            dive = self._type(dive, question)
            after = self._word(dive, question)
            if after is None:
                out.print("\nStopped; every answer is kept. The same command goes on at this question.")
                return
            dive = after
        out.print(Text("\nThe dive is over. Tick what your answers had.", "bold"))
        self._tick(dive)
        with self._ws.reading() as work:
            dive = dives.find(work, self._project.id, dive.id)
            print_review(work, dive, dives.broken(work, dive))
            print_map(dives.map_of(work, self._project, work.dives.summaries(self._project.id)))
        address = f"/projects/{self._project.id}/dives/{dive.id}"
        out.print(f"With your answers, to read or print: `sharpen serve`, then {address}", markup=False)

    @property
    def _seconds(self) -> float:
        """The time worked in all."""
        return self._before + time.monotonic() - self._began

    def _show(self, dive: Dive, question: Question) -> None:
        out = console()
        minutes = max(0.0, 60 * dive.minutes - self._seconds) / 60
        if question.answer.why and question.follows is None:
            ladder = self._ws.library.ladders.get(question.answer.ladder)
            title = ladder.title if ladder else question.answer.ladder
            out.print(Text.assemble("\n", (clean(title), "bold"), f", {clean(question.answer.why)}"))
        out.print(Text(f"\n{minutes:.0f} min left", "dim"))
        out.print(Text(clean(question.text), "bold"))

    def _type(self, dive: Dive, question: Question) -> Dive:
        """The dive with the lines that were typed: each is kept at once. An empty line, or Ctrl+D, ends."""
        if text := dive.text(question.name):
            console().print(Text(clean(text)))
        while line := self._keys.line("> ").rstrip():
            here = dive.passage(question.name)
            text = f"{here.text.rstrip()}\n{line}".lstrip()
            typed = Typed(question.name, text, here.version, new_edit())
            dive = dives.save(self._ws, self._project.id, dive.id, typed, seconds=self._seconds)
            if dive.text(question.name) != text:
                console().print("This answer was changed elsewhere; what you typed is put aside, and in the browser.")
        return dive

    def _word(self, dive: Dive, question: Question) -> Dive | None:
        """The dive after a word on how it went, or another key; None to stop."""
        console().print(Text(KEYS, "dim"))
        project, seconds = self._project.id, self._seconds
        while True:
            key = self._keys.press().lower()
            if key in ("q", CLOSED):
                dives.save(self._ws, project, dive.id, seconds=seconds)
                return None
            if key == "f":
                return dives.finish(self._ws, project, dive.id, seconds)
            if key == "u":
                return dives.back(self._ws, project, dive.id)
            if key in ("a", REDRAW):
                return dive
            if key in HOWS:
                try:
                    return dives.say(self._ws, project, dive.id, question.name, HOWS[key], seconds)
                except NotInFront:
                    with self._ws.reading() as work:
                        return dives.find(work, project, dive.id)

    def _tick(self, dive: Dive) -> None:
        """Ask which points each answer had; q leaves the rest for another time."""
        out = console()
        for answer in (each for visit in visits(dive.answers) for each in visit.said if each.rung != GAP):
            with self._ws.reading() as work:
                rung = dives.rung_of(work, answer.name)
            if rung is None or answer.ticked is not None:
                continue
            out.print(Text(f"\n{clean(rung.question)}", "bold"))
            self._show_answers(dive, answer)
            for number, point in enumerate(rung.points, 1):
                out.print(Text(f"  {number}  {clean(point)}"))
            out.print(Text(clean("  Weak: " + " ".join(rung.weak)), "dim"))
            points = self._points(len(rung.points))
            if points is None:
                return
            dives.tick(self._ws, self._project.id, dive.id, answer.name, points)

    def _show_answers(self, dive: Dive, answer: Answer) -> None:
        """What was answered to a question and to what followed it, so that points are ticked by it."""
        out, follow_up = console(), answer.name + NEXT
        if text := dive.text(answer.name).strip():
            out.print(Text(clean(text), "cyan"))
        if follow_up in dive.questions:
            out.print(Text(clean(dive.questions[follow_up]), "bold"))
        if text := dive.text(follow_up).strip():
            out.print(Text(clean(text), "cyan"))
        with self._ws.reading() as work:
            comes_to = dives.comes_to(work, dive, answer)
        if comes_to:
            out.print(Text(clean(f"It comes to: {comes_to}")))

    def _points(self, most: int) -> Sequence[int] | None:
        """The numbers that are typed, from 0; none for 0, and None to stop."""
        while True:
            typed = self._keys.line("  Which? Such as 1 3; 0 for none, q to stop: ").replace(",", " ").split()
            if not typed or typed == ["q"]:
                return None
            if typed == ["0"]:
                return []
            if all(each.isascii() and each.isdecimal() and 1 <= int(each) <= most for each in typed):
                return [int(each) - 1 for each in typed]
            console().print(f"  Type numbers from 1 to {most}, with a space between them.")
