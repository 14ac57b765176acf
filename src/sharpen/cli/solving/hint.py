"""`sharpen hint PROBLEM`: one hint at a time, counted."""

from typing import Annotated

import typer

from sharpen.cli.terminal.arguments import AsJson, Slug
from sharpen.cli.terminal.console import print_json
from sharpen.cli.terminal.markdown import print_markdown
from sharpen.cli.terminal.workspace import workspace
from sharpen.practice.solving.hints import count_shown, show_next


def show_hint(
    slug: Slug,
    again: Annotated[bool, typer.Option("--again", help="Show only the hints you have seen.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show the next hint of a problem. Hints seen are counted."""
    with workspace() as ws:
        with ws.reading() as work:
            before = count_shown(work, slug)
        now = before if again else show_next(ws, slug)
        hints = ws.library.problems.hints(slug)
    shown = hints[:now] if again or now == before else hints[before:now]
    if as_json:
        print_json({"problem": slug, "hints": shown, "seen": now, "of": len(hints)})
        return
    if again and not before:
        print(f"You have not seen a hint for {slug} yet. `sharpen hint {slug}` shows the first.")
        return
    for text in shown:
        print_markdown(text)
    if now == len(hints):
        print(f"\nThose are all the hints. `sharpen solution {slug} --show-me` shows the solution.")
    else:
        print(f"\n{now} of {len(hints)} hints seen.")
