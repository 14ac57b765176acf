"""Hints: one more, each time it is asked for."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.practice.solving import hints
from sharpen.web import view
from sharpen.web.pages.solving.problems import tab_again


def create(request: Request) -> Response:
    hints.show_next(view.workspace(request), request.path_params["slug"])
    return tab_again(request, "hints")


ROUTES = [Route("/problems/{slug}/hints", create, methods=["POST"])]
