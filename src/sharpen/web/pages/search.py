"""Search: one for everything there is. A page of its own, and the dialog that opens over every page."""

from collections.abc import Iterator
from itertools import islice
from typing import assert_never

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.card import OWN
from sharpen.domain.search import Text, text
from sharpen.practice.items.card_pool import BROUGHT
from sharpen.practice.search import Found, Kind, everything
from sharpen.practice.work import Work
from sharpen.web import places, view

SHOWN = 8
"""Of each kind on one page."""
TITLES = {
    Kind.PAGE: "Pages",
    Kind.TOPIC: "Lessons and decks",
    Kind.PROBLEM: "Problems",
    Kind.CASE: "Cases",
    Kind.LAB: "Labs",
    Kind.LADDER: "Ladders of a dive",
    Kind.READING: "Readings",
    Kind.QUESTION: "Behavioral questions",
    Kind.PROJECT: "Projects",
    Kind.STORY: "Stories",
    Kind.CARD: "Cards",
}


def search(request: Request) -> Response:
    query = request.query_params.get("q", "").strip()
    with view.workspace(request).reading() as work:
        pages = list(_pages(work))
        # The Library shows the pages itself: beside it, only what was typed is asked for.
        listed = [] if "typed" in request.query_params else [page for page, _ in pages]
        found = everything(work, query, pages) if query else listed
        return view.page(
            request,
            work,
            "search/_found.html" if view.by_htmx(request) else "search/search.html",
            query=query,
            groups=groups(found, len(pages) if not query else SHOWN),
            total=len(found),
            address_of=address_of,
        )


def _pages(work: Work) -> Iterator[tuple[Found, Text]]:
    """The places one can go to, and the rounds."""
    for place in places.PLACES.values():
        if not place.fetched:
            yield Found(Kind.PAGE, place.path, place.title, "", place.note), text(place.title, place.words)
    for round_, title in work.library.outline.rounds.items():
        yield Found(Kind.PAGE, f"{places.ROUNDS}/{round_}", title, "", "A round of the loop"), text(f"round {title}")


def groups(found: list[Found], most: int = SHOWN) -> list[tuple[str, list[Found], int]]:
    """What was found by kind, the kind of the best first: its title, the best of it, and how many more there are."""
    kinds = dict.fromkeys(one.kind for one in found)
    parted = {kind: [one for one in found if one.kind is kind] for kind in kinds}
    return [(TITLES[kind], list(islice(ones, most)), max(len(ones) - most, 0)) for kind, ones in parted.items()]


def address_of(found: Found) -> str:
    """The page of what was found."""
    match found.kind:
        case Kind.READING | Kind.QUESTION:
            return f"/{found.kind}s#{found.id}"
        case Kind.PAGE:
            return found.id
        case Kind.PROBLEM | Kind.CASE | Kind.LAB | Kind.PROJECT:
            return f"/{found.kind}s/{found.id}"
        case Kind.STORY:
            return f"/stories/{found.id}"
        case Kind.LADDER if found.topic:
            return f"/projects/{found.topic}/dives?first={found.id}"
        case Kind.LADDER:
            return f"{places.ROUNDS}/depth#ladder-{found.id}"
        case Kind.TOPIC:
            return view.topic_page(found.topic)
        case Kind.CARD if found.id.startswith(OWN):
            return f"/cards?open={found.id}"
        case Kind.CARD:
            lesson = not found.topic.startswith(BROUGHT)
            return view.topic_page(found.topic) + ("#cards" if lesson else "")
        case _:
            assert_never(found.kind)


ROUTES = [Route("/search", search)]
