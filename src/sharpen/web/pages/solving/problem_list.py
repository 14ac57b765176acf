"""The list of problems: narrowed, in one of several orders, and one of them at random."""

import random
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.attempt import Progress
from sharpen.domain.problem import Difficulty, Problem
from sharpen.practice import search
from sharpen.practice.solving import attempts, stars
from sharpen.practice.work import Work
from sharpen.web import view


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to, empty means everything, and its order. It lives in the URL's query."""

    q: str = ""
    difficulty: str = ""
    state: str = ""
    starred: str = ""
    sort: str = ""

    def match(self, problem: Problem, state: Progress, starred: Collection[str]) -> bool:
        """Whether a problem has the difficulty and the state, and a star where that is asked for."""
        wanted = not self.starred or problem.slug in starred
        return wanted and self.difficulty in ("", problem.difficulty) and self.state in ("", state)

    @classmethod
    def of(cls, request: Request) -> "Filters":
        """Those of a request."""
        asked = request.query_params
        sort = asked.get("sort", "")
        return cls(
            asked.get("q", "").strip(),
            asked.get("difficulty", ""),
            asked.get("state", ""),
            "1" if asked.get("starred") else "",
            sort if sort in ORDERS else "",
        )

    @property
    def query(self) -> str:
        """What narrows the list, as a query; empty where nothing does."""
        set_ = {name: value for name, value in vars(self).items() if value}
        return f"?{urlencode(set_)}" if set_ else ""


@dataclass(frozen=True)
class Part:
    """Some problems of the list under a heading, which may lead to a page; `dots` shows where the learner stands."""

    id: str
    title: str
    problems: list[Problem]
    href: str = ""
    dots: bool = False


def problems(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _list(request, work)


def _list(request: Request, work: Work) -> Response:
    filters, progress = Filters.of(request), attempts.progress(work)
    found = list(parts(work, filters, progress))
    answer = view.page(
        request,
        work,
        "problems/_list.html" if view.by_htmx(request) else "problems/problems.html",
        found=found,
        filters=filters,
        shown=sum(len(part.problems) for part in found),
        total=len(progress),
        progress=progress,
        starred=stars.starred(work),
        difficulties=list(Difficulty),
        states=list(Progress),
        orders={name: title for name, (title, _) in ORDERS.items()},
    )
    answer.headers["hx-replace-url"] = f"/problems{filters.query}"
    return answer


def parts(work: Work, filters: Filters, progress: dict[str, Progress]) -> Iterator[Part]:
    """The problems that the filters let through, in parts; none is empty."""
    found, starred = search.problems(work, filters.q), stars.starred(work)
    listed = [work.library.problems[slug] for slug in progress if slug in found]
    listed = [one for one in listed if filters.match(one, progress[one.slug], starred)]
    _, divide = ORDERS[filters.sort]
    return (part for part in divide(work, listed) if part.problems)


def by_topic(work: Work, listed: list[Problem]) -> Iterator[Part]:
    """Under their topics, in the guide's order."""
    here = {problem.slug for problem in listed}
    for topic in work.library.outline:
        mine = [one for one in work.library.problems.of_topic(topic.id) if one.slug in here]
        yield Part(f"topic-{topic.id}", topic.title, mine, f"/topics/{topic.id}", dots=True)


def by_difficulty(_work: Work, listed: list[Problem]) -> Iterator[Part]:
    """Easy ones first, and among them the shortest."""
    for level in Difficulty:
        mine = [one for one in listed if one.difficulty is level]
        yield Part(f"level-{level}", level.capitalize(), sorted(mine, key=lambda one: one.minutes))


def by_last_tried(work: Work, listed: list[Problem]) -> Iterator[Part]:
    """The ones tried last first, then those that were never tried."""
    last = {slug: tried for slug, (tried, _) in work.attempts.standings().items()}
    tried = sorted((one for one in listed if one.slug in last), key=lambda one: last[one.slug], reverse=True)
    yield Part("tried", "Tried, the last first", tried)
    yield Part("untried", "Never tried", [one for one in listed if one.slug not in last])


def by_due(work: Work, listed: list[Problem]) -> Iterator[Part]:
    """Those that are due to be solved again, then those that will be, then those that were not solved."""
    standings, now = work.memories.of_items(one.slug for one in listed), datetime.now(UTC)
    due = {slug: standing.memory.due for slug, standing in standings.items() if standing.memory}
    known = sorted((one for one in listed if one.slug in due), key=lambda one: due[one.slug])
    yield Part("due", "Due now", [one for one in known if due[one.slug] <= now])
    yield Part("later", "Due later, the next first", [one for one in known if due[one.slug] > now])
    yield Part("unsolved", "Not solved yet", [one for one in listed if one.slug not in due])


Divide = Callable[[Work, list[Problem]], Iterator[Part]]
ORDERS: dict[str, tuple[str, Divide]] = {
    "": ("By topic", by_topic),
    "difficulty": ("By difficulty", by_difficulty),
    "tried": ("Last tried", by_last_tried),
    "due": ("Due", by_due),
}
"""The orders of the list: what each is called, and how it divides the problems."""


def at_random(request: Request) -> Response:
    """The way to a problem that is not solved, of those that the filters let through; to the list if there is none."""
    filters = Filters.of(request)
    with view.workspace(request).reading() as work:
        progress = attempts.progress(work)
        listed = [one for part in parts(work, filters, progress) for one in part.problems]
        left = [one for one in listed if not progress[one.slug].is_solved]
    address = f"/problems/{random.choice(left).slug}" if left else f"/problems{filters.query}"
    return RedirectResponse(address, 303, headers={"cache-control": "no-store"})


ROUTES = [Route("/problems", problems), Route("/problems/random", at_random)]
