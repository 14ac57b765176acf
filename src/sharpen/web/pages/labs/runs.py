"""Runs of labs: begin one and watch it, cancel it, read its report, put two side by side.

With JavaScript its progress is streamed into the page; without, the answer is the report, once it is there.
"""

import json
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.lab import Lab
from sharpen.domain.lab_report import LabReport
from sharpen.domain.lab_run import LabRun, RunState
from sharpen.domain.lab_tables import compared, offline_against_online, outcome, score, sentences, tables, warnings
from sharpen.domain.prediction import BadPrediction
from sharpen.labs.interface import Progress
from sharpen.practice import Workspace
from sharpen.practice.design import lab_runs, labs
from sharpen.practice.errors import NoSuchRun, PracticeError
from sharpen.practice.work import Work
from sharpen.web import lab_pictures as pictures
from sharpen.web import view
from sharpen.web.forms import whole
from sharpen.web.pages.labs.labs import SAYING, page, pane, sent
from sharpen.web.stream import event_stream, follow

LARGEST_SEED = 2**31 - 1


async def create(request: Request) -> Response:
    ws, slug = view.workspace(request), request.path_params["slug"]
    form = await request.form()
    source, predictions = sent(form)
    saved = await run_in_threadpool(labs.save, ws, slug, source, predictions)
    seed = min(whole(str(form.get("seed", ""))) or 1, LARGEST_SEED)
    short, again = bool(form.get("short")), bool(form.get("again"))
    begin = partial(lab_runs.start, ws, slug, source, predictions, seed=seed, short=short, again=again)
    try:
        run = await run_in_threadpool(begin)
    except BadPrediction as problem:
        return _refused(request, slug, version=saved.version, fault=str(problem))
    except PracticeError as problem:
        return _refused(request, slug, version=saved.version, why=str(problem))
    known = run.state is not RunState.RUNNING
    if "text/event-stream" in request.headers.get("accept", ""):
        return event_stream(_as_it_comes(request, ws, run, saved.version, known=known))
    if not known:
        async for _ in follow(partial(lab_runs.follow, ws, run.id)):
            pass
    return RedirectResponse(f"/labs/{slug}/runs/{run.id}{'?known=1' if known else ''}", 303)


def _refused(request: Request, slug: str, **words: str) -> Response:
    """No run began: the pane says why, or the field of predictions does."""
    with view.workspace(request).reading() as work:
        if not view.by_htmx(request):
            return page(request, work, slug, 400, **words)
        run = next(iter(work.lab_runs.of_lab(slug, 1)), None)
        around = {"fault": "", "why": "", "lab": labs.named(work, slug), **pane(run), **words}
        return HTMLResponse(view.part(request, "labs/_pane.html", **around))


async def _as_it_comes(
    request: Request, ws: Workspace, run: LabRun, version: str, *, known: bool
) -> AsyncIterator[str]:
    """The pane after all news of the run, and its end."""
    lab = labs.named(ws, run.lab)
    about = {"lab": lab, "fault": "", "why": "", "known": known, "version": version, "whole": False, **SAYING}
    now = partial(view.part, request, "labs/_pane.html", **about)
    if not known:
        yield now(run=run, progress=None, left=None, live=True)
        async for batch in follow(partial(lab_runs.follow, ws, run.id)):
            progress: Progress | None = batch[-1]
            yield now(run=run, progress=progress, left=lab_runs.seconds_left(run, progress), live=True)
    ended = await run_in_threadpool(_found, ws, run.id)
    yield now(run=ended, progress=None, left=None, live=False)


def _found(ws: Workspace, run_id: str) -> LabRun:
    with ws.reading() as work:
        return lab_runs.find(work, run_id)


def progress(request: Request) -> Response:
    """The pane as it is now, for a page that was opened while the run goes on."""
    with view.workspace(request).reading() as work:
        lab, run = _of_path(request, work)
        if not view.by_htmx(request):
            return RedirectResponse(f"/labs/{lab.slug}/runs/{run.id}", 303)
        return HTMLResponse(view.part(request, "labs/_pane.html", lab=lab, fault="", why="", **pane(run)))


def cancel(request: Request) -> Response:
    ws, slug = view.workspace(request), request.path_params["slug"]
    lab_runs.cancel(ws, request.path_params["id"])
    return Response(status_code=204) if view.by_htmx(request) else RedirectResponse(f"/labs/{slug}", 303)


def take_up(request: Request) -> Response:
    """The design of the run, in the editor; what was there is brought back by Undo."""
    slug = request.path_params["slug"]
    labs.take_up(view.workspace(request), slug, request.path_params["id"])
    return RedirectResponse(f"/labs/{slug}", 303)


