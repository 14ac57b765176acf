"""`sharpen doctor`: versions, paths, the state of the data, and which layers of isolation work on this machine."""

import platform
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import typer
from rich.text import Text

from sharpen import __version__
from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, marks, print_json
from sharpen.content.library import Library, bundled
from sharpen.domain.problem import PACKAGES, Profile
from sharpen.practice.settings import Settings
from sharpen.sandbox.doctor import Layer, layers
from sharpen.store.health import Sign
from sharpen.store.health import examine as examine_data

LABS = frozenset(Profile.LAB.packages) - set(Profile.SCIPY.packages) - {"sklearn"}
"""Packages that labs alone need; scikit-learn, whose package is called otherwise, is there in any case."""
SHOWN = (*sorted(PACKAGES - LABS - {"sklearn"}), "scikit-learn", "sqlalchemy", "starlette", "typer", *sorted(LABS))
OPTIONAL = "not installed; optional, for labs: pip install 'sharpen[labs]'"


def examine(as_json: AsJson = False) -> None:
    """Show versions, paths, the state of your data, and which layers of isolation work."""
    settings = Settings()
    data, found, paths, faults = _data(settings), layers(), _paths(settings), _content(settings)
    if as_json:
        document = {
            "versions": _versions(),
            "paths": paths,
            "data": [vars(sign) for sign in data],
            "layers": [vars(layer) for layer in found],
            "content": faults,
        }
        print_json({**document, "well": _well([*data, *found], faults)})
    else:
        _print(paths, [*data, *found], faults)
    raise typer.Exit(0 if _well([*data, *found], faults) else 1)


def _well(looked_at: Sequence[Layer | Sign], faults: list[str]) -> bool:
    return all(each.works for each in looked_at) and not faults


def _data(settings: Settings) -> list[Sign]:
    """The state of the data file; of another database, whether it can be opened."""
    if not settings.database_url:
        return examine_data(settings.data_file)
    from sharpen.store import StoreError, open_store  # late: it takes a while

    try:
        open_store(settings.data).close()
    except StoreError as problem:
        return [Sign("data", False, str(problem))]
    return [Sign("data", True, "SHARPEN_DATABASE_URL can be opened")]


def _versions() -> dict[str, str]:
    found = {"sharpen": __version__, "python": platform.python_version(), "system": platform.platform()}
    for package in SHOWN:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = OPTIONAL if package in LABS else "not installed"
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


def _print(paths: dict[str, str], looked_at: Sequence[Layer | Sign], faults: list[str]) -> None:
    out, (passed, failed) = console(), marks()
    for name, what in {**_versions(), **paths}.items():
        out.print(Text.assemble(Text(f"{name:<14}", "dim"), what))
    out.print()
    for each in looked_at:
        mark = Text(passed, "green") if each.works else Text(failed, "bold red")
        out.print(Text.assemble(mark, " ", Text(f"{each.name:<13}", "bold"), each.detail))
    for fault in faults:
        out.print(Text.assemble(Text(failed, "bold red"), " ", fault))
    out.print(
        Text("\nAll is well." if _well(looked_at, faults) else "\nNot everything works here; see the marks above.")
    )
