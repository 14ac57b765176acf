"""`sharpen lab start LAB`: a design to begin with, and a file for predictions."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from sharpen.cli.labs.files import PREDICTIONS
from sharpen.cli.terminal.arguments import Lab
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import library
from sharpen.domain.prediction import NAMES
from sharpen.files.whole import create
from sharpen.practice.errors import NoSuchLab

HEADER = """# sharpen lab: {slug}
# `sharpen lab show {slug}` says what its world is like, and how this is measured.
"""
FORMS = "lift > 0    p99 < 20 ms    score = 40 ± 10    lift between 1 % and 4 %"


def start_lab(
    slug: Lab,
    file: Annotated[
        Path | None, typer.Option("--file", "-o", help="Where to write the design.", show_default="LAB.py here")
    ] = None,
) -> None:
    """Write LAB.py with the baseline, and LAB-predictions.txt. Never overwrites a file."""
    labs = library().labs
    if slug not in labs:
        raise NoSuchLab(slug, labs)
    path = file or Path(f"{slug}.py")
    if path.is_dir():
        path = path / f"{slug}.py"
    beside = path.with_name(f"{path.stem}{PREDICTIONS}")
    try:
        create(path, HEADER.format(slug=slug) + labs.starter(slug))
    except FileExistsError:
        raise CommandError(
            f"{path} is there already, and nothing was written. Run it with `sharpen lab run {path}`, or start again "
            f"in another file with `sharpen lab start {slug} --file NAME.py`."
        ) from None
    with suppress(FileExistsError):  # what was predicted there stays
        create(beside, _blank())
    print(f"Wrote {path} and {beside}. Write down what you expect, change the design, then: sharpen lab run {path}")


def _blank() -> str:
    """A file for predictions that says how to write them."""
    names = "\n".join(f"#   {name:<13} {what}" for name, what in NAMES.items())
    return f"# Predictions, one a line, before the run: {FORMS}\n# What can be predicted:\n{names}\n"
