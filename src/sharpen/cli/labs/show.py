"""`sharpen lab show LAB`: what a lab's world is like and how a design is measured, as the page says it."""

from collections.abc import Iterator

from rich.markdown import Markdown

from sharpen.cli.terminal.arguments import Lab
from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.library import library
from sharpen.content.labs import LabTexts
from sharpen.domain.lab import Lab as LabTerms
from sharpen.domain.lab_terms import MAY, METHODS, measured
from sharpen.domain.prediction import NAMES
from sharpen.domain.problem import Profile, libraries
from sharpen.practice.errors import NoSuchLab


def show_lab(slug: Lab) -> None:
    """Say what the world is like, what its log has, what a design may use, and how it is measured."""
    labs = library().labs
    if slug not in labs:
        raise NoSuchLab(slug, labs)
    text = "\n".join(_lines(labs[slug], labs.texts(slug)))
    console().print(Markdown(text)) if console().is_terminal else print(text)


def _lines(lab: LabTerms, texts: LabTexts) -> Iterator[str]:
    """All of it, as Markdown that reads as plain text."""
    yield f"# {lab.title}\n\n{lab.summary}\n"
    yield f"## The world\n\n{texts.story}\n\n{texts.world}\n"
    yield f"## What runs today\n\n{texts.baseline}\n"
    yield "## What your design has\n"
    yield from (f"- `{method}`: {what}" for method, what in METHODS.items())
    yield f"\nIt may use {libraries(Profile.LAB.packages)}. {MAY}\n"
    yield "## How it is measured\n"
    yield from (f"- {name}: {what}" for name, what in measured(lab))
    yield "\n## What can be predicted\n"
    yield from (f"- `{name}`: {what}" for name, what in NAMES.items())
