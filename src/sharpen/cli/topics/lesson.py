"""`sharpen lesson TOPIC`: the lesson of a topic, to read before its cards and problems."""

from typing import Annotated

import typer

from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import complete_topic, library
from sharpen.cli.terminal.markdown import print_markdown
from sharpen.cli.terminal.pager import paged
from sharpen.content.library import Library
from sharpen.practice.errors import NoSuchTopic


def show_lesson(
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC",
            help="The topic, such as roc-curve; `sharpen content stats` shows all.",
            autocompletion=complete_topic,
        ),
    ],
) -> None:
    """Show the lesson of a topic: one screen, with further reading."""
    found = library()
    if topic not in {each.id for each in found.outline}:
        raise NoSuchTopic(topic, (each.id for each in found.outline))
    text = found.lessons.text(topic)
    if text is None:
        raise CommandError(f"The lesson of {topic} is not written yet. `sharpen content stats` shows which are.")
    with paged():
        _print(found, topic, text)


def _print(found: Library, topic: str, text: str) -> None:
    print_markdown(text)
    readings = [f"- {reading.title}, {reading.note} <{reading.url}>" for reading in found.lessons.readings(topic)]
    if readings:
        print_markdown("\n".join(["", "## Readings", "", *readings]))
    cards, problems = len(found.cards.of_topic(topic)), found.problems.of_topic(topic)
    out = console()
    if out.is_terminal and cards:
        out.print(f"\n[dim]`sharpen review {topic}` asks its {cards} cards.[/]")
    if out.is_terminal and problems:
        out.print(f"[dim]To code: {', '.join(problem.slug for problem in problems)}.[/]")
