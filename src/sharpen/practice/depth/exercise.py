"""Ladders as a kind of exercise: one that was asked in a dive comes back, to open another."""

from collections.abc import Collection

from sharpen.domain.dive import SHORTEST
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.ladder import Ladder
from sharpen.domain.problem import Difficulty
from sharpen.domain.project import Project
from sharpen.practice.depth.ladders import PREFIX, item_of, parts
from sharpen.practice.errors import NoSuchItem
from sharpen.practice.items.asked import Elsewhere, Shown
from sharpen.practice.items.exercise import DoneElsewhere, Pace, Source
from sharpen.practice.work import Work


def _found(work: Work, item_id: str) -> tuple[Project, Ladder] | None:
    """The project and the ladder; None if one of them is gone."""
    if not item_id.startswith(PREFIX):
        return None
    project_id, slug = parts(item_id)
    project, ladder = work.projects.get(project_id), work.library.ladders.get(slug)
    return (project, ladder) if project and project.deleted is None and ladder else None


def _met(work: Work, met: Collection[str]) -> list[Item]:
    ids = [item for item in met if item.startswith(PREFIX)]
    projects = work.projects.names() if ids else {}
    shelf = work.library.ladders if ids else {}
    asked = [(project, slug) for project, slug in map(parts, ids) if project in projects and slug in shelf]
    return [item_of(project, shelf[slug]) for project, slug in asked]


def _item(work: Work, item_id: str) -> Item | None:
    found = _found(work, item_id)
    return item_of(found[0].id, found[1]) if found else None


class Ladders(DoneElsewhere):
    """Asked in a dive that opens with it; how it went there rates it."""

    kind = ItemKind.LADDER
    source = Source(_met, _item)
    advice = (
        "Read the lessons of its topics, write down what you would answer to each question, "
        "and add what was missing to the file about the project."
    )
    where = "A ladder is not answered here: dive into the project again, and how it goes rates it."
    how_rated = "Dive into the project again, and how it goes rates it; 1 says that you could not."

    def title(self, work: Work, item: Item) -> str:
        found = _found(work, item.id)
        return f"{found[0].name}: {found[1].title}" if found else ""

    def minutes(self, work: Work, item: Item, pace: Pace) -> float:
        return SHORTEST

    def shown(self, work: Work, item: Item, seed: int) -> Shown:
        found = _found(work, item.id)
        if found is None:
            raise NoSuchItem(item.id)
        project, ladder = found
        path = f"/projects/{project.id}/dives?first={ladder.slug}"
        elsewhere = Elsewhere(f"{project.name}: {ladder.title}", path, Difficulty.MEDIUM, SHORTEST)
        return Shown(f"A dive into {project.name} that opens with its questions.", elsewhere=elsewhere)


LADDER = Ladders()
