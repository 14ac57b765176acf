"""Pictures: what the learner's code answered, drawn beside the expected answer; and what the statement's example is."""

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from sharpen.practice import Workspace
from sharpen.practice.errors import PracticeError
from sharpen.practice.solving import attempts, pictures
from sharpen.web import view
from sharpen.web.editor import typed
from sharpen.web.forms import whole
from sharpen.web.pages.solving.problems import drawable, find
from sharpen.web.security import PICTURE_POLICY

NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
"""Where an answer cannot be drawn: an image that takes no room, rather than a broken one."""
CARD = '<rect width="100%" height="100%" rx="8" fill="#fff"/>'
"""The background of a picture, in light and in dark."""


def of_statement(request: Request) -> Response:
    return view.picture(request, on_card(pictures.of_statement(view.workspace(request), request.path_params["slug"])))


def of_attempt(request: Request) -> Response:
    ws, slug = view.workspace(request), request.path_params["slug"]
    with ws.reading() as work:
        attempt = find(work, slug, request.path_params["id"])
    svg = draw(ws, slug, attempt.source, seed=attempt.seed) or NOTHING
    headers = {"content-security-policy": PICTURE_POLICY, "cache-control": "private, max-age=86400"}
    return Response(svg, media_type="image/svg+xml", headers=headers)


async def of_trial(request: Request) -> Response:
    """An `<img>` of one of the trials in the form (the one `of` counts, from 1), or nothing."""
    form = await request.form()
    sent, number = typed(form), whole(str(form.get("of", "")))
    if number is None or not 1 <= number <= len(sent.trials):
        raise HTTPException(400, "This names none of the trials.")
    ws, slug = view.workspace(request), request.path_params["slug"]
    svg = await run_in_threadpool(draw, ws, slug, sent.source, sent.trials[number - 1])
    return HTMLResponse(view.part(request, "trials/_picture.html", picture=as_url(svg)) if svg else "")


def draw(ws: Workspace, slug: str, source: str, trial: str = "", *, seed: int | None = None) -> str:
    """The picture as SVG, or nothing: a picture is never worth an error."""
    try:
        svg = attempts.picture(ws, slug, source, trial, seed=seed) if drawable(ws.library, slug) else ""
    except PracticeError:
        return ""
    return on_card(svg)


def on_card(svg: str) -> str:
    """A picture with something behind it."""
    opening, _, rest = svg.partition(">")
    return f"{opening}>{CARD}{rest}" if svg else ""


def as_url(svg: str) -> str:
    return "data:image/svg+xml," + quote(svg)


ROUTES = [
    Route("/problems/{slug}/picture.svg", of_statement),
    Route("/problems/{slug}/attempts/{id}/picture.svg", of_attempt),
    Route("/problems/{slug}/pictures", of_trial, methods=["POST"]),
]
