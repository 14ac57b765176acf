"""Search: one for lessons, problems and cards. A page of its own, and the dialog that opens over every page."""

from itertools import islice

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.practice.search import Found, Kind, everything
from sharpen.web import view

SHOWN = 8
"""Of each kind on one page."""
TITLES = {Kind.TOPIC: "Lessons and decks", Kind.PROBLEM: "Problems", Kind.CARD: "Cards"}


def search(request: Request) -> Response:
    query = request.query_params.get("q", "").strip()
    with view.workspace(request).reading() as work:
        found = everything(work, query)
        return view.page(
            request,
            work,
            "search/_found.html" if view.by_htmx(request) else "search/search.html",
            query=query,
            groups=groups(found),
            total=len(found),
        )


def groups(found: list[Found]) -> list[tuple[str, list[Found], int]]:
    """What was found by kind, the kind of the best first: its title, the best of it, and how many more there are."""
    kinds = dict.fromkeys(one.kind for one in found)
    parted = {kind: [one for one in found if one.kind is kind] for kind in kinds}
    return [(TITLES[kind], list(islice(ones, SHOWN)), max(len(ones) - SHOWN, 0)) for kind, ones in parted.items()]


ROUTES = [Route("/search", search)]
