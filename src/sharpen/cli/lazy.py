"""Commands that are imported when they are run or asked for their own help; listing them imports nothing."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand

Function = Callable[..., None]


class LazyCommand(TyperCommand):
    """Stands in a list of commands for one that is not imported yet; calling its callback imports that."""

    def loaded(self) -> Any:
        """The command itself."""
        assert self.callback is not None
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(self.name)(self.callback())
        return typer.main.get_command(app)

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """The context of the command itself, in which it parses its arguments, runs, completes and shows help."""
        return self.loaded().make_context(*args, **kwargs)


def add_command(app: typer.Typer, name: str, target: str, summary: str) -> None:
    """Add the command that `target`, as "module:function", defines; `summary` is its line in the list of commands."""

    def imported() -> Function:
        module, _, function = target.partition(":")
        found: Function = getattr(import_module(module), function)
        return found

    app.command(name, cls=LazyCommand, help=summary)(imported)
