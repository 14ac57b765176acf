"""Problems: every problem there is, known from the start, and its texts, read when they are asked for."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sharpen.content.errors import ContentError
from sharpen.content.example import example
from sharpen.content.schema import read_problem
from sharpen.content.sections import sections
from sharpen.content.starter import derive
from sharpen.content.toml_cache import Remembered
from sharpen.domain.problem import Difficulty, Problem, in_torch
from sharpen.domain.topic import Outline, Topic

DECIDING = ("problem.toml", "solution.py", "checks.py")
"""The files that decide a verdict; a problem's version is a digest of them."""

NEEDED = (*DECIDING, "statement.md")
"""The files without which a problem cannot be shown and judged."""

IN_TORCH = "solution_torch.py"
"""The answer in PyTorch, of a problem that may be answered so."""

UNPLACED = 100
"""Where a problem stands among those of its topic that has no place: after those that have one."""


@dataclass(frozen=True, eq=False)
class Problems(Mapping[str, Problem]):
    """Problems by slug, in the outline's order of topics, and within one in the author's order, then easy ones first.

    Every method raises KeyError for a problem or topic that does not exist.
    """

    _problems: dict[str, Problem] = field(default_factory=dict)
    _folders: dict[str, Path] = field(default_factory=dict)
    _of_topic: dict[str, list[Problem]] = field(default_factory=dict)

    def __getitem__(self, slug: str) -> Problem:
        return self._problems[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._problems)

    def __len__(self) -> int:
        return len(self._problems)

    def of_topic(self, topic_id: str) -> list[Problem]:
        """The problems whose main subject is the topic, in the author's order, then easy ones first."""
        return list(self._of_topic[topic_id])

    def folder(self, slug: str) -> Path:
        """Where the problem's files are."""
        return self._folders[slug]

    def statement(self, slug: str) -> str:
        """The task, in Markdown, without a title."""
        return self._text(slug, "statement.md")

    def example(self, slug: str) -> str:
        """What the statement's example runs: a few lines that end with a call; empty if it shows none."""
        return example(self.statement(slug), self[slug].entry)

    def hints(self, slug: str) -> list[str]:
        """The hints, in Markdown, each starting with its own `## ` heading."""
        return [f"## {heading}\n\n{text}" for heading, text in sections(self._text(slug, "hints.md"))[1]]

    def solution(self, slug: str, *, torch: bool = False) -> str:
        """The model solution's source, or that in PyTorch, which is empty where there is none."""
        return self._text(slug, IN_TORCH if torch else "solution.py")

    def notes(self, slug: str) -> str:
        """What is shown with the solution, in Markdown."""
        return self._text(slug, "notes.md")

    def starter(self, slug: str, *, torch: bool = False) -> str:
        """What the learner starts from, derived from the model solution, or from that in PyTorch."""
        return derive(self.solution(slug, torch=torch), self[slug].entry)

    def is_starter(self, slug: str, source: str) -> bool:
        """Whether a source is what the learner starts from, in either package."""
        return source == self.starter(slug, torch=self[slug].torch and in_torch(source))

    def _text(self, slug: str, name: str) -> str:
        """A text of a problem; empty when it is not written yet."""
        try:
            return self.folder(slug).joinpath(name).read_text("utf-8")
        except FileNotFoundError:
            return ""


def read_problems(folders: Sequence[Path], outline: Outline, parse: Remembered) -> tuple[Problems, list[ContentError]]:
    """The problems in these folders, and their faults. Where two define the same problem the first one counts."""
    topics = {topic.id: topic for topic in outline}
    broken: list[ContentError] = []
    problems: dict[str, Problem] = {}
    places: dict[str, Path] = {}
    for folder in folders:
        read = _problem(folder, topics, parse)
        if isinstance(read, list):
            broken += read
        elif read.slug in problems:
            message = f"there is a problem called {read.slug} already, in {places[read.slug]}"
            broken.append(ContentError(folder, 0, message))
        else:
            problems[read.slug], places[read.slug] = read, folder
    of_topic: dict[str, list[Problem]] = {topic: [] for topic in topics}
    ranks = {difficulty: rank for rank, difficulty in enumerate(Difficulty)}
    for problem in sorted(problems.values(), key=lambda p: (p.place or UNPLACED, ranks[p.difficulty], p.slug)):
        of_topic[problem.topic].append(problem)
    ordered = {problem.slug: problem for listed in of_topic.values() for problem in listed}
    return Problems(ordered, places, of_topic), broken


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
    read = read_problem(folder / DECIDING[0], text, digest.hexdigest()[:16], topics, parse)
    return replace(read, torch=IN_TORCH in present) if isinstance(read, Problem) else read


def _is_slug(name: str) -> bool:
    return all(part.isalnum() and part.isascii() and part == part.lower() for part in name.split("-"))


def _bytes(path: str) -> bytes:
    # Half the time of Path.read_bytes, and a start reads three files of every problem.
    handle = os.open(path, os.O_RDONLY)
    try:
        return os.read(handle, os.fstat(handle).st_size)
    finally:
        os.close(handle)
