"""`sharpen check --watch`: a file judged on every save, with keys for a hint, the next problem, and the end."""

import shlex
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from rich.rule import Rule
from rich.text import Text

from sharpen.cli.solving import submission
from sharpen.cli.solving.judging import judged, judged_as_json
from sharpen.cli.solving.saves import Saved, events
from sharpen.cli.solving.start import begin
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError, report
from sharpen.cli.terminal.keys import CLOSED, REDRAW, keyboard
from sharpen.cli.terminal.markdown import print_markdown
from sharpen.domain.attempt import Origin
from sharpen.domain.verdict import Verdict
from sharpen.practice.errors import PracticeError
from sharpen.practice.solving.attempts import up_next
from sharpen.practice.solving.hints import count_shown, show_next
from sharpen.practice.workspace import Workspace


def watch(ws: Workspace, file: Path, problem: str, *, as_json: bool) -> int:
    """Judge a file now and on every save, until Q or Ctrl+C; the exit status that the last verdict gives."""
    watched = Watch(ws, file, problem, as_json=as_json)
    try:
        with _keys(quiet=as_json) as wait:
            watched.hold(wait)
    except KeyboardInterrupt:
        print()
    return 2 if watched.verdict is None else int(not watched.verdict.accepted)


@contextmanager
def _keys(*, quiet: bool) -> Iterator[Callable[[float], str]]:
    """What waits some seconds for a key; where there is no keyboard, for none."""
    if quiet or not (sys.stdin.isatty() and sys.stdout.isatty()):

        def sleep(seconds: float) -> str:
            time.sleep(seconds)
            return ""

        yield sleep
        return
    with keyboard() as keys:
        yield keys.within


class Watch:
    """The watch over one file, and over the next when the learner goes on."""

    def __init__(self, ws: Workspace, file: Path, problem: str, *, as_json: bool) -> None:
        self._ws, self._file, self._problem, self._as_json = ws, file, problem, as_json
        self._by_key = not as_json and sys.stdin.isatty() and sys.stdout.isatty()
        self._runs = 0
        self.verdict: Verdict | None = None

    def hold(self, wait: Callable[[float], str]) -> None:
        """Until the learner stops, or their terminal is closed."""
        file: Path | None = None
        while file != self._file:
            file = self._file
            for event in events(file, wait):
                if isinstance(event, Saved):
                    self._judge(event.text)
                elif event in ("q", "Q", CLOSED):
                    return
                elif event in ("h", "H"):
                    self._hint()
                elif event in ("n", "N"):
                    self._go_on()
                elif event != REDRAW:
                    continue
                self._say_what_next()
                if file != self._file:
                    break

    def _judge(self, source: str) -> None:
        """One save: on a terminal it alone is on the screen, with its number and the time."""
        self._runs += 1
        out, began = console(), time.monotonic()
        if out.is_terminal and not self._as_json:
            out.clear()
        if not self._as_json:
            out.print(Rule(Text(f"{datetime.now():%H:%M:%S}, run {self._runs}", "dim"), style="dim", align="left"))
        try:
            slug = self._slug(source)
            if self._as_json:
                document = judged_as_json(self._ws, source, slug, origin=Origin.WATCH)
                print_json(document)
                self.verdict = Verdict(document["verdict"])
                return
            each = not out.is_terminal
            self.verdict = judged(self._ws, self._file, source, slug, origin=Origin.WATCH, each=each)
            out.print(Text(f"Run {self._runs} took {time.monotonic() - began:.1f} s.", "dim"))
        except (CommandError, PracticeError) as error:
            self.verdict = None
            report(error)

    def _slug(self, source: str) -> str:
        return self._problem or submission.recognize(self._file, source, self._ws.library.problems)

    def _say_what_next(self) -> None:
        if self._as_json:
            return
        keys = "H hint, N next problem, Q quit." if self._by_key else "Ctrl+C stops."
        print(f"\nWatching {self._file}: every save is judged. {keys}", flush=True)

    def _hint(self) -> None:
        """One more hint, or all again once there is no other."""
        try:
            slug = self._slug(submission.read(self._file))
            with self._ws.reading() as work:
                before = count_shown(work, slug)
            now, hints = show_next(self._ws, slug), self._ws.library.problems.hints(slug)
        except (CommandError, PracticeError) as error:
            report(error)
            return
        for text in hints[before:now] or hints:
            print_markdown(text)
        print(f"\n{now} of {len(hints)} hints seen.")

    def _go_on(self) -> None:
        """Go on to the next problem once this one is accepted, in a file beside this one."""
        if self.verdict is None or not self.verdict.accepted:
            print("\nNot accepted yet; N goes on to the next problem once it is.")
            return
        slug = self._slug(submission.read(self._file))
        with self._ws.reading() as work:
            following = up_next(work, slug)
        if following is None:
            print("\nEvery problem is solved. `sharpen review` keeps them in mind.")
            return
        file = self._file.with_name(f"{following}.py")
        if not file.exists():
            begin(self._ws.library, following, file)
        self._file, self._problem, self._runs, self.verdict = file, "", 0, None
        print(f"\nNext: {following}. Open {shlex.quote(str(file))} in your editor; the task is at its top.")
