"""Problems: the page one is solved on."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.content import statement_pictures
from sharpen.content.library import Library
from sharpen.domain.attempt import Attempt
from sharpen.domain.extras import how_to_install
from sharpen.domain.problem import in_torch
from sharpen.domain.verdict import TrialResult
from sharpen.practice.errors import NoSuchAttempt
from sharpen.practice.solving import attempts, costs, draft_versions, drafts, hints, pictures, stars
from sharpen.practice.solving.afterward import afterward
from sharpen.practice.work import Work
from sharpen.web import attempt_pictures, markup, view
from sharpen.web.diff import Line, diff
from sharpen.web.forms import whole

TABS = ("statement", "hints", "solution", "attempts", "lesson", "drafts")
CONSTRAINTS = "### Constraints"
"""The heading of a statement below its example."""
SHOWN = 50
"""Attempts on one page of the Attempts tab."""


def problem(request: Request) -> Response:
    query = request.query_params
    tab, attempt, version = query.get("tab", ""), query.get("attempt"), query.get("version")
    chosen = {"drafts": version, "solution": query.get("said")}.get(tab, attempt)
    return pane(request, tab, chosen) if view.by_htmx(request) else whole_page(request, tab, attempt, chosen)


def pane(request: Request, tab: str, chosen: str | None = None) -> Response:
    """The reading pane alone, for a script of ours."""
    with view.workspace(request).reading() as work:
        shown = reading(request, work, request.path_params["slug"], tab, chosen)
        return view.page(request, work, "problems/_reading.html", **shown)


def tab_again(request: Request, tab: str) -> Response:
    """A tab after something was done on it: the pane for a script of ours, else the way back to its page."""
    if view.by_htmx(request):
        return pane(request, tab)
    return RedirectResponse(f"/problems/{request.path_params['slug']}?tab={tab}", 303)


def whole_page(
    request: Request,
    tab: str = "",
    attempt: str | None = None,
    chosen: str | None = None,
    runs: Sequence[TrialResult] = (),
    drawn: Mapping[str, str] | None = None,
) -> Response:
    """The page of a problem, with what is chosen on the tab, and the verdict of this attempt or the last, or runs."""
    slug = request.path_params["slug"]
    with view.workspace(request).reading() as work:
        problem = work.problem(slug)
        latest = [attempt] if attempt else [each.id for each in work.attempts.of_problem(slug, 1)]
        draft = drafts.draft(work, slug)
        judged = find(work, slug, latest[0]) if latest else None
        return view.page(
            request,
            work,
            "problems/problem.html",
            **reading(request, work, slug, tab, chosen),
            draft=draft,
            untouched=work.library.problems.is_starter(slug, draft.source),
            can_undo=drafts.can_undo_reset(work, slug),
            install_torch=how_to_install("torch"),
            beside=draft_versions.left_beside(work, slug),
            entry=problem.entry,
            attempt=judged,
            live=False,
            drawable=drawable(work.library, slug),
            after=afterward(work, judged) if judged else None,
            pictures=drawn or {},
            runs={result.trial: result for result in runs},
            pane="trials" if runs else "verdict",
            whole=True,
        )


def reading(request: Request, work: Work, slug: str, tab: str = "", chosen: str | None = None) -> dict[str, Any]:
    """What the reading pane shows: the tabs, and the one that is open. Raises NotFound."""
    problem = work.problem(slug)
    tab = tab if tab in TABS else "statement"
    return {
        "problem": problem,
        "topic": work.library.outline.topic(problem.topic),
        "has_lesson": work.library.lessons.exists(problem.topic),
        "tab": tab,
        "picture": pictures.beside_statement(view.workspace(request), slug) if tab == "statement" else None,
        "hints_shown": hints.count_shown(work, slug),
        "hints": work.library.problems.hints(slug),
        "attempt_count": work.attempts.count(slug),
        "state": attempts.progress_of(work, slug),
        "starred": slug in stars.starred(work),
        "in_torch": problem.torch and in_torch(drafts.draft(work, slug).source),
        **_TAB_CONTENT[tab](work, slug, chosen),
    }


def current_tab(request: Request) -> str:
    """The tab that is open on the page from which a script of ours sent this request."""
    query = parse_qs(urlsplit(request.headers.get("hx-current-url", "")).query)
    return query.get("tab", [""])[0]


def drawable(library: Library, slug: str) -> str:
    """What the problem draws of a right answer: "example", or "show" for a case to be looked at; empty for nothing."""
    return statement_pictures.draws(library.problems.folder(slug))


def find(work: Work, slug: str, attempt_id: str) -> Attempt:
    """An attempt at this problem. Raises NoSuchAttempt for one at another."""
    attempt = attempts.attempt(work, attempt_id)
    if attempt.problem != slug:
        raise NoSuchAttempt(attempt_id)
    return attempt


def _statement(work: Work, slug: str, _chosen: str | None) -> dict[str, Any]:
    task, heading, rest = work.library.problems.statement(slug).partition(CONSTRAINTS)
    return {"task": task, "conditions": heading + rest}


def _hints(_work: Work, _slug: str, _chosen: str | None) -> dict[str, Any]:
    return {}


def _solution(work: Work, slug: str, said: str | None) -> dict[str, Any]:
    if not hints.may_see_solution(work, slug):
        return {"ask": (), "solution": None, "again": hints.closed_again(work, slug)}
    if ask := costs.to_ask(work, slug):
        return {"ask": ask}
    places = [place for each in (said or "").split("-") if (place := whole(each)) is not None]
    told = costs.told(work, slug, places) if said else ()
    return {
        "ask": (),
        "told": told,
        "why": costs.why(work, slug) if told else "",
        "solution": work.library.problems.solution(slug),
        "solution_torch": work.library.problems.solution(slug, torch=True),
        "notes": work.library.problems.notes(slug),
        "peeked": hints.peeked(work, slug),
    }


def _attempts(work: Work, slug: str, chosen: str | None) -> dict[str, Any]:
    shown = find(work, slug, chosen) if chosen else None
    now = drafts.draft(work, slug).source if shown else ""
    changes: list[Line] = diff(shown.source, now) if shown else []
    listed, earlier = work.attempts.told(slug, SHOWN), draft_versions.of_draft(work, slug)
    line = Markup(attempt_pictures.line(listed))
    return {"attempts": listed, "chosen": shown, "changes": changes, "earlier": len(earlier), "line": line}


def _lesson(work: Work, slug: str, _chosen: str | None) -> dict[str, Any]:
    topic = work.problem(slug).topic
    heading, body = markup.title(work.library.lessons.text(topic) or "")
    return {"heading": heading, "body": body}


def _drafts(work: Work, slug: str, chosen: str | None) -> dict[str, Any]:
    shown = draft_versions.find(work, slug, chosen) if chosen else None
    changes = diff(shown.source, drafts.draft(work, slug).source) if shown else []
    return {"versions": draft_versions.of_draft(work, slug), "chosen": shown, "changes": changes}


_TAB_CONTENT = {
    "statement": _statement,
    "hints": _hints,
    "solution": _solution,
    "attempts": _attempts,
    "lesson": _lesson,
    "drafts": _drafts,
}

ROUTES = [Route("/problems/{slug}", problem)]
