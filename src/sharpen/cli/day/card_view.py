"""A card on the terminal: the question, and the result of the answer."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TypeVar

from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sharpen.cli.day.keymap import LETTERS, way_of
from sharpen.cli.terminal.console import console, marks
from sharpen.cli.terminal.formulas import unformatted
from sharpen.cli.terminal.markdown import print_markdown
from sharpen.cli.terminal.printable import clean
from sharpen.domain.memory import Rating
from sharpen.practice.day.session_view import Progress
from sharpen.practice.items.asked import Asked, Judged, Marked

T = TypeVar("T")


def print_question(asked: Asked, progress: Progress) -> None:
    """The line on top, and the question with its options."""
    out = console()
    state = "again" if asked.again else "new" if asked.memory is None else ""
    topic = "Which pattern?" if asked.hides_topic and asked.judged is None else clean(asked.topic_title)
    facts = [topic, state, f"{progress.left} left", f"about {_minutes(progress.minutes)}"]
    out.print()
    out.print(Rule(Text(" · ".join(filter(None, facts)), "dim"), style="dim", align="left"))
    way = way_of(asked.kind)
    if way.heading(asked):
        out.print(Text(way.heading(asked), "bold"))
    print_markdown(asked.question)
    if asked.elsewhere:
        _print_note(asked)
    if asked.options:
        rows = [(way.label(place), inline(option)) for place, option in enumerate(asked.options)]
        for name, part in _parts(asked, rows):
            out.print(Text(f"\n{name}" if name else "", "bold"))
            _print_rows(part)
    out.print(Text(f"{way.help(asked)}  ? helps.", "dim"))


def print_outcome(asked: Asked) -> None:
    """The result of the answer, and what each rating would do."""
    judged, out = asked.judged, console()
    if judged is None:
        return
    passed, failed = marks()
    out.print()
    if judged.right is not None:
        verdict = Text(f"{passed} Right", "bold green") if judged.right else Text(f"{failed} Not right", "bold red")
        if judged.answer:
            answer = f": {judged.answer} {judged.decimal}".rstrip() + f" {judged.unit}".rstrip()
            typed = f" (you: {judged.given.typed.strip()})" if judged.given.typed and not judged.right else ""
            verdict.append(clean(answer + typed), "default")
        out.print(verdict)
    for name, part in _parts(asked, judged.options):
        if name:
            out.print(Text(f"\n{name}", "bold"))
        _print_options([option for option in part if not name or option.right or option.chosen or option.why])
    _print_steps(judged)
    if judged.explanation:
        print_markdown(judged.explanation)
    if judged.next:
        out.print(Text(f"Solve it: sharpen start {judged.next.path.rpartition('/')[2]}", "dim"))
    if judged.points:
        print_points(judged)
        out.print(Text("Tick what you said, by letter.", "dim"))
        if judged.misconceptions:
            out.print(Text("\nDid you say any of these? They are wrong.", "yellow"))
            _print_rows([("-", inline(wrong)) for wrong in judged.misconceptions])
        out.print()
    if judged.right is None:
        print_markdown(judged.answer)
    _print_note(asked)
    print_ratings(asked)


def _print_note(asked: Asked) -> None:
    """The learner's note: of a card with the answer, which it may give away."""
    if asked.note:
        console().print(Text(f"Your note: {clean(asked.note)}", "yellow"))


def _parts(asked: Asked, options: Sequence[T]) -> Iterator[tuple[str, Sequence[T]]]:
    """What belongs to the options of each part, with the part's name; all of it without a name where there are none."""
    if not asked.parts:
        yield "", options
    for number, part in enumerate(asked.parts):
        yield part.name, [option for place, option in enumerate(options) if asked.part_of(place) == number]


def _print_options(options: Sequence[Marked]) -> None:
    passed, failed = marks()
    for option in options:
        mark = Text(passed, "green") if option.right else Text(failed, "red" if option.chosen else "dim")
        style = "bold" if option.chosen else ""
        yours = ("  (your answer)", "dim") if option.chosen else ""
        _print_rows([(mark, Text.assemble((inline(option.text), style), yours, "\n", (inline(option.why), "dim")))])


def _print_steps(judged: Judged) -> None:
    """The steps in their right order, and where the learner had those that were elsewhere."""
    for number, (step, had) in enumerate(zip(judged.steps, judged.had, strict=True), 1):
        yours = (f"  (you had it at {had})", "red") if had not in (None, number) else ""
        _print_rows([(str(number), Text.assemble(inline(step), yours))])


def print_points(judged: Judged) -> None:
    """The points of a rubric, those ticked marked."""
    rows = []
    for place, point in enumerate(judged.points):
        ticked = place in judged.given.places
        rows.append((f"{LETTERS[place]} [{'x' if ticked else ' '}]", inline(point)))
    _print_rows(rows)


def print_ratings(asked: Asked) -> None:
    """The four ratings with the time each puts the card off, and the one to suggest."""
    if asked.judged is None or asked.intervals is None:
        return
    parts = []
    for rating, wait in asked.intervals.items():
        style = "bold" if rating is asked.judged.suggested else "dim"
        until = "soon" if rating is Rating.AGAIN else waiting(wait)
        parts.append(Text(f"{int(rating)} {rating.name.lower()} {until}", style))
    line = Text("   ").join(parts)
    console().print(Text.assemble("\n", line, (f"   Enter: {int(asked.judged.suggested)}", "dim")))


def print_help(resume: str) -> None:
    """Every key; `resume` is the command that goes on after a stop."""
    _print_rows(
        [
            ("Space", "reveal the answer, also of a question you cannot answer; check what is chosen"),
            ("1-4", "after the answer: again, hard, good, easy; Enter takes the one suggested"),
            ("1-9 a-z", "choose an option, order steps, tick the points you said"),
            ("U", "undo: the answer, then the step before it, as often as you like"),
            ("E", "note what is wrong with this card; it stays with the card"),
            ("S", "suspend: never ask this again"),
            ("B", "bury: not today"),
            ("Q", f"stop; `{resume}` resumes at this card"),
            ("", "Where small letters choose, tick or are text, use Shift for U, E, S, B and Q."),
        ]
    )


def waiting(wait: timedelta) -> str:
    """A time until the next review, short: 1 d, 3 w, 5 mo, 2.1 y."""
    days = wait / timedelta(days=1)
    for size, name in ((365, "y"), (61, "mo"), (21, "w")):
        if days >= size:
            unit = {"y": 365, "mo": 30.4, "w": 7}[name]
            return f"{days / unit:.1f} {name}" if name == "y" else f"{days / unit:.0f} {name}"
    return f"{max(days, 1):.0f} d"


def inline(text: str) -> str:
    """A short Markdown text in plain characters."""
    return clean(re.sub(r"\*\*(.+?)\*\*|`([^`]+)`|(?<!\w)\*([^*\s][^*]*)\*", _plain, unformatted(text)).strip())


def _plain(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None)


def _print_rows(rows: Sequence[tuple[str | Text, str | Text]]) -> None:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for head, body in rows:
        table.add_row(
            Text(head, "bold") if isinstance(head, str) else head, Text(body) if isinstance(body, str) else body
        )
    console().print(table)


def _minutes(minutes: float) -> str:
    return f"{minutes:.0f} min" if minutes >= 1 else "a minute"


RATINGS = {str(int(rating)): rating for rating in Rating}
"""The rating of each key."""
