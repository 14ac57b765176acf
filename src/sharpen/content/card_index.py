"""Decks: the cards of topic folders, read when they are asked for and kept until their files change."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sharpen.content import json_cache
from sharpen.content.cards import read_cards
from sharpen.content.errors import ContentError
from sharpen.domain.card import Card
from sharpen.domain.item import Item, ItemKind

Names = list[tuple[str, str]]
"""The id and the kind of every card of a folder."""
FILES = ("cards.md", "cards.py")


class Decks:
    """Reads the cards of folders, each once as long as its files stay the same.

    What cards there are is remembered in the file `index` from run to run: a session that chooses
    among thousands of cards reads, and runs, only those it asks.
    """

    def __init__(self, index: Path | None = None) -> None:
        self._index = index
        self._known: dict[str, Any] | None = None
        self._changed = False
        self._of: tuple[tuple[str, Path, str], ...] = ()
        self._items: dict[str, Item] = {}
        self._read: dict[Path, tuple[str, list[Card], list[ContentError]]] = {}

    def cards(self, room: Path) -> tuple[list[Card], list[ContentError]]:
        """Every card of a topic folder, and what is wrong with those left out."""
        stamp = _stamp(room)
        known = self._read.get(room)
        if known is None or known[0] != stamp:
            known = (stamp, *read_cards(room)) if stamp else (stamp, [], [])
            self._read[room] = known
        return known[1], known[2]

    def items(self, rooms: Sequence[tuple[str, Path]]) -> dict[str, Item]:
        """Every card of these topics and their folders as an item, by id; nothing is read that was read before."""
        stamps = tuple((topic, room, _stamp(room)) for topic, room in rooms)
        if stamps != self._of:
            found: dict[str, Item] = {}
            for topic, room, stamp in stamps:
                for card_id, kind in self._names(room, stamp) if stamp else ():
                    found.setdefault(card_id, Item(card_id, ItemKind(kind), topic))
            self._keep()
            self._of, self._items = stamps, found
        return self._items

    def _names(self, room: Path, stamp: str) -> Names:
        remembered = self._remembered()
        known = remembered.get(str(room))
        if known and known[0] == stamp:
            return list(known[1])
        names = [(card.id, str(card.kind)) for card in self.cards(room)[0]]
        remembered[str(room)] = [stamp, names]
        self._changed = True
        return names

    def _remembered(self) -> dict[str, Any]:
        if self._known is None:
            self._known = json_cache.load(self._index)
        return self._known

    def _keep(self) -> None:
        if self._index is not None and self._known is not None and self._changed:
            self._changed = False
            json_cache.keep(self._index, self._known)


def _stamp(room: Path) -> str:
    """Changes whenever a file of cards does; empty without any."""
    parts = []
    for name in FILES:
        with contextlib.suppress(FileNotFoundError):
            state = os.stat(f"{room}/{name}")
            parts.append(f"{name}:{state.st_mtime_ns}:{state.st_size}")
    return " ".join(parts)
