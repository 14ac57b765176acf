"""Proof that a drill is fair: what gives the pattern away stands in the statement, and only one answer is right."""

from collections.abc import Iterator
from pathlib import Path

from sharpen.authoring.finding import Finding, of_fault
from sharpen.content.drills import FILE, read_drill
from sharpen.content.library import Library
from sharpen.domain.drill import Drill
from sharpen.domain.problem import Problem

EXAMPLE = "### Example"


def prove_drill(library: Library, folder: Path, problem: Problem) -> Iterator[Finding]:
    """What is to be put right about a problem's drill, or that it has none."""
    path, drilled = folder / FILE, problem.topic in library.outline.wanting("drill")
    if path.is_file() != drilled:
        what = "This file is missing." if drilled else f"{problem.topic!r} is no pattern to be recognized."
        yield Finding(path, 0, what, "A topic whose problems are drilled wants a `drill` in outline.toml.")
    elif drilled:
        found = read_drill(folder, problem)
        if isinstance(found, Drill):
            yield from _unfair(library, path, found)
        else:
            yield from map(of_fault, found)


def _unfair(library: Library, path: Path, drill: Drill) -> Iterator[Finding]:
    statement = " ".join(library.drills.statement(drill.problem).partition(EXAMPLE)[0].split())
    for words in drill.words:
        if words not in statement:
            do = "Quote what is drilled, word for word: above the example, and no sentence that names a complexity."
            yield Finding(path, 0, f"The statement does not say {words!r}.", do)
    if drill.tempting not in library.outline.wanting("drill"):
        yield Finding(
            path, 0, f"`tempting` is {drill.tempting!r}, which is no pattern.", "Name a topic that is drilled."
        )
    elif drill.tempting in (drill.pattern, *drill.also):
        do = "Name one that is wrong, or take it out of `also`."
        yield Finding(path, 0, f"`tempting` is {drill.tempting!r}, which is right here.", do)
