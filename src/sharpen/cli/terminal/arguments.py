"""Arguments that several commands take."""

from enum import StrEnum
from typing import Annotated

import typer

from sharpen.cli.terminal.library import complete_lab, complete_slug

Slug = Annotated[
    str,
    typer.Argument(
        metavar="PROBLEM", help="The problem, such as k-means; `sharpen list` shows all.", autocompletion=complete_slug
    ),
]


class Package(StrEnum):
    """What an answer may be written with, where a problem leaves the choice."""

    NUMPY = "numpy"
    TORCH = "torch"


AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")]
OfProblem = Annotated[
    str,
    typer.Option(
        metavar="PROBLEM",
        help="The problem it answers.",
        show_default="found from the file",
        autocompletion=complete_slug,
    ),
]
"""The option `--problem`, for a file whose name and header do not say."""
Lab = Annotated[
    str,
    typer.Argument(
        metavar="LAB",
        help="The lab, such as ads-click-ranking; `sharpen lab list` shows all.",
        autocompletion=complete_lab,
    ),
]
OfLab = Annotated[
    str,
    typer.Option(
        "--lab",
        metavar="LAB",
        help="The lab it is for.",
        show_default="found from the file",
        autocompletion=complete_lab,
    ),
]
