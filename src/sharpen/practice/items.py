"""Items: looking one up, and lists of those that are suspended, noted on, or lapse again and again."""

from dataclasses import dataclass

from sharpen.domain.review import Standing
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Listed:
    """An item in a list. `title` is its question or the problem's title; empty when the content no longer has it."""

    standing: Standing
    title: str
    note: str = ""
    advice: str = ""
    """For a leech: what to do with it."""


def suspended(ws: Workspace) -> list[Listed]:
    """Every suspended item, by topic."""
    raise NotImplementedError


def leeches(ws: Workspace) -> list[Listed]:
    """Every item with eight lapses or more, the worst first, with advice."""
    raise NotImplementedError


def noted(ws: Workspace) -> list[Listed]:
    """Every item with a note, the newest first."""
    raise NotImplementedError


def suspend(ws: Workspace, item: str) -> None:
    """Do not ask an item any more. Raises NoSuchItem."""
    raise NotImplementedError


def take_back(ws: Workspace, item: str) -> None:
    """Ask a suspended (or buried) item again. Raises NoSuchItem."""
    raise NotImplementedError


def note(ws: Workspace, item: str, text: str) -> None:
    """Keep a note on an item; an empty text deletes it. Raises NoSuchItem, BadText."""
    raise NotImplementedError
