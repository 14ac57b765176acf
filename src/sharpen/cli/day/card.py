"""`sharpen card`: cards of one's own; make one, list them, edit one, delete one and bring it back."""

from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.card import OWN
from sharpen.domain.counting import counted
from sharpen.practice.cards import own

Id = Annotated[str, typer.Argument(metavar="ID", help="The id of a card, or as much of it as no other begins with.")]
Question = Annotated[str, typer.Argument(metavar="QUESTION", help="What it asks, in Markdown.")]
Answer = Annotated[str, typer.Argument(metavar="ANSWER", help="What it answers, in Markdown.")]


def new_card(question: Question, answer: Answer) -> None:
    """Make a card of your own of a question and its answer."""
    with workspace() as ws:
        card = own.make(ws, question, answer)
    console().print(Text(f"Made: {clean(card.question)} ({card.id.removeprefix(OWN)})."))


def list_cards(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Only cards on which these words stand.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the cards of your own."""
    with workspace() as ws, ws.reading() as work:
        wanted = words.lower().split()
        found = work.cards.with_words(wanted) if wanted else None
        mine = [card for card in own.everything(work) if found is None or card.id in found]
    if as_json:
        rows = [{"id": card.id, "question": card.question, "answer": card.answer} for card in mine]
        print_json({"cards": rows})
        return
    if not mine:
        console().print("No card of your own is here. `sharpen card new QUESTION ANSWER` makes one.", markup=False)
        return
    shown = table("id", "question", "answer")
    for card in mine:
        shown.add_row(card.id.removeprefix(OWN), Text(clean(card.question)), Text(clean(card.answer)))
    with paged():
        console().print(shown)
        console().print(f"{counted(len(mine), 'card')}.", markup=False)


def edit_card(
    card: Id,
    question: Annotated[str | None, typer.Option(help="Its new question.")] = None,
    answer: Annotated[str | None, typer.Option(help="Its new answer.")] = None,
) -> None:
    """Change the question or the answer of a card of your own; what you know of it stays."""
    if question is None and answer is None:
        raise CommandError("Nothing to change: add --question TEXT, --answer TEXT, or both.")
    with workspace() as ws:
        with ws.reading() as work:
            found = own.named(work, card)
        texts = (question if question is not None else found.question, answer if answer is not None else found.answer)
        after = own.edit(ws, found.id, *texts, since=found.updated)
    console().print(Text("Nothing was changed." if after == found else f"Kept: {clean(after.question)}."))


def delete_card(
    card: Id, undo: Annotated[bool, typer.Option("--undo", help="Bring a deleted card back.")] = False
) -> None:
    """Delete a card of your own; --undo brings it back."""
    with workspace() as ws:
        with ws.reading() as work:
            found = own.named(work, card)
        after = own.bring_back(ws, found.id) if undo else own.delete(ws, found.id)
    console().print(Text(f"{'It is back' if undo else 'Deleted'}: {clean(after.question)}."))
