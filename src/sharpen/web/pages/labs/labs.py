"""Labs: the list of them all, the page that a design is written on, and the design, kept as it is typed."""

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.lab_run import DesignDraft, LabRun
from sharpen.domain.lab_tables import outcome, score, warnings
from sharpen.domain.lab_terms import MAY, METHODS, measured
from sharpen.domain.prediction import NAMES
from sharpen.domain.problem import Profile, libraries
from sharpen.practice import Workspace
from sharpen.practice.design import lab_runs, labs
from sharpen.practice.work import Work
from sharpen.web import view

SAYING = {"outcome": outcome, "warnings": warnings, "readings": lab_runs.readings}
"""What the pane of a run says of it."""
SHOWN = 50
"""Runs listed on the page of a lab."""


def listed(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return view.page(request, work, "labs/labs.html", labs=labs.listed(work), score=score)


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return page(request, work, request.path_params["slug"])


def page(request: Request, work: Work, slug: str, status: int = 200, **given: Any) -> Response:
    """The page of a lab with its last run, or what is `given`: `fault` in the predictions, or `why` no run began."""
    lab, design, runs = labs.named(work, slug), labs.design(work, slug), work.lab_runs.of_lab(slug, SHOWN)
    run = next(iter(runs), None)
    around = {
        "lab": lab,
        "texts": work.library.labs.texts(slug),
        "design": design,
        "runs": runs,
        "names": NAMES,
        "run_name": lab_runs.names(work, slug),
        "libraries": libraries(Profile.LAB.packages),
        "methods": METHODS,
        "may": MAY,
        "measured": list(measured(lab)),
        "score": score,
        "fault": "",
        "why": "",
    }
    return view.page(request, work, "labs/lab.html", status, **{**around, **pane(run), "whole": True, **given})


def pane(run: LabRun | None) -> dict[str, Any]:
    """What the pane of a run shows."""
    progress = lab_runs.progress(run.id) if run else None
    left = lab_runs.seconds_left(run, progress) if run else None
    return {
        "run": run,
        "progress": progress,
        "left": left,
        "live": False,
        "known": False,
        "version": "",
        "whole": False,
        **SAYING,
    }


def sent(form: FormData) -> tuple[str, str]:
    """The source and the predictions in a form, with Python's line ends."""

    def text(name: str) -> str:
        return str(form.get(name, "")).replace("\r\n", "\n").replace("\r", "\n")

    return text("source"), text("predictions")


async def save(request: Request) -> Response:
    form = await request.form()
    base = str(form["base"]) if "base" in form else None
    ws, slug = view.workspace(request), request.path_params["slug"]
    return _front(await run_in_threadpool(labs.save, ws, slug, *sent(form), base))


def reset(request: Request) -> Response:
    return _changed(request, labs.reset)


def undo(request: Request) -> Response:
    return _changed(request, labs.undo_reset)


def _changed(request: Request, change: Callable[[Workspace, str], DesignDraft]) -> Response:
    slug = request.path_params["slug"]
    now = change(view.workspace(request), slug)
    return _front(now) if view.wants_json(request) else RedirectResponse(f"/labs/{slug}", 303)


def _front(now: DesignDraft) -> Response:
    return JSONResponse({"version": now.version, "source": now.source, "canUndo": bool(now.before)})


ROUTES = [
    Route("/labs", listed),
    Route("/labs/{slug}", show),
    Route("/labs/{slug}/design", save, methods=["POST"]),
    Route("/labs/{slug}/design/reset", reset, methods=["POST"]),
    Route("/labs/{slug}/design/undo", undo, methods=["POST"]),
]
