"""Rounds: the map of all six, and a page for each with what to do for it and its topics."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.ladder import Ladder
from sharpen.practice.day import readiness
from sharpen.practice.depth import projects
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work
from sharpen.web import heat_map, places, view

ABOUT = {
    "general-coding": "Two problems in three quarters of an hour. Most are one of some thirty patterns: learn to see "
    "which one is asked, then to write it without a slip.",
    "ml-coding": "The algorithms of machine learning, written from nothing: exact, without loops over the data, and "
    "right in the corners.",
    "depth": "An interviewer goes into a project of yours, deeper and deeper, until you are stuck.",
    "breadth": "Short questions from everywhere in machine learning. What counts is what you remember on the day.",
    "design": "A system from the problem to its monitoring, at a whiteboard. Here a design can also run.",
    "behavioral": "What you did, when it was hard, with whom, and what you learned: as stories that answer.",
}
"""What each round asks, in a sentence or two."""
DEPTH = "depth"


def every(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return view.page(request, work, "rounds/rounds.html", rounds=_rounds(work))


def one(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work, request.path_params["id"])


def _page(request: Request, work: Work, id_: str) -> Response:
    found = next((each for each in _rounds(work) if each.id == id_), None)
    if found is None:
        raise HTTPException(404)
    library = work.library
    return view.page(
        request,
        work,
        "rounds/round.html",
        round=found,
        about=ABOUT.get(id_, ""),
        doors=places.of_round(id_),
        problems={topic.id: library.problems.of_topic(topic.id) for topic in library.outline if topic.round == id_},
        progress=attempts.progress(work),
        ladders=_ladders(work) if id_ == DEPTH else [],
        asked=_asked(work) if id_ == DEPTH else {},
    )


def _rounds(work: Work) -> list[heat_map.Round]:
    return heat_map.rounds(work.library, readiness.gather(work), attempts.progress(work))


def _ladders(work: Work) -> list[tuple[str, list[Ladder]]]:
    shelf = work.library.ladders
    parted = [("Ladders of a project", shelf.facets()), ("Ladders of methods", shelf.methods())]
    return [(title, ladders) for title, ladders in parted if ladders]


def _asked(work: Work) -> dict[str, str]:
    """The ladders that a dive can begin with, each with the project, the one written last if it is asked of several."""
    mine, shelf = projects.mine(work), work.library.ladders.values()
    return {each.slug: one.id for one in reversed(mine) for each in shelf if one.can_begin_with(each)}


ROUTES = [Route("/rounds", every), Route("/rounds/{id}", one)]
