"""The library: every problem and lesson there is, found on disk and read as needed."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sharpen.content import readings
from sharpen.content.card_index import Decks
from sharpen.content.errors import ContentError
from sharpen.content.example import example
from sharpen.content.outline import joined, read_outline
from sharpen.content.readings import Reading
from sharpen.content.schema import read_problem
from sharpen.content.sections import sections
from sharpen.content.starter import derive
from sharpen.content.toml_cache import Remembered
from sharpen.domain.card import Card
from sharpen.domain.item import Item
from sharpen.domain.problem import Difficulty, Problem
from sharpen.domain.topic import Outline, Topic

DECIDING = ("problem.toml", "solution.py", "checks.py")
"""The files that decide a verdict; a problem's version is a digest of them."""

NEEDED = (*DECIDING, "statement.md")
"""The files without which a problem cannot be shown and judged."""


@dataclass(frozen=True)
class Library:
    """What content folders hold. Problems are known from the start; texts are read when asked for.

    `problems` are in the outline's order of topics, easy ones first. Every method raises KeyError
    for a problem or topic that does not exist. Faults are in `broken`; a problem with a fault is
    left out, and the rest is there.
    """

    outline: Outline
    problems: dict[str, Problem]
    broken: list[ContentError] = field(default_factory=list)
    _folders: dict[str, Path] = field(default_factory=dict)
    _rooms: dict[str, list[Path]] = field(default_factory=dict)
    _decks: Decks = field(default_factory=Decks, compare=False)

    @classmethod
    def open(cls, extra: Sequence[Path] = (), index: Path | None = None) -> "Library":
        """The content that came with sharpen, and folders of the same shape added to it.

        `index` is a file in which what was read is remembered, so that the next time is faster.
        """
        return read_library([bundled(), *extra], index)

    def folder(self, slug: str) -> Path:
        """Where the problem's files are."""
        return self._folders[slug]

    def statement(self, slug: str) -> str:
        """The task, in Markdown, without a title."""
        return self._text(slug, "statement.md")

    def example(self, slug: str) -> str:
        """What the statement's example runs: a few lines that end with a call; empty if it shows none."""
        return example(self.statement(slug), self.problems[slug].entry)

    def hints(self, slug: str) -> list[str]:
        """The hints, in Markdown, each starting with its own `## ` heading."""
        return [f"## {heading}\n\n{text}" for heading, text in sections(self._text(slug, "hints.md"))[1]]

    def solution(self, slug: str) -> str:
        """The model solution's source."""
        return self._text(slug, "solution.py")

    def notes(self, slug: str) -> str:
        """What is shown with the solution, in Markdown."""
        return self._text(slug, "notes.md")

    def starter(self, slug: str) -> str:
        """What the learner starts from, derived from the model solution."""
        return derive(self.solution(slug), self.problems[slug].entry)

    def lesson(self, topic_id: str) -> str | None:
        """The topic's lesson in Markdown, title included, readings left out; None if not written yet."""
        text = self._lesson(topic_id)
        return None if text is None else readings.split(text)[0]

    def readings(self, topic_id: str) -> list[Reading]:
        """Where to read on, from the end of the lesson."""
        return readings.split(self._lesson(topic_id) or "")[1]

    def of_topic(self, topic_id: str) -> list[Problem]:
        """The problems whose main subject is the topic, easy ones first."""
        topic = self.outline.topic(topic_id)
        return [problem for problem in self.problems.values() if problem.topic == topic.id]

    def cards(self, topic_id: str) -> list[Card]:
        """The cards of a topic in the order of its files; those with a fault are left out."""
        topic = self.outline.topic(topic_id)
        found: dict[str, Card] = {}
        for room in self._rooms.get(topic.id, ()):
            for card in self._decks.cards(room)[0]:
                found.setdefault(card.id, card)
        return list(found.values())

    def card(self, card_id: str) -> Card:
        """The card with this id, `<topic>/<name>`."""
        for card in self.cards(card_id.partition("/")[0]):
            if card.id == card_id:
                return card
        raise KeyError(card_id)

    def card_items(self) -> dict[str, Item]:
        """Every card there is as an item, by id and in the outline's order; no card is read for it a second time."""
        return self._decks.items([(topic.id, room) for topic in self.outline for room in self._rooms.get(topic.id, ())])

    def rooms(self, topic_id: str) -> list[Path]:
        """The folders of a topic, at most one in each content folder."""
        return list(self._rooms.get(self.outline.topic(topic_id).id, ()))

    def stats(self) -> dict[str, Any]:
        """What exists for every topic of the outline.

        `{"topics": {"k-means": {"lesson": True, "cards": 0, "problems": 2, "cases": 0, "labs": 0}, ...}}`
        """
        problems = Counter(problem.topic for problem in self.problems.values())
        cards = Counter(item.topic for item in self.card_items().values())
        return {"topics": {topic.id: self._counted(topic, cards, problems) for topic in self.outline}}

    def _counted(self, topic: Topic, cards: Counter[str], problems: Counter[str]) -> dict[str, Any]:
        lesson = any((room / "lesson.md").exists() for room in self._rooms.get(topic.id, ()))
        counts = {"cards": cards[topic.id], "problems": problems[topic.id]}
        return {"lesson": lesson, **counts, "cases": 0, "labs": 0}

    def _text(self, slug: str, name: str) -> str:
        """A text of a problem; empty when it is not written yet."""
        try:
            return self.folder(slug).joinpath(name).read_text("utf-8")
        except FileNotFoundError:
            return ""

    def _lesson(self, topic_id: str) -> str | None:
        topic = self.outline.topic(topic_id)
        for room in self._rooms.get(topic.id, ()):
            try:
                return room.joinpath("lesson.md").read_text("utf-8")
            except FileNotFoundError:
                continue
        return None


