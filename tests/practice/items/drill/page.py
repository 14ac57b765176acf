"""Drills: one a page."""

from sharpen.practice.drills.drills import DRILLS
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route


def show(request: Request) -> Response:
    return HTMLResponse(DRILLS[request.path_params["id"]])


ROUTES = [Route("/drills/{id}", show)]
