from collections.abc import Sequence
from typing import Any

END = ""
"""The key by which a node says that a piece ends there; no letter is empty."""


def tokenize(pieces: Sequence[str], text: str) -> list[tuple[str, bool]]:
    """Cut a text greedily into the longest pieces of a vocabulary.

    Parameters
    ----------
    pieces : list of str
        The vocabulary; no piece is empty.
    text : str

    Returns
    -------
    list of tuple
        The parts in order, each with whether it is a piece; unknown letters next to each other are one part.

    Notes
    -----
    A trie of nested dicts: from each place one walk down, as far as the text goes along with any piece, and the last
    end that was passed counts. O(p + t m) for p letters in pieces of at most m, and t of text.
    """
    root: dict[str, Any] = {}
    for piece in pieces:
        node = root
        for letter in piece:
            node = node.setdefault(letter, {})
        node[END] = {}
    parts: list[tuple[str, bool]] = []
    start = unknown = 0
    while start < len(text):
        stop = _longest(root, text, start)
        if stop is None:
            start += 1
            continue
        if unknown < start:
            parts.append((text[unknown:start], False))
        parts.append((text[start:stop], True))
        start = unknown = stop
    if unknown < start:
        parts.append((text[unknown:], False))
    return parts


def _longest(root: dict[str, Any], text: str, start: int) -> int | None:
    """Where the longest piece that begins at a place stops; None if none begins there."""
    node, found = root, None
    for place in range(start, len(text)):
        node = node.get(text[place])
        if node is None:
            break
        if END in node:
            found = place + 1
    return found
