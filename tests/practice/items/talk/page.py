"""Talks: one a page."""

from sharpen.practice.talks.talks import TALKS
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route


def show(request: Request) -> Response:
    return HTMLResponse(TALKS[request.path_params["id"]])


ROUTES = [Route("/talks/{id}", show)]
