"""Trials: the learner's own, run on the code as it is now. Nothing is recorded but the draft."""

from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from sharpen.domain.verdict import TrialResult
from sharpen.practice.solving import attempts, drafts
from sharpen.web import view
from sharpen.web.editor import Typed, typed
from sharpen.web.pages.solving.pictures import as_url, draw
from sharpen.web.pages.solving.problems import drawable, whole_page


async def create(request: Request) -> Response:
    form = await request.form()
    sent, case = typed(form), str(form.get("case", "")).replace("\r\n", "\n").strip()
    if case and case not in sent.trials:  # one of the judge's own, to be looked into
        sent = replace(sent, trials=(*sent.trials, case))
    return await run_in_threadpool(_run, request, sent)


def _run(request: Request, sent: Typed) -> Response:
    ws, slug = view.workspace(request), request.path_params["slug"]
    saved = drafts.save(ws, slug, **vars(sent))
    results: list[TrialResult] = [attempts.run(ws, slug, sent.source, trial) for trial in saved.trials]
    if not view.by_htmx(request):
        drawn = {trial: as_url(svg) for trial in saved.trials if (svg := draw(ws, slug, sent.source, trial))}
        return whole_page(request, runs=results, drawn=drawn)
    trials = view.part(
        request,
        "trials/_trials.html",
        problem=ws.problem(slug),
        draft=saved,
        runs={result.trial: result for result in results},
        pictures={},
        drawable=drawable(ws.library, slug),
        whole=False,
    )
    return HTMLResponse(trials)


ROUTES = [Route("/problems/{slug}/runs", create, methods=["POST"])]
