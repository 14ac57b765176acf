"""Search: one for everything there is. A page of its own, and the dialog that opens over every page."""

from itertools import islice
from typing import assert_never

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.practice.items.card_pool import BROUGHT
from sharpen.practice.search import Found, Kind, everything
from sharpen.web import view

SHOWN = 8
"""Of each kind on one page."""
TITLES = {
    Kind.TOPIC: "Lessons and decks",
    Kind.PROBLEM: "Problems",
    Kind.CASE: "Cases",
    Kind.READING: "Readings",
    Kind.QUESTION: "Behavioral questions",
    Kind.PROJECT: "Projects",
    Kind.STORY: "Stories",
    Kind.CARD: "Cards",
}


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
            address_of=address_of,
        )


def groups(found: list[Found]) -> list[tuple[str, list[Found], int]]:
    """What was found by kind, the kind of the best first: its title, the best of it, and how many more there are."""
    kinds = dict.fromkeys(one.kind for one in found)
    parted = {kind: [one for one in found if one.kind is kind] for kind in kinds}
    return [(TITLES[kind], list(islice(ones, SHOWN)), max(len(ones) - SHOWN, 0)) for kind, ones in parted.items()]


def address_of(found: Found) -> str:
    """The page of what was found."""
    match found.kind:
        case Kind.READING | Kind.QUESTION:
            return f"/{found.kind}s#{found.id}"
        case Kind.PROBLEM | Kind.CASE | Kind.PROJECT:
            return f"/{found.kind}s/{found.id}"
        case Kind.STORY:
            return f"/stories/{found.id}"
        case Kind.TOPIC:
            return view.topic_page(found.topic)
        case Kind.CARD:
            lesson = not found.topic.startswith(BROUGHT)
            return view.topic_page(found.topic) + ("#cards" if lesson else "")
        case _:
            assert_never(found.kind)


ROUTES = [Route("/search", search)]
