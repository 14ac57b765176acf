"""Drills: a file `drill.toml` beside a statement, read when it is asked for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sharpen.content.errors import ContentError
from sharpen.content.problems import Problems
from sharpen.content.schema import Field, faults, line_of, parsed, text_up_to, texts
from sharpen.domain.drill import Drill
from sharpen.domain.problem import Problem

FILE = "drill.toml"
FOLLOW_UP = "### Follow-up"
SENTENCE_ENDS = re.compile(r"(?<=\n\n)|(?<=[.:]\s)|(?<=\n- )")
"""After a paragraph's end, a sentence's, and the dash that begins an item of a list."""
COMPLEXITY = re.compile(r"\bO\(|\btime in\s+proportion\b|\b(constant|logarithmic|linear|quadratic)\s+time\b")
EMPTY_ITEM = re.compile(r"(?m)^- *$\n?")


COSTS = Field("a list of 3 or 4 complexities, first the right one", texts(80, 3, 4, once=True), required=True)
FIELDS = {
    "time": COSTS,
    "space": COSTS,
    "words": Field("a list of 1 to 4 quotes from the statement", texts(80, 1, 4, once=True), required=True),
    "why": Field("what these words say, in one line of 1 to 400 characters", text_up_to(400), required=True),
    "tempting": Field("the id of the topic that is chosen wrongly most often", text_up_to(80), required=True),
    "cost": Field("what that choice costs, in one line of 1 to 400 characters", text_up_to(400), required=True),
}


@dataclass(frozen=True, eq=False)
class Drills(Mapping[str, Drill]):
    """Drills by the slug of their problem, in the order of the problems.

    One that has a fault is not there; `sharpen content check` reports it.
    """

    _problems: Problems
    _read: dict[str, Drill | None] = field(default_factory=dict)

    def __getitem__(self, slug: str) -> Drill:
        if slug not in self._read:
            self._read[slug] = self._drill(self._problems[slug])
        drill = self._read[slug]
        if drill is None:
            raise KeyError(slug)
        return drill

    def __iter__(self) -> Iterator[str]:
        return (slug for slug in self._problems if slug in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _drill(self, problem: Problem) -> Drill | None:
        try:
            found = read_drill(self._problems.folder(problem.slug), problem)
        except FileNotFoundError:
            return None
        return found if isinstance(found, Drill) else None

    def statement(self, slug: str) -> str:
        """The task as it is drilled: without the follow-up, and without the sentences that name a complexity."""
        task = self._problems.statement(slug).partition(FOLLOW_UP)[0]
        kept = (_line_ends(part) if COMPLEXITY.search(part) else part for part in SENTENCE_ENDS.split(task))
        return EMPTY_ITEM.sub("", "".join(kept)).strip()


def read_drill(folder: Path, problem: Problem) -> Drill | list[ContentError]:
    """The drill of a problem's folder, or all faults of its file. Raises FileNotFoundError."""
    path = folder / FILE
    text = path.read_text("utf-8")
    table = parsed(path, text)
    if isinstance(table, ContentError):
        return [table]
    found = faults(table, FIELDS, file=FILE)
    if found:
        return [ContentError(path, line_of(text, key), message) for key, message in found]
    return Drill(
        problem.slug,
        problem.topic,
        problem.also,
        tuple(table["time"]),
        tuple(table["space"]),
        tuple(table["words"]),
        table["why"],
        table["tempting"],
        table["cost"],
    )


def _line_ends(sentence: str) -> str:
    """What is left in place of a sentence: the ends of lines after it."""
    return sentence[len(sentence.rstrip("\n")) :]
