"""Solutions: shown before they are earned, when the learner asks outright; that is recorded."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.practice.solving import hints
from sharpen.web import view
from sharpen.web.pages.solving.problems import tab_again


def show(request: Request) -> Response:
    hints.peek(view.workspace(request), request.path_params["slug"])
    return tab_again(request, "solution")


ROUTES = [Route("/problems/{slug}/solution", show, methods=["POST"])]
