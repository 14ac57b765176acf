"""`sharpen question list` and `show`: what is asked in the behavioral round, and what an answer is listened to for."""

from typing import Annotated, Any

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.library import complete_competency, complete_question
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.behavioral import Question
from sharpen.practice import search
from sharpen.practice.stories import questions


def list_questions(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="Only those that have these words.", show_default="all"),
    ] = None,
    competency: Annotated[
        str,
        typer.Option(
            help="Only those whose answers can show this, such as ownership.", autocompletion=complete_competency
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List the questions of the behavioral round by what they ask for."""
    with workspace() as ws, ws.reading() as work:
        found = questions.chosen(work, search.questions(work, " ".join(words or ())), competency)
        competencies = work.library.questions.competencies
    if as_json:
        print_json({"questions": [_as_json(one) for listed in found.values() for one in listed]})
        return
    if not found:
        console().print("No question matches.")
        return
    rows = table("question", "asked")
    for main, listed in found.items():
        rows.add_row(Text(clean(competencies[main].title), "bold"))
        for one in listed:
            rows.add_row(Text(f"  {one.id}"), Text(clean(one.question)))
    with paged():
        console().print(rows)
        console().print("\n`sharpen question show QUESTION` says what is really asked, with signs and follow-ups.")


def show_question(
    question: Annotated[
        str,
        typer.Argument(
            metavar="QUESTION",
            help="The question, such as own-mistake; `sharpen question list` shows all.",
            autocompletion=complete_question,
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """Show what a question really asks, signs of a good and of a bad answer, and what is asked next."""
    with workspace() as ws, ws.reading() as work:
        found, competencies = questions.named(work, question), work.library.questions.competencies
    if as_json:
        print_json(_as_json(found))
        return
    out = console()
    out.print(Text(clean(found.question), "bold"))
    out.print(Text(", ".join(clean(competencies[one].title) for one in found.competencies), "dim"))
    out.print(Text(f"\n{clean(found.seeks)}"))
    for title, lines in (("Good signs", found.good), ("Bad signs", found.bad), ("Asked next", found.follow_ups)):
        out.print(Text(f"\n{title}", "bold"))
        for line in lines:
            out.print(Text(f"- {clean(line)}"))


def _as_json(question: Question) -> dict[str, Any]:
    return {
        "question": question.id,
        "asked": question.question,
        "competencies": list(question.competencies),
        "seeks": question.seeks,
        "good": list(question.good),
        "bad": list(question.bad),
        "follow_ups": list(question.follow_ups),
    }
