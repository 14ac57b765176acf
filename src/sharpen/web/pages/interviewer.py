"""The settings of the interviewer one may plug in: where it is, what it may cost, what is sent to it, and a test."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.interviewer import RequestKind
from sharpen.interviewer.endpoint import BadEndpoint
from sharpen.practice.interviewer import asking, plugging
from sharpen.practice.interviewer.asking import Preview
from sharpen.web import view
from sharpen.web.forms import whole
from sharpen.web.interviewing import answered

KINDS = (RequestKind.RUBRIC, RequestKind.FOLLOW_UP)
HOME = "/interviewer"


def show(request: Request) -> Response:
    return _page(request)


def _page(request: Request, why: str = "", **typed: Any) -> Response:
    """The page, with what was typed where it could not be kept; a key that was typed is not shown again."""
    ws = view.workspace(request)
    with ws.reading() as work:
        here = plugging.status(ws, work)
        fields = {"url": here.url, "model": here.model, "budget": here.budget} | typed
        return view.page(
            request,
            work,
            "interviewer/interviewer.html",
            400 if why else 200,
            here=here,
            fields=fields,
            kinds=KINDS,
            test=asking.preview(here.endpoint, plugging.probe(), here.left) if here.endpoint else None,
            why=why,
        )


async def change(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_change, request, form)


def _change(request: Request, form: FormData) -> Response:
    typed = {name: str(form.get(name, "")) for name in ("url", "model", "budget")}
    key = str(form.get("key", ""))
    try:
        plugging.change(
            view.workspace(request),
            url=typed["url"] if "url" in form else None,
            model=typed["model"] if "model" in form else None,
            key="" if "no_key" in form else key or None,
            budget=_budget(typed["budget"]),
            allow_open=bool(form.get("open")),
        )
    except BadEndpoint as problem:
        return _page(request, str(problem), **{name: value for name, value in typed.items() if name in form})
    return RedirectResponse(HOME, 303)


def _budget(text: str) -> int | None:
    if not text:
        return None
    budget = whole(text.replace(",", "").strip())
    return -1 if budget is None else budget  # which is refused, with the bounds


def forget(request: Request) -> Response:
    plugging.forget(view.workspace(request))
    return RedirectResponse(HOME, 303)


def ask_again(request: Request) -> Response:
    plugging.ask_again(view.workspace(request))
    return RedirectResponse(HOME, 303)


async def test(request: Request) -> Response:
    """Ask whether it is ready. The page shows what that sends, so its button is the consent."""
    ws = view.workspace(request)

    def asked(consent: asking.Consent) -> list[str | Preview]:
        return [plugging.test(ws, consent)]

    return await answered(request, await request.form(), asked, "interviewer/_tested.html", HOME)


ROUTES = [
    Route(HOME, show),
    Route(HOME, change, methods=["POST"]),
    Route(f"{HOME}/forget", forget, methods=["POST"]),
    Route(f"{HOME}/ask-again", ask_again, methods=["POST"]),
    Route(f"{HOME}/test", test, methods=["POST"]),
]
