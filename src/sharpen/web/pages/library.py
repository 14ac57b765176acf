"""The Library: everything there is, on one page, with how much of it there is."""

from collections import Counter

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.card import OWN
from sharpen.domain.counting import counted
from sharpen.practice.items.card_pool import BROUGHT
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work
from sharpen.web import heat_map, places, view


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return view.page(
            request,
            work,
            "library/library.html",
            shelves=places.SHELVES,
            here=places.LIBRARY,
            rounds={id_: heat_map.short(title) for id_, title in work.library.outline.rounds.items()},
            topics=Counter(topic.round for topic in work.library.outline),
            counts=counts(work),
        )


def counts(work: Work) -> dict[str, str]:
    """How much there is at each place where something can be counted, by its path."""
    library, decks = work.library, work.cards.topics()
    mine, brought = (sum(decks[deck] for deck in decks if deck.startswith(begin)) for begin in (OWN, BROUGHT))
    solved = sum(state.is_solved for state in attempts.progress(work).values())
    read = len(work.readings.read() & set(library.readings))
    lessons = sum(library.lessons.exists(topic.id) for topic in library.outline)
    labs = sum(library.cases.has_lab(case) for case in library.cases)
    return {
        places.ROUNDS: counted(lessons, "lesson"),
        "/problems": f"{solved} of {len(library.problems)} solved",
        "/drill": counted(len(library.drills), "statement"),
        "/projects": f"{counted(len(work.projects.names()), 'project')}, {counted(len(library.ladders), 'ladder')}",
        "/cases": counted(len(library.cases), "case"),
        "/labs": counted(labs, "lab"),
        "/readings": f"{read} of {len(library.readings)} read",
        "/stories": counted(len(work.stories.summaries()), "story", "stories"),
        "/questions": counted(len(library.questions), "question"),
        "/mocks": counted(len(work.mocks.stamps()), "mock"),
        "/cards": counted(len(library.cards.index()) + mine + brought, "card"),
        "/decks": counted(len({item.topic for item in library.cards.index().values()}) + len(decks), "deck"),
        places.MY_CARDS: counted(mine, "card"),
        "/anki": counted(brought, "card"),
        "/log": counted(sum(1 for _ in work.sheet_rows.everything()), "problem"),
        "/recordings": counted(len(work.recordings.listed()), "recording"),
    }


ROUTES = [Route(places.LIBRARY, show)]
