"""Proof of a case: that its files are whole, that its questions can be asked, and that its own answer holds."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from sharpen.authoring.finding import Finding, of_fault
from sharpen.authoring.paperwork import headings, unreadable, words
from sharpen.authoring.picture_proof import prove_pictures
from sharpen.content.case_answer import cells_in, of_steps
from sharpen.content.case_schema import CASE, RUBRIC
from sharpen.content.cases import ANSWER, BRIEF
from sharpen.content.errors import ContentError
from sharpen.content.lesson_pictures import shown_pictures
from sharpen.content.library import Library
from sharpen.domain.asking import hear
from sharpen.domain.case import Case

FACTS, STRONG, POINTS, OF_STEP = (10, 16), (5, 8), (20, 32), (2, 4)
"""The fewest and the most facts of a case, strong ones among them, points of its rubric, and of one step of it."""
FOLLOW_UPS = 3
FEWEST_DECIDED = 3
"""So many points at least are decided by numbers."""
BRIEF_WORDS, ANSWER_WORDS = (40, 150), (900, 1600)
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


class CellLine(Protocol):
    """A line of arithmetic: its text, and what is wrong with it."""

    @property
    def text(self) -> str: ...
    @property
    def error(self) -> str: ...


class CellSheet(Protocol):
    """What came out of a text of cells."""

    @property
    def lines(self) -> Sequence[CellLine]: ...
    def decides(
        self,
        name: str,
        unit: str,
        at_most: float | None = None,
        at_least: float | None = None,
        between: tuple[float, float] | None = None,
    ) -> bool | None: ...
    def why(
        self,
        name: str,
        unit: str,
        at_most: float | None = None,
        at_least: float | None = None,
        between: tuple[float, float] | None = None,
    ) -> str: ...


Evaluate = Callable[[str], CellSheet]
"""Computes a text of cells. It is handed in: this floor does not know the one that computes."""


def prove_case_folder(library: Library, folder: Path, evaluate: Evaluate) -> Iterator[Finding]:
    """What is to be put right about the folder of a case."""
    faults = list(unreadable(folder))
    yield from faults
    case = library.cases.get(folder.name)
    if faults or case is None or library.cases.folder(case.slug) != folder:
        yield from map(of_fault, _faults(library, folder))
        return
    yield from _unfinished(folder)
    yield from _of_topic(library, folder, case)
    yield from _of_facts(folder, case)
    yield from _of_rubric(library, folder, case)
    yield from _of_brief(folder / BRIEF, case)
    yield from _of_answer(library, folder / ANSWER)
    yield from _of_cells(folder / ANSWER, case, evaluate)
    yield from prove_pictures(folder, ANSWER)


def _faults(library: Library, folder: Path) -> Iterator[ContentError]:
    mine = [fault for fault in library.cases.broken if fault.path.is_relative_to(folder)]
    return iter(mine or library.cases.broken)


def _outside(what: str, number: int, bounds: tuple[int, int]) -> str:
    """What is wrong with how many there are of something; empty if nothing is."""
    least, most = bounds
    return "" if least <= number <= most else f"{what}: {number}; there must be {least} to {most}."


def _unfinished(folder: Path) -> Iterator[Finding]:
    for path in (folder / name for name in (CASE, BRIEF, RUBRIC, ANSWER)):
        for number, line in enumerate(path.read_text("utf-8").splitlines() if path.is_file() else (), 1):
            if "TODO" in line:
                yield Finding(path, number, f"`{line.strip()}` is still to be written.")
                break


def _of_topic(library: Library, folder: Path, case: Case) -> Iterator[Finding]:
    if case.topic not in library.outline.wanting("case"):
        do = "Name a topic that wants a `case` in outline.toml; others go into `also`."
        yield Finding(folder / CASE, 0, f"`topic` is {case.topic!r}, which wants no case.", do)
    if case.topic in case.also:
        yield Finding(folder / CASE, 0, f"`also` repeats the topic {case.topic!r}.", "Take it out.")


def _of_facts(folder: Path, case: Case) -> Iterator[Finding]:
    path, strong = folder / CASE, [fact for fact in case.facts if fact.strong]
    for what, number, bounds in (("Facts", len(case.facts), FACTS), ("Strong facts", len(strong), STRONG)):
        wrong = _outside(what, number, bounds)
        if wrong:
            yield Finding(path, 0, wrong)
    if len(case.follow_ups) != FOLLOW_UPS:
        yield Finding(path, 0, f"Follow-ups: {len(case.follow_ups)}; there must be {FOLLOW_UPS}.")
    for fact in case.facts:
        if hear(case.facts, fact.question).fact is not fact:
            what = f"Typed as it stands, the question of {fact.id!r} does not find it."
            yield Finding(path, 0, what, "Say in the question what no other asks for.")
        for word in fact.words:
            heard = hear(case.facts, word)
            if fact not in (heard.fact, *heard.near):
                what = f"Asked for {word!r}, {fact.id!r} is not found among the nearest."
                yield Finding(path, 0, what, "Take it out of `words`, or out of those of other facts.")


def _of_rubric(library: Library, folder: Path, case: Case) -> Iterator[Finding]:
    path, decided = folder / RUBRIC, sum(1 for point in case.points if point.cell)
    wrong = _outside("Points", len(case.points), POINTS)
    if wrong:
        yield Finding(path, 0, wrong)
    for step in library.cases.steps:
        wrong = _outside(f"Points of the step {step.id}", len(case.of_step(step.id)), OF_STEP)
        if wrong:
            yield Finding(path, 0, wrong)
    if decided < FEWEST_DECIDED:
        yield Finding(path, 0, f"Points that a number decides: {decided}; there must be {FEWEST_DECIDED} at least.")


def _of_brief(path: Path, case: Case) -> Iterator[Finding]:
    if not path.is_file():
        yield Finding(path, 0, "This file is missing.", "Write what the interviewer says.")
        return
    text = path.read_text("utf-8")
    wrong = _outside("Words of the brief", words(text), BRIEF_WORDS)
    if wrong:
        yield Finding(path, 0, wrong)
    if headings(text):
        yield Finding(path, headings(text)[0][0], "The brief has a heading.", "The title comes from case.toml.")
    said = set(NUMBER.findall(text))
    for fact in case.facts:
        for number in sorted(said & set(NUMBER.findall(fact.answer))):
            what = f"The brief says {number}, which {fact.id!r} holds back until it is asked for."
            yield Finding(path, 0, what, "Take it out of one of the two.")


def _of_answer(library: Library, path: Path) -> Iterator[Finding]:
    if not path.is_file():
        yield Finding(path, 0, "This file is missing.", "Write the worked answer.")
        return
    text, titles = path.read_text("utf-8"), [step.title for step in library.cases.steps]
    there = [title for _, level, title in headings(text) if level == 2]
    if there != titles:
        do = f"They are {', '.join(f'`## {title}`' for title in titles)}."
        yield Finding(path, 0, "The headings of the answer are not the steps in their order.", do)
    for title, section in of_steps(text).items():
        if not section:
            yield Finding(path, 0, f"The section {title!r} is empty.", "Write it.")
    wrong = _outside("Words of the answer", words(text), ANSWER_WORDS)
    if wrong:
        yield Finding(path, 0, wrong)
    if not shown_pictures(text):
        yield Finding(path, 0, "The answer shows no picture.", "Draw the architecture in pictures.py at least.")


def _of_cells(path: Path, case: Case, evaluate: Evaluate) -> Iterator[Finding]:
    """Whether the answer's own arithmetic can be computed, and earns every point that a number decides."""
    text = path.read_text("utf-8") if path.is_file() else ""
    sheet, lines = evaluate(cells_in(text)), text.splitlines()
    for line in sheet.lines:
        if line.error:
            number = lines.index(line.text) + 1 if line.text in lines else 0
            yield Finding(path, number, f"This cell cannot be computed: {line.error}")
    for point in case.points:
        cell = point.cell
        limits = (cell.name, cell.unit, cell.at_most, cell.at_least, cell.between) if cell else None
        if cell and limits and not sheet.decides(*limits):
            what = f"The answer does not earn {point.id!r}, which wants {cell.said}: {sheet.why(*limits)}"
            yield Finding(path, 0, what, "Put right whichever is wrong, the answer or the rubric.")
