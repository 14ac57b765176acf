"""Lists of items: the suspended, with a way back; those that lapse again and again, with advice; and notes."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.practice.day import listing
from sharpen.practice.items import card_pool
from sharpen.web import view

ACTIONS = {
    "take-back": listing.ask_again,
    "suspend": listing.suspend,
    "delete-note": lambda ws, item: listing.note(ws, item, ""),
}

PLACES = {"take-back": "suspended", "suspend": "leeches", "delete-note": "notes"}
"""The part of the page where the rest of each list is."""


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return view.page(
            request,
            work,
            "listing/listing.html",
            suspended=listing.suspended(work),
            leeches=listing.leeches(work),
            noted=listing.noted(work),
            titles=card_pool.titles(work),
        )


async def act(request: Request) -> Response:
    action = ACTIONS.get(request.path_params["action"])
    if action is None:
        raise HTTPException(404)
    form = await request.form()
    await run_in_threadpool(action, view.workspace(request), str(form.get("item", "")))
    return RedirectResponse(f"/suspended#{PLACES[request.path_params['action']]}", 303)


ROUTES = [Route("/suspended", show), Route("/suspended/{action}", act, methods=["POST"])]
