"""`sharpen review [TOPIC]`: the session of the day, by keyboard alone."""

import sys
import time
from typing import Annotated

import typer

from sharpen.cli.day.card_view import RATINGS, print_help, print_outcome, print_points, print_question, print_ratings
from sharpen.cli.day.keymap import DONT_KNOW, LETTERS, NEXT, Way, way_of
from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.keys import CLOSED, REDRAW, Keys, keyboard
from sharpen.cli.terminal.library import complete_topic
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.practice.day import session as use
from sharpen.practice.day.listing import advice_on
from sharpen.practice.day.session_view import Front, Progress
from sharpen.practice.day.subject import DRILL, OWN, PLACEMENT
from sharpen.practice.errors import BadAnswer, NothingToTakeBack, NotInFront
from sharpen.practice.items.asked import Asked
from sharpen.practice.workspace import Workspace

ECHO = 0.5
"""Seconds in which Enter or Space is not meant twice: a key held down, or one that would have answered elsewhere."""


def hold_session(
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC",
            show_default="what is due today",
            help="All cards of one topic.",
            autocompletion=complete_topic,
        ),
    ] = "",
    more: Annotated[bool, typer.Option("--more", help="Ten more minutes, when today's are done.")] = False,
) -> None:
    """Review what is due today, card by card. Stop at any time; it resumes where you were."""
    with workspace() as ws:
        again = more and topic in ("", *OWN)
        front = use.more(ws, topic) if again else use.resume(ws, topic)
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            _print_waiting(front.progress.left, front.progress.minutes, topic)
        elif front.asked:
            with keyboard() as keys:
                Sitting(ws, keys, topic).hold(front)
        else:
            _done(front.progress.rated, topic)


def _print_waiting(left: int, minutes: float, topic: str) -> None:
    if left:
        waiting = f"{counted(left, 'item is', 'items are')} waiting, about {counted(max(round(minutes), 1), 'minute')}."
        print(f"{waiting} Run `{_command(topic)}` in a terminal,\nor `sharpen serve` for the browser.")
    else:
        print("Nothing is left to review today.")


def _done(rated: int, topic: str) -> None:
    if topic == DRILL.id:
        what = f"Done: {counted(rated, 'statement')} drilled." if rated else "Every statement was drilled today."
        _say(f"{what} `sharpen drill --more` adds ten, `sharpen drill --scores` shows what you recognize.")
        return
    if topic == PLACEMENT.id:
        _say(f"Done: {counted(rated, 'question')} answered. `sharpen placement --more` asks twenty more.")
        return
    if topic and not rated:
        _say(f"No card of {topic} can be asked now: there are none, or they are suspended, or buried until tomorrow.")
        return
    what = f"Done for today: {rated} reviewed." if rated else "Nothing is due today."
    _say(f"{what} `sharpen review --more` adds ten minutes, `sharpen plan` shows what comes next.")


def _command(topic: str) -> str:
    """What begins this sitting again."""
    return f"sharpen {topic}" if topic in OWN else f"sharpen review {topic}".rstrip()


def _say(words: str) -> None:
    console().print(f"\n{words}", markup=False)


