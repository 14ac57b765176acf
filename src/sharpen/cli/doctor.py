"""`sharpen doctor`: versions, paths, and which layers of isolation work on this machine."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import typer
from rich.text import Text

from sharpen import __version__
from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, marks, print_json
from sharpen.content.library import Library, bundled
from sharpen.domain.problem import PACKAGES
from sharpen.practice.settings import Settings
from sharpen.sandbox.doctor import Layer, layers

SHOWN = (*sorted(PACKAGES), "scikit-learn", "sqlalchemy", "starlette", "typer")


def examine(as_json: AsJson = False) -> None:
    """Show versions, paths and which layers of isolation work."""
    settings = Settings()
    found, paths, faults = layers(), _paths(settings), _content(settings)
    if as_json:
        document = {
            "versions": _versions(),
            "paths": paths,
            "layers": [{"name": layer.name, "works": layer.works, "detail": layer.detail} for layer in found],
            "content": faults,
        }
        print_json({**document, "well": _well(found, faults)})
    else:
        _print(paths, found, faults)
    raise typer.Exit(0 if _well(found, faults) else 1)


def _well(layers: list[Layer], faults: list[str]) -> bool:
    return all(layer.works for layer in layers) and not faults


def _versions() -> dict[str, str]:
    found = {"sharpen": __version__, "python": platform.python_version(), "system": platform.platform()}
    for package in SHOWN:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found


def _paths(settings: Any) -> dict[str, str]:
    return {
        "python": sys.executable,
        "data": "SHARPEN_DATABASE_URL" if settings.database_url else str(settings.data_file),
        "content": str(bundled()),
        **{f"content {number}": str(folder) for number, folder in enumerate(settings.content, 2)},
    }


def _content(settings: Any) -> list[str]:
    return [str(fault) for fault in Library.open(settings.content).broken]


def _print(paths: dict[str, str], layers: list[Layer], faults: list[str]) -> None:
    out, (passed, failed) = console(), marks()
    for name, what in {**_versions(), **paths}.items():
        out.print(Text.assemble(Text(f"{name:<14}", "dim"), what))
    out.print()
    for layer in layers:
        mark = Text(passed, "green") if layer.works else Text(failed, "bold red")
        out.print(Text.assemble(mark, " ", Text(f"{layer.name:<13}", "bold"), layer.detail))
    for fault in faults:
        out.print(Text.assemble(Text(failed, "bold red"), " ", fault))
    out.print(Text("\nAll is well." if _well(layers, faults) else "\nNot everything works here; see the marks above."))