def report(request: Request) -> Response:
    """Everything that a run found; of one without a report, how it stands."""
    with view.workspace(request).reading() as work:
        lab, run = _of_path(request, work)
        if run.report is None:
            return view.page(request, work, "labs/run.html", lab=lab, fault="", why="", **{**pane(run), "whole": True})
        runs = lab_runs.earlier(work, run)
        reports = [each.report for each in runs if each.report]
        name = lab_runs.names(work, lab.slug)
        return view.page(
            request,
            work,
            "labs/report.html",
            lab=lab,
            run=run,
            name=name(run),
            report=run.report,
            warnings=list(warnings(run.report)),
            sentences=list(sentences(lab, run.report)),
            tables={figures.title.partition(":")[0]: figures for figures in tables(lab, run.report)},
            drawn=drawn(lab, run.report),
            against=Markup(pictures.against(lab, _named(runs, name))) if run.report.offline and run.report.ab else "",
            moral=offline_against_online(lab, reports),
            earlier=[each for each in runs if each.id != run.id],
            known=bool(request.query_params.get("known")),
            outcome=outcome,
            score=score,
        )


def drawn(lab: Lab, found: LabReport, beside: LabReport | None = None) -> dict[str, Markup]:
    """The pictures of a report by their names, on the scales of the report `beside` it too.

    Those of stages that were not run are not there.
    """
    other = beside or found
    parts: dict[str, Callable[[], str] | None] = {
        "offline": partial(pictures.offline, lab, found.offline, other.offline) if found.offline else None,
        "slices": partial(pictures.slices, lab, found.offline) if found.offline and found.offline.slices else None,
        "lift": partial(pictures.lift, found.ab, other.ab) if found.ab else None,
        "latency": partial(pictures.latency, lab, found.load, other.load) if found.load else None,
        "month": partial(pictures.month, found.month, other.month) if found.month else None,
    }
    return {name: Markup(draw()) for name, draw in parts.items() if draw}


def _named(runs: list[LabRun], name: Callable[[LabRun], str]) -> list[tuple[str, LabReport]]:
    """Reports by the names of their runs, the last of which is this one."""
    return [(name(each), each.report) for each in runs if each.report]


def as_json(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        lab, run = _of_path(request, work)
        if run.report is None:
            raise NoSuchRun(run.id)
        text = json.dumps(run.report.document(), indent=2, allow_nan=False)
        named = f'attachment; filename="{lab.slug}-{run.id}.json"'
        return Response(text, media_type="application/json", headers={"content-disposition": named})


def compare(request: Request) -> Response:
    """Two runs side by side: the last two, unless others are named."""
    with view.workspace(request).reading() as work:
        lab = labs.named(work, request.path_params["slug"])
        last: tuple[LabRun | None, LabRun | None] = lab_runs.last_two(work, lab.slug) or (None, None)
        asked = [request.query_params.get(name) for name in ("a", "b")]
        chosen = [_of_lab(work, lab, id_) if id_ else last[at] for at, id_ in enumerate(asked)]
        runs = [run for run in chosen if run and run.report]
        a, b = [*(run.report for run in runs), None, None][:2]
        pair: list[dict[str, Any]] = []
        if a and b:
            pictured = (drawn(lab, a, b), drawn(lab, b, a))
            sides = zip(runs, pictured, ("First", "Second"), strict=True)
            pair = [{"run": run, "drawn": drawings, "place": place} for run, drawings, place in sides]
        return view.page(
            request,
            work,
            "labs/compare.html",
            lab=lab,
            pair=pair,
            figures=compared(lab, a, b) if a and b else None,
            runs=[run for run in work.lab_runs.of_lab(lab.slug, 50) if run.report],
            score=score,
            run_name=lab_runs.names(work, lab.slug),
        )


def _of_path(request: Request, work: Work) -> tuple[Lab, LabRun]:
    lab = labs.named(work, request.path_params["slug"])
    return lab, _of_lab(work, lab, request.path_params["id"])


def _of_lab(work: Work, lab: Lab, run_id: str) -> LabRun:
    """A run of this lab. Raises NoSuchRun for one of another."""
    run = lab_runs.find(work, run_id)
    if run.lab != lab.slug:
        raise NoSuchRun(run_id)
    return run


ROUTES = [
    Route("/labs/{slug}/compare", compare),
    Route("/labs/{slug}/runs", create, methods=["POST"]),
    Route("/labs/{slug}/runs/{id}", report),
    Route("/labs/{slug}/runs/{id}/report.json", as_json),
    Route("/labs/{slug}/runs/{id}/progress", progress),
    Route("/labs/{slug}/runs/{id}/cancel", cancel, methods=["POST"]),
    Route("/labs/{slug}/runs/{id}/design", take_up, methods=["POST"]),
]
