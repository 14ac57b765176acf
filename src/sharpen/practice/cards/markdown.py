"""Markdown put together of short texts, for the two sides of a card."""

from collections.abc import Sequence


def paragraphs(*parts: str) -> str:
    """The parts that are not empty, each a paragraph."""
    return "\n\n".join(part.strip() for part in parts if part.strip())


def bullets(texts: Sequence[str]) -> str:
    """A list with a bullet before each text."""
    return _list(["- "] * len(texts), texts)


def numbered(texts: Sequence[str]) -> str:
    """A list with a number before each text."""
    return _list([f"{number}. " for number in range(1, len(texts) + 1)], texts)


def _list(heads: Sequence[str], texts: Sequence[str]) -> str:
    """What follows the first line of a text is indented, and so stays part of it."""
    return "\n".join(head + text.replace("\n", "\n" + " " * len(head)) for head, text in zip(heads, texts, strict=True))
