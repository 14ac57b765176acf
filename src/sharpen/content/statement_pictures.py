"""The picture beside a statement: what the problem's picture.py draws of the model solution's answer."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sharpen.checks.calls import Call
from sharpen.checks.check import apart
from sharpen.checks.standard import Standard
from sharpen.checks.trusted import run
from sharpen.domain.verdict import Kind

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FILE = "picture.py"
SOURCES = (FILE, "solution.py", "checks.py")
"""What decides how it looks."""
NAME = "statement"
"""What it is called among the pictures that are kept."""
SHOW = re.compile(r"^SHOW = ", re.MULTILINE)
"""How picture.py names a case of its own."""
SHOWS_METHOD = re.compile(r"^SHOWS_METHOD = True$", re.MULTILINE)
"""How it says that who sees it knows how the problem is solved."""


def draws(folder: Path) -> str:
    """What a problem draws of a right answer: "example", or "show" for a case to be looked at; empty for nothing."""
    text = _text(folder)
    return ("show" if SHOW.search(text) else "example") if text else ""


def beside_statement(folder: Path) -> str:
    """The same of what it draws for those who have not solved it yet."""
    return "" if SHOWS_METHOD.search(_text(folder)) else draws(folder)


def draw(figure: "Figure", folder: Path) -> None:
    """Draw the model solution's answer on a figure. Raises whatever the files of the problem raise."""
    from sharpen.checks import diagrams

    own, solution = run(folder / FILE), run(folder / "solution.py")
    (case,) = Standard().prepare([own.get("SHOW") or _example(folder, solution)], solution)
    figure.set_layout_engine("constrained")
    with diagrams.beside_statement():
        own["draw"](figure, case.call, case.expected, case.expected)


def _example(folder: Path, solution: dict[str, Any]) -> Call:
    """The call of the statement's example. Raises StopIteration for a problem without one."""
    check = next(check for check in run(folder / "checks.py")["CHECKS"] if check.kind is Kind.EXAMPLE)
    return apart(check, check.prepare(solution)[0])[0].call


def _text(folder: Path) -> str:
    try:
        return (folder / FILE).read_text("utf-8")
    except OSError:
        return ""
