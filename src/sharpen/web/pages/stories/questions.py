"""The list of questions of the behavioral round; each opens to what is really asked, its signs, follow-ups and
the learner's own stories that answer it."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.behavioral import Question
from sharpen.domain.telling import Told
from sharpen.practice import search
from sharpen.practice.stories import matching, questions
from sharpen.practice.work import Work
from sharpen.web import view

BEST = 3
"""So many stories are named for a question."""


def listing(request: Request) -> Response:
    """The page; for a script of ours, the list alone, as the filters leave it."""
    q, competency = request.query_params.get("q", "").strip(), request.query_params.get("competency", "")
    with view.workspace(request).reading() as work:
        shelf = work.library.questions
        competency = competency if competency in shelf.competencies else ""
        found = questions.chosen(work, search.questions(work, q), competency)
        return view.page(
            request,
            work,
            "questions/_list.html" if view.by_htmx(request) else "questions/questions.html",
            found=found,
            shown=sum(map(len, found.values())),
            total=len(shelf),
            competencies=shelf.competencies,
            **_stories(work, [question for each in found.values() for question in each]),
            filters={"q": q, "competency": competency},
            broken=len(shelf.broken),
        )


def _stories(work: Work, listed: list[Question]) -> dict[str, Any]:
    """Which stories answer these questions, and when each question was answered last."""
    stories, told, asked = work.stories.summaries(), work.tellings.by_story(), work.tellings.by_question()
    shown = matching.by_competency(stories.values())
    return {
        "stories": len(stories),
        "matches": {each.id: matching.matches(each, shown, told, BEST) for each in listed},
        "asked": {each.id: asked.get(each.id, Told()) for each in listed},
    }


ROUTES = [Route("/questions", listing)]
