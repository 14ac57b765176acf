"""Search: one for everything there is. A page of its own, and the dialog that opens over every page."""

from itertools import islice
from typing import assert_never

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.card import OWN
from sharpen.domain.search import text
from sharpen.practice.items.card_pool import BROUGHT
from sharpen.practice.search import Found, Kind, everything
from sharpen.web import view

SHOWN = 8
"""Of each kind on one page."""
PAGES = {
    "/": ("Today", "home start"),
    "/problems": ("Problems", "coding list"),
    "/cases": ("Cases", "system design"),
    "/labs": ("Labs", "designs that run"),
    "/projects": ("Depth", "projects deep dive"),
    "/stories": ("Stories", "behavioral STAR"),
    "/questions": ("Behavioral questions", "behavioral"),
    "/mocks": ("Mock loops", "phone screen onsite full loop interview debrief"),
    "/review": ("Review", "cards due"),
    "/drill": ("Drill", "patterns"),
    "/log": ("Log", "solved elsewhere sheet LeetCode"),
    "/calendar": ("Calendar", "schedule days week move skip ics"),
    "/plan": ("Plan", "date minutes settings weights"),
    "/start": ("Start", "four questions role level date days off"),
    "/placement": ("Placement", "test what you know"),
    "/progress": ("Progress", "readiness"),
    "/statistics": ("Statistics", "reviews retention fit"),
    "/statistics/problems": ("Problem statistics", "solved calendar first try time par"),
    "/readings": ("ML at companies", "readings"),
    "/recordings": ("Recordings", "voice microphone"),
    "/anki": ("Cards from and to Anki", "import export decks"),
    "/settings": ("Settings", "theme dark light export import backup csv data restore"),
    "/interviewer": ("Interviewer", "language model settings"),
    "/cards": ("Cards", "browser my own cards suspended due leeches recall"),
    "/decks": ("Decks and topics", "on off switch custom study weakest cram"),
    "/cards/new": ("New card", "make write own card"),
    "/suspended": ("Suspended cards and notes", "buried leeches"),
}
"""Pages to go to: their titles, and other words by which people look for them."""
TITLES = {
    Kind.PAGE: "Pages",
    Kind.TOPIC: "Lessons and decks",
    Kind.PROBLEM: "Problems",
    Kind.CASE: "Cases",
    Kind.LAB: "Labs",
    Kind.READING: "Readings",
    Kind.QUESTION: "Behavioral questions",
    Kind.PROJECT: "Projects",
    Kind.STORY: "Stories",
    Kind.CARD: "Cards",
}


def search(request: Request) -> Response:
    query = request.query_params.get("q", "").strip()
    with view.workspace(request).reading() as work:
        pages = [(Found(Kind.PAGE, path, title, ""), text(title, words)) for path, (title, words) in PAGES.items()]
        found = everything(work, query, pages) if query else [page for page, _ in pages]
        return view.page(
            request,
            work,
            "search/_found.html" if view.by_htmx(request) else "search/search.html",
            query=query,
            groups=groups(found, len(pages) if not query else SHOWN),
            total=len(found),
            address_of=address_of,
        )


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
