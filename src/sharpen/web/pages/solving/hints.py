"""Hints: one more, each time it is asked for."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.practice.solving import hints
from sharpen.web import view
from sharpen.web.pages.solving.problems import pane


def create(request: Request) -> Response:
    slug = request.path_params["slug"]
    hints.show_next(view.workspace(request), slug)
    if view.by_htmx(request):
        return pane(request, "hints")
    return RedirectResponse(f"/problems/{slug}?tab=hints", 303)


ROUTES = [Route("/problems/{slug}/hints", create, methods=["POST"])]
