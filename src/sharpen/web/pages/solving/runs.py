"""Runs: the learner's own trials on the code as it is now. Nothing is recorded but the draft."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.verdict import TrialResult
from sharpen.practice.solving import attempts
from sharpen.web import view
from sharpen.web.pages.solving.drafts import Typed, keep, typed
from sharpen.web.pages.solving.pictures import as_url, draw
from sharpen.web.pages.solving.problems import drawable, whole_page


async def create(request: Request) -> Response:
    work = typed(await request.form())
    return await run_in_threadpool(_run, request, work)


def _run(request: Request, work: Typed) -> Response:
    ws, slug = view.workspace(request), request.path_params["slug"]
    saved = keep(ws, slug, work)
    results: list[TrialResult] = [attempts.run(ws, slug, work.source, trial) for trial in saved.trials]
    if not view.by_htmx(request):
        pictures = {trial: as_url(svg) for trial in saved.trials if (svg := draw(ws, slug, work.source, trial))}
        return whole_page(request, runs=results, pictures=pictures)
    return view.page(
        request,
        "runs/_trials.html",
        problem=ws.problem(slug),
        draft=saved,
        runs={result.trial: result for result in results},
        pictures={},
        drawable=drawable(ws, slug),
    )


ROUTES = [Route("/problems/{slug}/runs", create, methods=["POST"])]
