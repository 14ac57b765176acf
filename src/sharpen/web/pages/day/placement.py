"""The placement: the way into a session of twenty questions, and what is believed after it, round by round."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.practice.day import readiness, session, subject
from sharpen.practice.day.placement import QUESTIONS
from sharpen.web import view

WEAKEST = 3
"""Groups named as what to begin with."""


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        progress, found = session.progress(work, subject.PLACEMENT.id), readiness.gather(work)
        return view.page(
            request,
            work,
            "placement/placement.html",
            progress=progress,
            readiness=found,
            questions=QUESTIONS,
            weakest=found.weakest_groups[:WEAKEST],
        )


ROUTES = [Route("/placement", show)]
