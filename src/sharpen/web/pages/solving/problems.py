"""Problems: the list of them all, and the page one is solved on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.attempt import Attempt, Progress
from sharpen.domain.problem import Difficulty, Problem
from sharpen.domain.topic import Topic
from sharpen.domain.verdict import TrialResult
from sharpen.practice import Workspace
from sharpen.practice.errors import NoSuchAttempt
from sharpen.practice.solving import attempts, drafts, hints, recurrence
from sharpen.web import view
from sharpen.web.diff import Line, diff

TABS = ("statement", "hints", "solution", "attempts")
SHOWN = 50
"""Attempts on one page of the Attempts tab."""


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty means everything. It lives in the URL's query."""

    q: str = ""
    difficulty: str = ""
    state: str = ""

    def match(self, problem: Problem, topic: Topic, state: Progress) -> bool:
        text = f"{problem.title} {problem.summary} {topic.title} {problem.slug}".casefold()
        return (
            self.difficulty in ("", problem.difficulty)
            and self.state in ("", state)
            and all(word in text for word in self.q.casefold().split())
        )

    @property
    def url(self) -> str:
        set_ = {name: value for name, value in vars(self).items() if value}
        return f"/problems?{urlencode(set_)}" if set_ else "/problems"


def problems(request: Request) -> Response:
    ws = view.workspace(request)
    query = request.query_params
    filters = Filters(query.get("q", "").strip(), query.get("difficulty", ""), query.get("state", ""))
    progress = attempts.progress(ws)
    found = list(by_topic(ws, filters, progress))
    answer = view.page(
        request,
        "problems/_list.html" if view.by_htmx(request) else "problems/problems.html",
        found=found,
        filters=filters,
        shown=sum(len(listed) for _, listed in found),
        total=len(ws.library.problems),
        progress=progress,
        difficulties=list(Difficulty),
        states=list(Progress),
    )
    answer.headers["hx-replace-url"] = filters.url
    return answer


def by_topic(ws: Workspace, filters: Filters, progress: dict[str, Progress]) -> Iterator[tuple[Topic, list[Problem]]]:
    """The problems that the filters let through, under their topics in the guide's order."""
    for topic in ws.library.outline:
        listed = [p for p in ws.library.of_topic(topic.id) if filters.match(p, topic, progress[p.slug])]
        if listed:
            yield topic, listed


def problem(request: Request) -> Response:
    tab, chosen = request.query_params.get("tab", ""), request.query_params.get("attempt")
    if view.by_htmx(request):
        slug = request.path_params["slug"]
        return view.page(request, "problems/_reading.html", **reading(request, slug, tab, chosen))
    return whole_page(request, tab, chosen)


def whole_page(
    request: Request,
    tab: str = "",
    chosen: str | None = None,
    runs: Sequence[TrialResult] = (),
    pictures: Mapping[str, str] | None = None,
) -> Response:
    """The page of a problem, with the verdict of the chosen attempt or the last, or with runs."""
    ws, slug = view.workspace(request), request.path_params["slug"]
    problem, now = ws.problem(slug), drafts.draft(ws, slug)
    latest = [chosen] if chosen else [attempt.id for attempt in attempts.attempts(ws, slug, 1)]
    return view.page(
        request,
        "problems/problem.html",
        **reading(request, slug, tab, chosen),
        draft=now,
        can_undo=drafts.can_undo_reset(ws, slug),
        entry=problem.entry,
        attempt=find(ws, slug, latest[0]) if latest else None,
        live=False,
        drawable=drawable(ws, slug),
        back=recurrence.comes_back(ws, slug),
        pictures=pictures or {},
        runs={result.trial: result for result in runs},
        pane="trials" if runs else "verdict",
    )


def reading(request: Request, slug: str, tab: str = "", chosen: str | None = None) -> dict[str, Any]:
    """What the reading pane shows: the tabs, and the one that is open."""
    ws = view.workspace(request)
    problem = ws.problem(slug)
    tab = tab if tab in TABS else "statement"
    return {
        "problem": problem,
        "topic": ws.library.outline.topic(problem.topic),
        "tab": tab,
        "hints_shown": hints.shown(ws, slug),
        "hints": ws.library.hints(slug),
        "attempt_count": attempts.count(ws, slug),
        "state": attempts.progress(ws)[slug],
        **_TAB_CONTENT[tab](ws, slug, chosen),
    }


def current_tab(request: Request) -> str:
    """The tab that is open on the page from which a script of ours sent this request."""
    query = parse_qs(urlsplit(request.headers.get("hx-current-url", "")).query)
    return query.get("tab", [""])[0]


def drawable(ws: Workspace, slug: str) -> bool:
    """Whether the problem draws pictures of answers."""
    return (ws.library.folder(slug) / "picture.py").is_file()


def find(ws: Workspace, slug: str, attempt_id: str) -> Attempt:
    """An attempt at this problem. Raises NoSuchAttempt for one at another."""
    attempt = attempts.attempt(ws, attempt_id)
    if attempt.problem != slug:
        raise NoSuchAttempt(attempt_id)
    return attempt


def _statement(ws: Workspace, slug: str, _chosen: str | None) -> dict[str, Any]:
    return {"statement": ws.library.statement(slug)}


def _hints(_ws: Workspace, _slug: str, _chosen: str | None) -> dict[str, Any]:
    return {}


def _solution(ws: Workspace, slug: str, _chosen: str | None) -> dict[str, Any]:
    if not hints.may_see_solution(ws, slug):
        return {"solution": None, "again": hints.closed_again(ws, slug)}
    return {
        "solution": ws.library.solution(slug),
        "notes": ws.library.notes(slug),
        "peeked": hints.peeked(ws, slug),
    }


def _attempts(ws: Workspace, slug: str, chosen: str | None) -> dict[str, Any]:
    shown = find(ws, slug, chosen) if chosen else None
    now = drafts.draft(ws, slug).source if shown else ""
    changes: list[Line] = diff(shown.source, now) if shown else []
    return {"attempts": attempts.attempts(ws, slug, SHOWN), "chosen": shown, "changes": changes}


_TAB_CONTENT = {"statement": _statement, "hints": _hints, "solution": _solution, "attempts": _attempts}

ROUTES = [Route("/problems", problems), Route("/problems/{slug}", problem)]
