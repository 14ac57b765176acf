"""Cards: those of every topic, read when they are asked for and kept until their files change."""

import contextlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sharpen.content.cards import read_cards
from sharpen.domain.card import Card
from sharpen.domain.item import Item, ItemKind
from sharpen.files import json_cache

Names = list[tuple[str, str]]
"""The id and the kind of every card of a folder."""
FILES = ("cards.md", "cards.py")


class Cards:
    """The cards of topics by the topics' folders, each read once as long as its files stay the same.

    Where two folders define the same card the first one counts; a card with a fault is left out.
    What cards there are is remembered in the file `index` from run to run: a session that chooses
    among thousands of cards reads, and runs, only those it asks.
    """

    def __init__(self, folders: Mapping[str, Sequence[Path]], index: Path | None = None) -> None:
        self._folders = folders
        self._index = index
        self._known: dict[str, Any] | None = None
        self._changed = False
        self._of: tuple[tuple[str, Path, str], ...] = ()
        self._items: dict[str, Item] = {}
        self._read: dict[Path, tuple[str, list[Card]]] = {}

    def __getitem__(self, card_id: str) -> Card:
        for card in self.of_topic(card_id.partition("/")[0]):
            if card.id == card_id:
                return card
        raise KeyError(card_id)

    def of_topic(self, topic_id: str) -> list[Card]:
        """The cards of a topic in the order of its files. Raises KeyError for a topic that does not exist."""
        cards: dict[str, Card] = {}
        for folder in self._folders[topic_id]:
            for card in self._cards(folder):
                cards.setdefault(card.id, card)
        return list(cards.values())

    def index(self) -> dict[str, Item]:
        """Every card there is as an item, by id and in the outline's order; no card is read for it a second time."""
        places = [(topic, folder) for topic, folders in self._folders.items() for folder in folders]
        stamps = tuple((topic, folder, _stamp(folder)) for topic, folder in places)
        if stamps != self._of:
            items: dict[str, Item] = {}
            for topic, folder, stamp in stamps:
                for card_id, kind in self._names(folder, stamp) if stamp else ():
                    items.setdefault(card_id, Item(card_id, ItemKind(kind), topic))
            self._keep()
            self._of, self._items = stamps, items
        return self._items

    def item(self, card_id: str) -> Item | None:
        """One card as an item, as `index` has it; None if there is none."""
        topic = card_id.partition("/")[0]
        for folder in self._folders.get(topic, ()):
            stamp = _stamp(folder)
            if kind := dict(self._names(folder, stamp)).get(card_id) if stamp else None:
                return Item(card_id, ItemKind(kind), topic)
        return None

    def _cards(self, folder: Path) -> list[Card]:
        stamp = _stamp(folder)
        known = self._read.get(folder)
        if known is None or known[0] != stamp:
            known = (stamp, read_cards(folder)[0] if stamp else [])
            self._read[folder] = known
        return known[1]

    def _names(self, folder: Path, stamp: str) -> Names:
        remembered = self._remembered()
        known = remembered.get(str(folder))
        if known and known[0] == stamp:
            return list(known[1])
        names = [(card.id, str(card.kind)) for card in self._cards(folder)]
        remembered[str(folder)] = [stamp, names]
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


def _stamp(folder: Path) -> str:
    """Changes whenever a file of cards does; empty without any."""
    parts = []
    for name in FILES:
        with contextlib.suppress(FileNotFoundError):
            state = os.stat(f"{folder}/{name}")
            parts.append(f"{name}:{state.st_mtime_ns}:{state.st_size}")
    return " ".join(parts)
