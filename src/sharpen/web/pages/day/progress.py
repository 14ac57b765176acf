"""Progress: how ready one is by round, group and topic, and how sure that is; every topic is one click away."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.readiness import Belief
from sharpen.practice.day import readiness
from sharpen.web import view

STEPS = 5
"""So many shades from not ready to ready."""
WEAKEST = 6


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        found = readiness.gather(work)
        return view.page(
            request,
            work,
            "progress/progress.html",
            readiness=found,
            plan=work.plans.get(),
            weakest=found.weakest[:WEAKEST],
            shade=shade,
        )


def shade(belief: Belief) -> int:
    """The shade of a chance, 0 to STEPS - 1."""
    return min(int(belief.mean * STEPS), STEPS - 1)


NAV = ("/progress", "Progress")
ROUTES = [Route("/progress", show)]
