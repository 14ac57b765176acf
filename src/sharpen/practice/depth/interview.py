"""What an interviewer finds in the file of a project: questions that it does not answer, and methods that it names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sharpen.domain.gaps import Gap, gaps
from sharpen.domain.ladder import Ladder
from sharpen.domain.methods import Place, methods_in
from sharpen.domain.project import Project
from sharpen.practice.work import Work

AROUND = 40
"""Characters of a text that are shown before and after the name of a method."""


@dataclass(frozen=True)
class Named:
    """Where a method is named: the id of the field, and the text around the name."""

    field: str
    before: str
    word: str
    after: str


@dataclass(frozen=True)
class Method:
    """A method that a project may have used. `used` is None until the learner says whether it was."""

    ladder: Ladder
    used: bool | None
    named: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Interview:
    """What is asked about a file as it is, the methods that it names or the learner added, and the others."""

    gaps: list[Gap]
    methods: list[Method]
    others: list[Ladder]

    def of(self, used: bool | None) -> list[Method]:
        """The methods that are confirmed (True), dismissed (False), or not decided yet (None)."""
        return [method for method in self.methods if method.used is used]


def interview(work: Work, project: Project, texts: Mapping[str, str] | None = None) -> Interview:
    """What there is to ask about a project; `texts` are those of its fields as they are typed, if not as kept."""
    shelf, texts = work.library.ladders, project.texts if texts is None else texts
    every = shelf.methods()
    places = methods_in(texts, every, work.library.outline)
    methods = [
        Method(ladder, project.methods.get(ladder.slug), _all_named(texts, places.get(ladder.slug, ())))
        for ladder in every
        if ladder.slug in places or ladder.slug in project.methods
    ]
    shown = {method.ladder.slug for method in methods}
    return Interview(gaps(shelf.fields, texts), methods, [ladder for ladder in every if ladder.slug not in shown])


def _all_named(texts: Mapping[str, str], places: Iterable[Place]) -> tuple[Named, ...]:
    return tuple(_named(place.field, texts[place.field], place.start, place.end) for place in places)


def _named(field: str, text: str, start: int, end: int) -> Named:
    """The name of a method with some words around it."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = f"…{before.partition(' ')[2]}"
    if end + AROUND < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return Named(field, before.replace("\n", " "), text[start:end], after.replace("\n", " "))
