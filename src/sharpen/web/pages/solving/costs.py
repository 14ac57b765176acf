"""What the best answer costs: the answer to the question before a solution opens."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.practice.solving import costs
from sharpen.web import view
from sharpen.web.forms import places_in
from sharpen.web.pages.solving.problems import pane


async def answer(request: Request) -> Response:
    return await run_in_threadpool(_answer, request, await request.form())


def _answer(request: Request, form: FormData) -> Response:
    slug, places = request.path_params["slug"], None if form.get("skip") else places_in(form)
    costs.answer(view.workspace(request), slug, places)
    said = "-".join(map(str, places or ()))
    if view.by_htmx(request):
        return pane(request, "solution", said)
    return RedirectResponse(f"/problems/{slug}?tab=solution{f'&said={said}' if said else ''}", 303)


ROUTES = [Route("/problems/{slug}/costs", answer, methods=["POST"])]
