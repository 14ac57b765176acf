"""`sharpen lesson [TOPIC]`: the lesson of a topic, to read before its cards and problems; or which there are."""

from dataclasses import asdict
from typing import Annotated

import typer

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import complete_topic, library
from sharpen.cli.terminal.markdown import print_markdown
from sharpen.cli.terminal.pager import paged
from sharpen.content.library import Library
from sharpen.domain.counting import counted
from sharpen.practice.errors import NoSuchTopic


def show_lesson(
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC",
            help="The topic, such as roc-curve.",
            show_default="the list of lessons",
            autocompletion=complete_topic,
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show the lesson of a topic, or which lessons there are."""
    found = library()
    if not topic:
        _list(found, as_json=as_json)
        return
    if topic not in {each.id for each in found.outline}:
        raise NoSuchTopic(topic, (each.id for each in found.outline))
    text = found.lessons.text(topic)
    if text is None:
        raise CommandError(f"The lesson of {topic} is not written yet. `sharpen lesson` lists those that are.")
    if as_json:
        readings = [asdict(reading) for reading in found.lessons.readings(topic)]
        problems = [problem.slug for problem in found.problems.of_topic(topic)]
        print_json({"topic": topic, "lesson": text, "readings": readings, "problems": problems})
        return
    with paged():
        _print(found, topic, text)


def _list(found: Library, *, as_json: bool) -> None:
    """The topics that have a lesson, by round, with what else there is of them."""
    written = [topic for topic in found.outline if found.lessons.exists(topic.id)]
    if as_json:
        print_json({"topics": [{"topic": topic.id, "title": topic.title, "round": topic.round} for topic in written]})
        return

    from rich.text import Text  # late, as is all that a lesson does without

    from sharpen.cli.terminal.table import table

    rows, above = table("topic", "", ">cards", ">problems"), ""
    for topic in written:
        if topic.round != above:
            above = topic.round
            rows.add_row(Text(found.outline.rounds[above], "bold"))
        counts = len(found.cards.of_topic(topic.id)), len(found.problems.of_topic(topic.id))
        rows.add_row(Text(f"  {topic.id}"), Text(topic.title), *(str(count or "-") for count in counts))
    out = console()
    with paged():
        out.print(rows)
        out.print("\n`sharpen lesson TOPIC` shows one, `sharpen review TOPIC` asks its cards.", style="dim")


def _print(found: Library, topic: str, text: str) -> None:
    print_markdown(text)
    readings = [f"- {reading.title}, {reading.note} <{reading.url}>" for reading in found.lessons.readings(topic)]
    if readings:
        console().print()
        print_markdown("\n".join(["## Readings", "", *readings]))
    cards, problems = len(found.cards.of_topic(topic)), found.problems.of_topic(topic)
    out = console()
    if out.is_terminal and cards:
        out.print(f"\n[dim]`sharpen review {topic}` asks its {counted(cards, 'card')}.[/]")
    if out.is_terminal and problems:
        out.print(f"[dim]To code: {', '.join(problem.slug for problem in problems)}.[/]")
