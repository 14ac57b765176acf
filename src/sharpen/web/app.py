"""The web app: pages for a workspace, behind the rules of security.py."""

from collections.abc import Collection

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from sharpen.domain.errors import explained
from sharpen.practice import Workspace
from sharpen.practice.day.plan import Forecasts
from sharpen.practice.errors import NotFound, PracticeError
from sharpen.web import assets, view
from sharpen.web.fragments import FragmentMiddleware
from sharpen.web.pages import (
    anki,
    backup,
    first_visit,
    home,
    interviewer,
    library,
    log,
    readings,
    recordings,
    rounds,
    search,
    settings,
    topics,
)
from sharpen.web.pages.day import (
    calendar,
    cards,
    decks,
    drill,
    fit,
    listing,
    own_cards,
    placement,
    plan,
    problem_statistics,
    progress,
    review,
    start,
    statistics,
)
from sharpen.web.pages.depth import dives, interviewed, project_history, projects
from sharpen.web.pages.design import cases, sittings
from sharpen.web.pages.labs import labs, runs
from sharpen.web.pages.mocks import debriefs, mocks
from sharpen.web.pages.mocks import rounds as mock_rounds
from sharpen.web.pages.solving import (
    attempts,
    costs,
    drafts,
    hints,
    pictures,
    problem_list,
    problems,
    solutions,
    stars,
    trials,
)
from sharpen.web.pages.stories import questions, stories, tellings
from sharpen.web.security import HEADERS, LOOPBACK, SafetyMiddleware
from sharpen.web.slow import Slow

SOLVING = (problem_list, problems, attempts, trials, pictures, drafts, hints, solutions, costs, stars)
REVIEWING = (review, drill, log, listing, fit)
PLANNING = (plan, calendar, start, placement, progress, statistics, problem_statistics)
CARDS = (own_cards, cards, decks, anki)
KEEPING = (backup, settings, interviewer)
DESIGNING = (cases, sittings, labs, runs)
DEPTH = (projects, project_history, dives, interviewed)
TELLING = (questions, stories, tellings)
MOCKS = (debriefs, mocks, mock_rounds)
FIRST = (home, first_visit, rounds, topics, readings, recordings, library, search)
PAGES = (*FIRST, *SOLVING, *DESIGNING, *DEPTH, *TELLING, *MOCKS, *REVIEWING, *PLANNING, *CARDS, *KEEPING)
"""Every page. A module has ROUTES and, if need be, UPLOADS, the paths that take larger bodies than a form's, with the
bytes of the largest. Which of them one goes to, and how, is said in places.py."""


def create_app(workspace: Workspace, hosts: Collection[str] = LOOPBACK) -> Starlette:
    """The ASGI app that serves a workspace to requests for one of `hosts`.

    Raises assets.NotBuilt when the scripts and styles are missing.
    """
    assets.manifest()
    uploads = {path: most for page in PAGES for path, most in getattr(page, "UPLOADS", {}).items()}
    app = Starlette(
        routes=[*assets.ROUTES, *(route for noun in PAGES for route in noun.ROUTES)],
        middleware=[
            Middleware(SafetyMiddleware, hosts=hosts, uploads=uploads),
            Middleware(FragmentMiddleware),
            Middleware(GZipMiddleware, compresslevel=4),
        ],
        exception_handlers={
            HTTPException: _http_error,
            NotFound: _not_found,
            PracticeError: _practice_error,
            ClientDisconnect: _nobody_there,
            Exception: _broken,
        },
    )
    app.state.workspace = workspace
    app.state.slow, app.state.forecasts = Slow(), Forecasts()
    app.state.imports, app.state.done_to_cards = {}, {}
    app.state.backups = {}
    return app


def _error(request: Request, status: int, title: str, message: str) -> Response:
    if view.wants_json(request):
        return JSONResponse({"error": message}, status)
    template = "errors/notice.html" if view.by_htmx(request) else "errors/error.html"
    with view.workspace(request).reading() as work:
        return view.page(request, work, template, status, title=title, message=message)


async def _http_error(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    if status == 404:
        return _error(request, 404, "There is no such page", f"Nothing is at {request.url.path}.")
    return _error(request, status, "That did not work", getattr(error, "detail", ""))


async def _not_found(request: Request, error: Exception) -> Response:
    return _error(request, 404, "There is no such page", str(error))


async def _nobody_there(_request: Request, _error: Exception) -> Response:
    """An upload was abandoned halfway: nothing failed here, and nobody reads this."""
    return Response(status_code=400)


async def _practice_error(request: Request, error: Exception) -> Response:
    return _error(request, 400, "That did not work", str(error))


async def _broken(_request: Request, error: Exception) -> Response:
    """Unexpected errors, as plain text: a page might fail for the same reason. The server's terminal shows where."""
    text = explained(error, "Go back, or please report it with what stands in the terminal where sharpen runs.")
    return PlainTextResponse(text, 500, headers=HEADERS)  # bypasses the middleware that adds the headers
