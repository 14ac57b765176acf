"""Anki: cards out to an Anki package and in from one, with how well they are remembered."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sharpen.anki.package import BadPackage, Packed
from sharpen.domain.card import OWN, Brought, Card
from sharpen.domain.day import day_of
from sharpen.domain.image import Image, names_in
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.review import Standing
from sharpen.domain.topic import Topic
from sharpen.practice.cards.card import CardExercise
from sharpen.practice.errors import BadAnkiFile, NoSuchImage, NoSuchTopic, NothingToExport
from sharpen.practice.exchange import copies
from sharpen.practice.exercises import EXERCISES
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

CARDS = {kind: exercise for kind, exercise in EXERCISES.items() if isinstance(exercise, CardExercise)}
KINDS = tuple(CARDS)
"""The kinds that go to Anki: those that have two sides."""
LONGEST_TOPIC = 100
"""Bytes; the name of a deck that is longer is cut."""


@dataclass(frozen=True)
class Selection:
    """Which of the library's and the learner's own cards to export: those of these topics or
    rounds (none named: all), of these kinds.

    `met` leaves out cards that were never answered; without `schedule` every card is new in Anki.
    """

    topics: frozenset[str] = frozenset()
    rounds: frozenset[str] = frozenset()
    kinds: frozenset[ItemKind] = frozenset(KINDS)
    met: bool = False
    schedule: bool = True


@dataclass(frozen=True)
class Imported:
    """The result of importing a package: what happened to its cards."""

    added: int = 0
    updated: int = 0
    """Cards brought before, whose text or deck changed."""
    kept: int = 0
    """Cards brought before that are the same, and sharpen's own, which keep their text."""
    scheduled: int = 0
    """How many were reviewed in Anki later than here: what Anki knows of them counts now."""
    decks: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    """Sentences on what was not taken."""
    changed: int = 0
    """How many others were suspended, asked again, forgotten or given another day there later than here."""
    before: Path | None = field(default=None, compare=False)
    """A copy of the data as it was, if something was changed and the data is a file."""


@dataclass(frozen=True)
class Deck:
    """Cards brought from Anki; `id` is what a session asks for as its topic."""

    id: str
    title: str
    cards: int


def export(work: Work, path: Path, selection: Selection | None = None) -> int:
    """Write the selected cards to an .apkg and return their number.

    Written again over what Anki has, it updates: a card keeps its identity whatever becomes of its
    text. Cards that came from Anki are left out, they are there. A numeric card goes out as one of
    its instances, always the same.

    Raises NoSuchTopic, NothingToExport; OSError when the file cannot be written.
    """
    from sharpen.anki.writing import write

    packed = list(_packed(work, selection or Selection()))
    if not packed:
        raise NothingToExport("No cards match, so nothing was written. Choose more topics or kinds.")
    return write(path, packed)


def import_(ws: Workspace, path: Path, *, schedule: bool = True) -> Imported:
    """Bring in the cards of an .apkg or .colpkg: all of them or, when it raises BadAnkiFile, nothing.

    A card brought before is updated, not doubled. Of sharpen's own cards only the memory is taken,
    and of any card only where Anki reviewed or changed it later; without `schedule` (it is somebody else's) of none.
    Before anything is changed, a copy of the data is kept; raises StoreError when that cannot be.
    """
    from sharpen.anki.reading import read

    try:
        package = read(path)
    except BadPackage as problem:
        raise BadAnkiFile(str(problem)) from problem
    with ws.writing() as work:
        own = {item.id: item for item in card_pool.items(work) if not item.id.startswith(card_pool.BROUGHT)}
        known = [packed for packed in package.cards if packed.item in own]
        brought = [packed for packed in package.cards if not packed.item]
        images = package.images.items()
        work.images.put(*(Image(work.learner, name, data) for name, data in images))
        merged = _texts(work, brought)
        if merged.updated:
            _forget_images(work)
        items = [own[packed.item] for packed in known] + [_item(packed) for packed in brought]
        pairs = zip(items, [*known, *brought], strict=True)
        scheduled, changed = _schedules(work, pairs) if schedule else (0, 0)
        before = copies.keep(ws, "import") if merged.added or merged.updated or scheduled or changed else None
    gone = len(package.cards) - len(known) - len(brought)
    lost = (f"{gone} cards come from a sharpen with other content and are not in this one.",) if gone else ()
    return replace(
        merged,
        kept=merged.kept + len(known),
        scheduled=scheduled,
        changed=changed,
        before=before,
        decks=tuple(sorted({packed.deck for packed in brought})),
        left_out=(*package.left_out, *lost),
    )


def decks(work: Work) -> list[Deck]:
    """The decks that were brought, by name."""
    counts = work.cards.topics().items()
    return [Deck(topic, card_pool.deck_name(topic), n) for topic, n in counts if topic.startswith(card_pool.BROUGHT)]


def remove(ws: Workspace, deck: str) -> int:
    """Forget the cards of a deck and return their number. What is known of them returns if they are imported again."""
    if not deck.startswith(card_pool.BROUGHT):
        return 0
    with ws.writing() as work:
        removed = work.cards.remove_topic(deck)
        _forget_images(work)
        return removed


