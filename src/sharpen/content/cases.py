"""Cases: a folder `cases/<slug>` each, read when one of them is asked for, and the steps they have in common."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sharpen.content.case_schema import STEPS, read_case, read_steps
from sharpen.content.errors import ContentError
from sharpen.content.toml_cache import Remembered
from sharpen.domain.case import Case, Step
from sharpen.domain.topic import Outline

BRIEF, ANSWER, LAB = "brief.md", "answer.md", "lab.toml"


@dataclass(frozen=True, eq=False)
class Cases(Mapping[str, Case]):
    """Cases by slug, in the outline's order of topics. Every method raises KeyError for one that does not exist.

    One that has a fault is not there; its faults are in `broken`.
    """

    _folders: Sequence[Path] = ()
    _outline: Outline = field(default_factory=lambda: Outline({}, ()))
    _steps: Sequence[Path] = ()
    """The files of steps; the first one that is there counts."""
    _index: Path | None = None
    """A file in which what was read is remembered."""

    def __getitem__(self, slug: str) -> Case:
        return self._read[0][slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read[0])

    def __len__(self) -> int:
        return len(self._read[0])

    @property
    def broken(self) -> list[ContentError]:
        """What is wrong with the cases that are left out, and with the steps."""
        return self._read[1]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of every case, in order; none where there is no file of them."""
        return self._read[2]

    def of_topic(self, topic_id: str) -> list[Case]:
        """The cases that are at home in a topic."""
        return [case for case in self.values() if case.topic == topic_id]

    def folder(self, slug: str) -> Path:
        """Where the case's files are."""
        return self._read[3][slug]

    def brief(self, slug: str) -> str:
        """What the interviewer says first, in Markdown."""
        return self._text(slug, BRIEF)

    def answer(self, slug: str) -> str:
        """The worked answer, in Markdown."""
        return self._text(slug, ANSWER)

    def has_lab(self, slug: str) -> bool:
        """Whether the case's design can be run in a simulated world."""
        return self.folder(slug).joinpath(LAB).is_file()

    def _text(self, slug: str, name: str) -> str:
        """A text of a case; empty when it is not written yet."""
        try:
            return self.folder(slug).joinpath(name).read_text("utf-8")
        except FileNotFoundError:
            return ""

    @cached_property
    def _read(self) -> tuple[dict[str, Case], list[ContentError], tuple[Step, ...], dict[str, Path]]:
        parse = Remembered(self._index)
        topics = {topic.id: place for place, topic in enumerate(self._outline)}
        broken: list[ContentError] = []
        cases: dict[str, Case] = {}
        places: dict[str, Path] = {}
        steps = self._read_steps(parse, broken)
        for folder in self._folders if steps else ():
            read = read_case(folder, steps, topics, parse)
            if isinstance(read, list):
                broken += read
            elif read.slug in cases:
                message = f"there is a case called {read.slug} already, in {places[read.slug]}"
                broken.append(ContentError(folder, 0, message))
            else:
                cases[read.slug], places[read.slug] = read, folder
        parse.keep()
        ordered = sorted(cases.values(), key=lambda case: (topics[case.topic], case.slug))
        return {case.slug: case for case in ordered}, broken, steps, places

    def _read_steps(self, parse: Remembered, broken: list[ContentError]) -> tuple[Step, ...]:
        for path in self._steps:
            try:
                steps = read_steps(path, parse)
            except FileNotFoundError:
                continue
            if isinstance(steps, tuple):
                return steps
            broken += steps
        if self._folders and not broken:
            broken.append(ContentError(self._steps[0], 0, f"there is no {STEPS} that says what the steps are"))
        return ()
