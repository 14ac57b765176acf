"""Looking, as a page or a command does it."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from sharpen.practice import Workspace
from sharpen.practice.work import Work

P, Found = ParamSpec("P"), TypeVar("Found")


def look(ws: Workspace, ask: Callable[Concatenate[Work, P], Found], *given: P.args, **named: P.kwargs) -> Found:
    """What a use case finds, asked in a transaction of its own."""
    with ws.reading() as work:
        return ask(work, *given, **named)