class Sitting:
    """One sitting at the keyboard: shows the item in front and does what the keys say until it is done."""

    def __init__(self, ws: Workspace, keys: Keys, topic: str) -> None:
        self._ws, self._keys, self._topic = ws, keys, topic
        self._shown = time.monotonic()
        self._last, self._answered_at_once = ("", 0.0), False

    def hold(self, front: Front) -> None:
        """Go on until nothing is left, or the learner stops."""
        while (asked := front.asked) is not None:
            self._show(asked, front.progress)
            try:
                key = self._ask(asked)
                if key == REDRAW:
                    front = use.resume(self._ws, self._topic)
                    continue
                if key == "q":
                    _say(f"Stopped; every answer is kept. `{_command(self._topic)}` resumes at this card.")
                    return
                front = self._act(asked, key)
            except NotInFront as problem:
                _say(str(problem))
                front = use.resume(self._ws, self._topic)  # at four in the morning another session begins
        _done(front.progress.rated, self._topic)

    def _show(self, asked: Asked, progress: Progress) -> None:
        self._shown = time.monotonic()
        print_question(asked, progress)
        if asked.memory and asked.memory.leech:
            lapsed = f"Forgotten {asked.memory.lapses} times. {advice_on(asked.kind)}"
            console().print(lapsed, style="yellow")
        print_outcome(asked)

    def _ask(self, asked: Asked) -> str:
        """Until the item is to be left: the command that leaves it, such as "1" to "4", "u" or "q"."""
        now = asked
        while True:
            if now.judged is None and asked.elsewhere is None:
                key, now = self._answer(now)
                if not key:
                    continue
            else:
                key = self._press()
            command = self._command(now, key)
            if command == "?":
                print_help(_command(self._topic))
            elif command == "e":
                self._note(now)
            elif command in ("u", "s", "b", "q", REDRAW):
                return command
            elif now.judged is None:
                if asked.elsewhere and key in ("1", "\n"):
                    return key
            elif RATINGS.get(key) in now.judged.ratings:
                return key
            elif key == "\n":
                return str(int(now.judged.suggested))
            elif now.judged.points:
                now = self._tick(now, key)

    def _press(self) -> str:
        """The next key that is meant: Enter or Space that only echoes the key before is left out."""
        while True:
            before, then = self._last
            key = self._keys.press()
            now = time.monotonic()
            self._last = key, now
            if key not in NEXT or now - then > ECHO or not (key == before or self._answered_at_once):
                self._answered_at_once = False
                return key

    def _command(self, asked: Asked, key: str) -> str:
        """What a key commands, in small letters. A letter that chooses or ticks commands only with Shift."""
        if key == CLOSED:
            return "q"
        letters = LETTERS[: len(asked.judged.points)] if asked.judged else way_of(asked.kind).letters(asked)
        return "" if key in letters else key.lower()

    def _answer(self, asked: Asked) -> tuple[str, Asked]:
        """Keys until there is an answer or a command; the key that commands, or nothing, and the item then."""
        way, chosen, typed = way_of(asked.kind), list[int](), ""
        while True:
            key = self._press()
            place = "123456789".find(key) if key.isdigit() else LETTERS.find(key)
            if way.types(key, typed):
                typed += key
            elif key in "\x7f\b":
                chosen, typed = chosen[:-1], typed[:-1]
            elif asked.options and 0 <= place < len(asked.options):
                chosen = [each for each in chosen if each != place] if place in chosen else [*chosen, place]
            elif key not in ("\n", DONT_KNOW):
                return key, asked
            self._echo(chosen, typed, way)
            at_once = way.at_once(asked, chosen)
            if not at_once and not (key in NEXT and way.answers(asked, key, chosen, typed)):
                if key == "\n" or (key == DONT_KNOW and chosen):
                    _say(way.wanted(chosen))
                    self._echo(chosen, typed, way)
                continue
            self._answered_at_once = at_once
            chosen = way.whole(asked, chosen)
            try:
                answered = use.answer(self._ws, asked.key, places=chosen, typed=typed, topic=self._topic).asked or asked
            except BadAnswer as problem:
                _say(str(problem))
                self._echo(chosen, typed, way)
                continue
            print_outcome(answered)
            return "", answered

    def _echo(self, chosen: list[int], typed: str, way: Way) -> None:
        """What was typed or chosen so far, in the line where the cursor is."""
        so_far = typed or " ".join(map(way.label, chosen))
        print(f"\r\x1b[2K> {so_far}" if so_far else "\r\x1b[2K", end="", flush=True)

    def _tick(self, asked: Asked, key: str) -> Asked:
        place = LETTERS.find(key)
        if asked.judged is None or not 0 <= place < len(asked.judged.points):
            return asked
        ticks = set(asked.judged.given.places) ^ {place}
        asked = use.answer(self._ws, asked.key, places=sorted(ticks), topic=self._topic).asked or asked
        if asked.judged:
            print()
            print_points(asked.judged)
            print_ratings(asked)
        return asked

    def _note(self, asked: Asked) -> None:
        if asked.note:
            _say(f"Your note so far: {asked.note}")
        words = self._keys.line("\nWhat is wrong with this card? (empty: nothing changes) ")
        if words.strip():
            use.note(self._ws, asked.key, words, self._topic)
            print("Noted.")

    def _act(self, asked: Asked, key: str) -> Front:
        """Leave the item in front as the key says; the session then."""
        if key == "u":
            try:
                return use.step_back(self._ws, self._topic)
            except NothingToTakeBack as problem:
                front = use.resume(self._ws, self._topic)
                _say(str(problem) if front.progress.can_undo else "Nothing to undo.")
                return front
        if key == "s":
            _say("Suspended.")
            return use.suspend(self._ws, asked.key, self._topic)
        if key == "b":
            _say("Not today.")
            return use.bury(self._ws, asked.key, self._topic)
        if key == "\n":
            return use.resume(self._ws, self._topic)
        took = time.monotonic() - self._shown
        return use.rate(self._ws, asked.key, RATINGS[key], seconds=took, topic=self._topic)
