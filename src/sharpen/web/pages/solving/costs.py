"""What the best answer costs: the answer to the question before a solution opens."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.practice.errors import BadAnswer
from sharpen.practice.solving import costs
from sharpen.web import view
from sharpen.web.forms import whole
from sharpen.web.pages.solving.problems import pane


async def answer(request: Request) -> Response:
    return await run_in_threadpool(_answer, request, await request.form())


def _answer(request: Request, form: FormData) -> Response:
    slug, said = request.path_params["slug"], "" if form.get("skip") else "-".join(map(str, _places(form)))
    costs.answer(view.workspace(request), slug, _places(form) if said else None)
    if view.by_htmx(request):
        return pane(request, "solution", said)
    return RedirectResponse(f"/problems/{slug}?tab=solution{f'&said={said}' if said else ''}", 303)


def _places(form: FormData) -> list[int]:
    """The options that were chosen. Raises BadAnswer where one is missing."""
    places = [whole(str(form.get(f"part-{number}", ""))) for number in range(2)]
    if None in places:
        raise BadAnswer("Choose one time and one space, or skip the question.")
    return [place for place in places if place is not None]


ROUTES = [Route("/problems/{slug}/costs", answer, methods=["POST"])]
