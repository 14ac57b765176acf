"""Solutions: shown before they are earned, when the learner asks outright; that is recorded."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.practice.solving import hints
from sharpen.web import view
from sharpen.web.pages.solving.problems import pane


def show(request: Request) -> Response:
    slug = request.path_params["slug"]
    hints.peek(view.workspace(request), slug)
    if view.by_htmx(request):
        return pane(request, "solution")
    return RedirectResponse(f"/problems/{slug}?tab=solution", 303)


ROUTES = [Route("/problems/{slug}/solution", show, methods=["POST"])]
