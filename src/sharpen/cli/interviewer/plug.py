"""`sharpen interviewer`: where the interviewer is, what it may cost, and whether it answers."""

import os
import sys
from getpass import getpass
from typing import Annotated

import typer

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.workspace import workspace
from sharpen.practice.interviewer import plugging
from sharpen.practice.interviewer.asking import Consent, Preview
from sharpen.practice.interviewer.plugging import Status


def show_interviewer(as_json: AsJson = False) -> None:
    """Show where the interviewer is, what was spent today, and what is sent without asking."""
    with workspace() as ws, ws.reading() as work:
        here = plugging.status(ws, work)
    if as_json:
        print_json(
            {
                "url": here.url,
                "model": here.model,
                "key": here.key_set,
                "budget": here.budget,
                "used_today": here.day.tokens,
                "sent_without_asking": [kind.value for kind in here.agreed],
                "works": here.works,
                "wrong": here.wrong,
            }
        )
    else:
        _print(here)


def _print(here: Status) -> None:
    if here.wrong:
        print(clean(here.wrong))
        return
    if here.endpoint is None:
        print("No interviewer is plugged in, and nothing here needs one. `sharpen interviewer set` plugs one in.")
        return
    source = f" ({', '.join(here.from_environment)} from the environment)" if here.from_environment else ""
    print(clean(f"{here.model} at {here.url}{source}"))
    print("A key is set." if here.key_set else "No key is set.")
    print(f"{here.day.tokens:,} of today's {here.budget:,} tokens are used, in {here.day.requests} requests.")
    agreed = ", ".join(kind.purpose.lower() for kind in here.agreed)
    print(f"Sent without asking: {agreed}." if agreed else "Every kind of request is shown before it is sent.")
    if here.open_to_others and not here.allowed:
        print("Nothing is sent: the address is neither encrypted nor on this machine. `--allow-open` allows it.")
    if here.how_to_install:
        print(f"It needs one more package: {here.how_to_install}")


def set_interviewer(
    url: Annotated[
        str | None,
        typer.Option("--url", metavar="URL", help="The base URL, such as http://127.0.0.1:8080/v1; empty: none."),
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", metavar="MODEL", help="The model, by the name the server has for it.")
    ] = None,
    key: Annotated[
        bool, typer.Option("--key", help="Ask for the key, or take it from SHARPEN_LLM_KEY, and keep it.")
    ] = False,
    no_key: Annotated[bool, typer.Option("--no-key", help="Remove the key.")] = False,
    budget: Annotated[
        int | None, typer.Option("--budget", metavar="TOKENS", help="Tokens a day, after which nothing is sent.")
    ] = None,
    allow_open: Annotated[
        bool, typer.Option("--allow-open", help="Send to an http address elsewhere, where others can read along.")
    ] = False,
    ask_again: Annotated[bool, typer.Option("--ask-again", help="Show every request again before it is sent.")] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Unplug it: forget address, model and key.")] = False,
) -> None:
    """Plug an interviewer in: set its address, its model, its key and the tokens it may take a day.

    A key is never an argument, which other programs could read: it is asked for, or taken from SHARPEN_LLM_KEY.
    """
    with workspace() as ws:
        if forget:
            plugging.forget(ws)
        secret = "" if no_key else _key() if key else None
        if not all(each is None for each in (url, model, secret, budget)) or allow_open:
            plugging.change(ws, url=url, model=model, key=secret, budget=budget)
        if allow_open:
            plugging.allow_open(ws)
        if ask_again:
            plugging.ask_again(ws)
        with ws.reading() as work:
            here = plugging.status(ws, work)
    _print(here)


def _key() -> str:
    """The key, from the environment or typed where nobody sees it."""
    if found := os.environ.get("SHARPEN_LLM_KEY"):
        return found
    if not sys.stdin.isatty():
        raise CommandError("There is no terminal to type a key in. Put it into SHARPEN_LLM_KEY. Nothing was changed.")
    return getpass("Key (not shown): ")


def try_interviewer(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Send it without showing it first.")] = False,
) -> None:
    """Ask the interviewer whether it is ready; what that sends is shown first, and holds nothing of yours."""
    with workspace() as ws:
        found = plugging.test(ws, Consent())
        if isinstance(found, Preview):
            if not yes:
                print(clean(f"This would be sent to {found.endpoint.url}:\n{found.body}"))
                if not sys.stdin.isatty():
                    raise CommandError("Nothing was sent. Add --yes to send it.")
                typer.confirm("Send it?", abort=True)
            found = plugging.test(ws, Consent(found.seen))
        if isinstance(found, Preview):
            raise CommandError("The settings changed meanwhile, so nothing was sent. Try again.")
    print(clean(found))