def image(work: Work, name: str) -> bytes:
    """An image on a card that was brought, as a file. Raises NoSuchImage."""
    found = work.images.get(name)
    if found is None:
        raise NoSuchImage(name)
    return found.data


def _forget_images(work: Work) -> None:
    """Forget the images that no card shows any more."""
    if names := work.images.names():
        shown = {name for card in work.cards.everything() for name in names_in(card.question + card.answer)}
        work.images.remove(names - shown)


def _packed(work: Work, selection: Selection) -> Iterator[Packed]:
    from sharpen.anki.writing import guid

    standings = {standing.item.id: standing for standing in work.memories.everything()}
    for topic in _topics(work, selection):
        of_round = f"{work.library.outline.rounds[topic.round]}::" if topic.round != OWN else ""
        deck = f"sharpen::{of_round}{topic.title}"
        for card in _cards(work, topic):
            standing = standings.get(card.id)
            memory = standing.memory if standing else None
            if card.kind not in selection.kinds or (selection.met and memory is None):
                continue
            packed = Packed(guid(card.id), 0, deck, *CARDS[card.kind].sides(card), item=card.id)
            if selection.schedule and standing:
                packed = replace(packed, memory=memory, suspended=standing.suspended)
            yield packed


def _cards(work: Work, topic: Topic) -> list[Card]:
    if topic.round == OWN:
        return [mine.card() for mine in work.cards.of_topic(topic.id)]
    return work.library.cards.of_topic(topic.id)


def _topics(work: Work, selection: Selection) -> list[Topic]:
    """Those of the library, and the learner's own deck; what came from Anki is there."""
    known = {topic.id: topic for topic in card_pool.outline(work) if topic.round != card_pool.BROUGHT}
    for wanted in selection.topics:
        if wanted not in known:
            raise NoSuchTopic(wanted, known)
    everything = not selection.topics and not selection.rounds
    wanted_ids, rounds = selection.topics, selection.rounds
    return [topic for topic in known.values() if everything or topic.id in wanted_ids or topic.round in rounds]


def _brought(work: Work, packed: Packed, now: datetime) -> Brought:
    return Brought(work.learner, _id(packed), _topic(packed.deck), now, packed.question, packed.answer)


def _item(packed: Packed) -> Item:
    return Item(_id(packed), ItemKind.RECALL, _topic(packed.deck))


def _id(packed: Packed) -> str:
    """An id with a digest of the note's identity, which may hold any character, in any number."""
    return f"{card_pool.BROUGHT}{hashlib.sha256(packed.guid.encode()).hexdigest()[:24]}-{packed.place}"


def _topic(deck: str) -> str:
    topic = card_pool.BROUGHT + deck
    if len(topic.encode()) <= LONGEST_TOPIC:
        return topic
    digest = hashlib.sha256(deck.encode()).hexdigest()[:6]
    return topic.encode()[: LONGEST_TOPIC - 10].decode(errors="ignore") + f"…{digest}"


def _texts(work: Work, packed: list[Packed]) -> Imported:
    now = datetime.now(UTC)
    theirs = {card.id: card for card in (_brought(work, each, now) for each in packed)}
    mine = work.cards.of_ids(theirs)
    new = [card for card in theirs.values() if card.id not in mine]
    changed = [card for card in theirs.values() if card.id in mine and mine[card.id].card() != card.card()]
    work.cards.put(*new, *changed)
    return Imported(len(new), len(changed), len(theirs) - len(new) - len(changed))


def _schedules(work: Work, pairs: Iterable[tuple[Item, Packed]]) -> tuple[int, int]:
    """Take over what Anki knows of items where it is the later; how many were reviewed there, and changed by hand."""
    theirs = {item.id: (item, packed) for item, packed in pairs}
    mine = work.memories.of_items(theirs)
    reviewed, changed = [], []
    for item, packed in theirs.values():
        here = mine.get(item.id, Standing(work.learner, item))
        after = _moved(_reviewed(here, packed), packed)
        new = item.id not in mine and after != here
        if new or (after.memory and (here.memory is None or after.memory.last > here.memory.last)):
            reviewed.append(after)
        elif after != here:
            changed.append(after)
    work.memories.put(*reviewed, *changed)
    return len(reviewed), len(changed)


def _reviewed(here: Standing, packed: Packed) -> Standing:
    """A standing with the memory that a later review in Anki led to."""
    if packed.memory is None or (here.memory and packed.memory.last <= here.memory.last):
        return here
    return replace(here, memory=packed.memory, buried_until=None)


def _moved(here: Standing, packed: Packed) -> Standing:
    """A standing with what was done by hand in Anki later than anything here: forgotten, moved, suspended or not."""
    since, memory = here.since, here.memory
    if memory and packed.moved and packed.moved > (since or packed.moved):
        if packed.memory is None:
            here = replace(here, memory=None, changed=packed.moved)
        elif day_of(packed.memory.due) != day_of(memory.due):
            here = replace(here, memory=replace(memory, due=packed.memory.due), changed=packed.moved)
    later = since is None or (packed.changed is not None and packed.changed > since)
    if packed.suspended != here.suspended and later:
        here = replace(here, suspended=packed.suspended, changed=packed.changed)
    return here