def bundled() -> Path:
    """The folder of the content that came with sharpen: in the installed package, or in the repository."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_content"
    return inside if inside.is_dir() else package.parent.parent / "content"


def read_library(roots: Sequence[Path], index: Path | None = None) -> Library:
    """The library of some content folders. Where two define the same problem the first one counts."""
    broken: list[ContentError] = []
    parse = Remembered(index)
    outline = _outline(roots, parse, broken)
    topics = {topic.id: topic for topic in outline}
    problems: dict[str, Problem] = {}
    folders: dict[str, Path] = {}
    rooms: dict[str, list[Path]] = {}
    for room in _rooms(roots, topics, broken):
        rooms.setdefault(room.name, []).append(room)
        for folder in _folders(room):
            read = _problem(folder, topics, parse)
            if isinstance(read, list):
                broken += read
            elif read.slug in problems:
                message = f"there is a problem called {read.slug} already, in {folders[read.slug]}"
                broken.append(ContentError(folder, 0, message))
            else:
                problems[read.slug], folders[read.slug] = read, folder
    parse.keep()
    decks = Decks(index.with_name("cards.json") if index else None)
    return Library(outline, _in_order(problems, topics), broken, folders, rooms, decks)


def _in_order(problems: dict[str, Problem], topics: Iterable[str]) -> dict[str, Problem]:
    places = {topic: place for place, topic in enumerate(topics)}
    ranks = {difficulty: rank for rank, difficulty in enumerate(Difficulty)}
    ordered = sorted(problems.values(), key=lambda p: (places[p.topic], ranks[p.difficulty], p.slug))
    return {problem.slug: problem for problem in ordered}


def _outline(roots: Sequence[Path], parse: Remembered, broken: list[ContentError]) -> Outline:
    outlines: list[Outline] = []
    for root in roots:
        path = root / "outline.toml"
        try:
            outline = read_outline(path, parse)
            rounds = joined([*outlines, outline]).rounds
            for group in outline.groups:
                if group.round not in rounds:
                    message = f'the group "{group.title}" is of the round "{group.round}", which `rounds` does not have'
                    broken.append(ContentError(path, 0, message))
            known = tuple(group for group in outline.groups if group.round in rounds)
            outlines.append(replace(outline, groups=known))
        except ContentError as fault:
            broken.append(fault)
        except OSError as problem:
            if not root.is_dir():
                broken.append(ContentError(root, 0, f"this content folder cannot be read ({problem.strerror})"))
    return joined(outlines)


def _rooms(roots: Sequence[Path], topics: dict[str, Topic], broken: list[ContentError]) -> Iterator[Path]:
    """The topic folders, `topics/<round>/<topic>`, of the topics that the outline has."""
    for root in roots:
        for round_ in _folders(root / "topics"):
            for room in _folders(round_):
                topic = topics.get(room.name)
                if topic is None:
                    broken.append(ContentError(room, 0, f'there is no topic "{room.name}" in outline.toml'))
                elif topic.round != round_.name:
                    wanted = f"topics/{topic.round}/{topic.id}"
                    broken.append(ContentError(room, 0, f'"{topic.id}" belongs to another round: move it to {wanted}'))
                else:
                    yield room


def _folders(parent: Path) -> list[Path]:
    """The folders inside a folder, by name; hidden and private ones (`.git`, `__pycache__`) left out."""
    try:
        with os.scandir(parent) as entries:
            names = [entry.name for entry in entries if entry.name[0] not in "._" and entry.is_dir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [parent / name for name in sorted(names)]


def _problem(folder: Path, topics: dict[str, Topic], parse: Remembered) -> Problem | list[ContentError]:
    present = set(os.listdir(folder))
    missing = [name for name in NEEDED if name not in present]
    if missing:
        return [ContentError(folder / name, 0, "this file is missing; every problem needs it") for name in missing]
    if not _is_slug(folder.name):
        return [ContentError(folder, 0, 'a problem folder is named in lower case with hyphens, like "k-means"')]
    digest, texts = hashlib.sha256(), []
    for name in DECIDING:
        texts.append(_bytes(f"{folder}/{name}"))
        digest.update(b"%d %s" % (len(texts[-1]), texts[-1]))
    try:
        text = texts[0].decode()
    except UnicodeDecodeError as problem:
        return [ContentError(folder / DECIDING[0], 0, f"this is not UTF-8 text: {problem}")]
    return read_problem(folder / DECIDING[0], text, digest.hexdigest()[:16], topics, parse)


def _is_slug(name: str) -> bool:
    return all(part.isalnum() and part.isascii() and part == part.lower() for part in name.split("-"))


def _bytes(path: str) -> bytes:
    # Half the time of Path.read_bytes, and a start reads three files of every problem.
    handle = os.open(path, os.O_RDONLY)
    try:
        return os.read(handle, os.fstat(handle).st_size)
    finally:
        os.close(handle)
