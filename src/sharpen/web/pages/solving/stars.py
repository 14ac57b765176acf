"""Stars: given and taken back on the page of a problem, and in the list."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.practice.solving import stars
from sharpen.web import view


async def change(request: Request) -> Response:
    """A star or none, as the form says; its button again for a script of ours, else the way back to its page."""
    form = await request.form()
    return await run_in_threadpool(_change, request, form.get("on") == "1", str(form.get("listed", "")))


def _change(request: Request, on: bool, listed: str) -> Response:
    slug = request.path_params["slug"]
    stars.star(view.workspace(request), slug, on=on)
    if not view.by_htmx(request):
        return RedirectResponse(f"/problems{listed}" if listed.startswith("?") else f"/problems/{slug}", 303)
    problem = view.workspace(request).problem(slug)
    return HTMLResponse(view.part(request, "problems/_star.html", problem=problem, on=on, listed=listed))


ROUTES = [Route("/problems/{slug}/star", change, methods=["POST"])]
