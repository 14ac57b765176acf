"""The library: what content folders hold, found on disk and put on its shelves."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sharpen.content.behavioral import Questions
from sharpen.content.card_index import Cards
from sharpen.content.case_schema import STEPS
from sharpen.content.cases import Cases
from sharpen.content.drills import Drills
from sharpen.content.errors import ContentError
from sharpen.content.labs import Labs, find_labs
from sharpen.content.ladders import Ladders
from sharpen.content.lessons import Lessons
from sharpen.content.loops import FILE as LOOPS
from sharpen.content.loops import Loops
from sharpen.content.outline import joined, read_outline
from sharpen.content.problems import Problems, read_problems
from sharpen.content.readings import FILE, Readings
from sharpen.content.toml_cache import Remembered
from sharpen.domain.topic import Outline

INSTALLED = "_content"
"""The folder of the content in an installed package."""
CASES = "cases"


@dataclass(frozen=True)
class Library:
    """What content folders hold, a shelf for each kind of it.

    Faults are in `broken`; what has a fault is left out, and the rest is there.
    """

    outline: Outline
    lessons: Lessons
    problems: Problems
    drills: Drills = field(compare=False)
    labs: Labs = field(compare=False)
    cards: Cards = field(compare=False)
    cases: Cases = field(default_factory=Cases, compare=False)
    readings: Readings = field(default_factory=Readings, compare=False)
    ladders: Ladders = field(default_factory=Ladders, compare=False)
    questions: Questions = field(default_factory=Questions, compare=False)
    loops: Loops = field(default_factory=Loops, compare=False)
    broken: list[ContentError] = field(default_factory=list)

    @classmethod
    def open(cls, extra: Sequence[Path] = (), index: Path | None = None, lab_data: Path | None = None) -> "Library":
        """The content that came with sharpen, and folders of the same shape added to it.

        `index` is a file in which what was read is remembered, so that the next time is faster; `lab_data` a folder of
        public data, prepared for labs.
        """
        return read_library([bundled(), *extra], index, lab_data)

    def stats(self) -> dict[str, Any]:
        """What exists for every topic of the outline.

        `{"topics": {"k-means": {"lesson": True, "cards": 0, "problems": 2, "drills": 0, "cases": 0}, ...}}`
        """
        cards = Counter(item.topic for item in self.cards.index().values())
        drills = Counter(drill.pattern for drill in self.drills.values())
        cases = Counter(case.topic for case in self.cases.values())
        return {
            "topics": {
                topic.id: {
                    "lesson": self.lessons.exists(topic.id),
                    "cards": cards[topic.id],
                    "problems": len(self.problems.of_topic(topic.id)),
                    "drills": drills[topic.id],
                    "cases": cases[topic.id],
                }
                for topic in self.outline
            }
        }


def bundled() -> Path:
    """The folder of the content that came with sharpen: in the installed package, or in the repository."""
    package = Path(__file__).resolve().parent.parent
    inside = package / INSTALLED
    return inside if inside.is_dir() else package.parent.parent / "content"


def read_library(roots: Sequence[Path], index: Path | None = None, lab_data: Path | None = None) -> Library:
    """The library of some content folders. Where two define the same problem the first one counts."""
    broken: list[ContentError] = []
    parse = Remembered(index)
    outline = _outline(roots, parse, broken)
    topics: dict[str, list[Path]] = {topic.id: [] for topic in outline}
    found: list[Path] = []
    for folder in _topic_folders(roots, outline, broken):
        topics[folder.name].append(folder)
        found += _folders(folder)
    problems, faults = read_problems(found, outline, parse)
    parse.keep()
    cards = Cards(topics, index.with_name("cards.json") if index else None)
    folders = [folder for root in roots for folder in _folders(root / CASES)]
    steps = [root / CASES / STEPS for root in roots]
    cases = Cases(folders, outline, steps, index.with_name("cases.json") if index else None)
    files = [root / FILE for root in roots]
    readings = Readings(files, outline, folders, index.with_name("readings.json") if index else None)
    ladders = Ladders(roots, outline, index.with_name("ladders.json") if index else None)
    questions = Questions(roots, index.with_name("questions.json") if index else None)
    loops = Loops([root / LOOPS for root in roots], outline, index.with_name("loops.json") if index else None)
    labs = find_labs(roots, lab_data)
    shelves = (Lessons(topics), problems, Drills(problems), labs, cards, cases, readings, ladders, questions, loops)
    return Library(outline, *shelves, broken + faults)


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


def _topic_folders(roots: Sequence[Path], outline: Outline, broken: list[ContentError]) -> Iterator[Path]:
    """The topic folders, `topics/<round>/<topic>`, of the topics that the outline has."""
    topics = {topic.id: topic for topic in outline}
    for root in roots:
        for round_ in _folders(root / "topics"):
            for folder in _folders(round_):
                topic = topics.get(folder.name)
                if topic is None:
                    broken.append(ContentError(folder, 0, f'there is no topic "{folder.name}" in outline.toml'))
                elif topic.round != round_.name:
                    wanted = f"topics/{topic.round}/{topic.id}"
                    message = f'"{topic.id}" belongs to another round: move it to {wanted}'
                    broken.append(ContentError(folder, 0, message))
                else:
                    yield folder


def _folders(parent: Path) -> list[Path]:
    """The folders inside a folder, by name; hidden and private ones (`.git`, `__pycache__`) left out."""
    try:
        with os.scandir(parent) as entries:
            names = [entry.name for entry in entries if entry.name[0] not in "._" and entry.is_dir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [parent / name for name in sorted(names)]
