"""Rounds of a mock: each task is shown and done by its kind; nothing says how it went before the round is over."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.loop import What
from sharpen.domain.mock import Mock, left
from sharpen.domain.verdict import TrialResult
from sharpen.practice import Workspace
from sharpen.practice.errors import BadAnswer, BadText
from sharpen.practice.exercises import EXERCISES
from sharpen.practice.mocks import asking, coding, mocks
from sharpen.practice.mocks import rounds as held
from sharpen.practice.solving import draft_versions, drafts
from sharpen.practice.stories.matching import by_competency, matches
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.editor import typed
from sharpen.web.forms import places_in, whole

Shown = dict[str, Any]


def page(
    request: Request,
    work: Work,
    mock: Mock,
    why: str = "",
    run: TrialResult | None = None,
    form: FormData | None = None,
) -> Response:
    """The round that goes on; `why` says why what was sent by `form` did not work."""
    round_ = mock.now_on
    if round_ is None:
        raise HTTPException(404)
    shown = SHOW[round_.what](request, work, mock)
    answer = view.page(
        request,
        work,
        f"mocks/{round_.what}.html",
        400 if why else 200,
        mock=mock,
        round=round_,
        title=work.library.outline.rounds.get(round_.round, round_.round),
        left=left(mock, datetime.now(UTC)),
        why=why,
        result=run,
        sent=form or FormData(),
        **shown,
    )
    answer.headers["cache-control"] = "no-store"  # going back must show the clock as it is
    return answer


def _problems(request: Request, work: Work, mock: Mock) -> Shown:
    round_ = mock.now_on
    tasks = round_.tasks if round_ else ()
    open_ = next((place for place, task in enumerate(tasks) if not task.did), 0)
    wanted = whole(request.query_params.get("task", request.path_params.get("task", "")))
    place = wanted if wanted is not None and wanted < len(tasks) else open_
    slug = tasks[place].id
    return {
        "place": place,
        "problem": work.problem(slug),
        "titles": [work.library.problems[each.id].title for each in tasks if each.id in work.library.problems],
        "statement": work.library.problems.statement(slug),
        "example": work.library.problems.example(slug),
        "draft": drafts.draft(work, slug),
        "can_undo": False,
        "beside": draft_versions.left_beside(work, slug),
        "send": "mocks/_send.html",
        "drafts_at": f"/problems/{slug}",
        "number": 1,
        "pictures": {},
        "drawable": False,
    }


def _cards(_request: Request, work: Work, mock: Mock) -> Shown:
    round_ = mock.now_on
    place = asking.front(round_) if round_ else None
    card = asking.card(work, round_.tasks[place]) if round_ and place is not None else None
    return {"place": place, "card": card, "asked": asked(card) if card else None}


def asked(card: asking.Card) -> Shown | None:
    """A card as the templates of the review want it; None for one that is gone."""
    return {**vars(card.asked), "judged": card.judged} if card.asked else None


def _dive(_request: Request, work: Work, mock: Mock) -> Shown:
    round_ = mock.now_on
    return {"names": work.projects.names(), "tasks": round_.tasks if round_ else ()}


def _case(_request: Request, work: Work, mock: Mock) -> Shown:
    round_ = mock.now_on
    return {"cases": [work.library.cases.get(task.id) for task in (round_.tasks if round_ else ())]}


def _stories(_request: Request, work: Work, mock: Mock) -> Shown:
    round_ = mock.now_on
    stories = list(work.stories.summaries().values())
    told, known, listed = work.tellings.by_story(), by_competency(stories), []
    for task in round_.tasks if round_ else ():
        question = work.library.questions.get(task.id)
        fit = [match.story for match in matches(question, known, told)] if question else []
        listed.append((task, question, fit, [story for story in stories if story not in fit]))
    return {"questions": listed}


SHOW: dict[What, Callable[[Request, Work, Mock], Shown]] = {
    What.PROBLEMS: _problems,
    What.CARDS: _cards,
    What.DIVE: _dive,
    What.CASE: _case,
    What.STORIES: _stories,
}


async def act(request: Request) -> Response:
    """Something done in a task of the round that goes on."""
    action = ACTIONS.get(request.path_params["action"])
    place = whole(request.path_params["task"])
    if action is None or place is None:
        raise HTTPException(404)
    form = await request.form()
    return await run_in_threadpool(action, request, request.path_params["id"], place, form)


def keep(ws: Workspace, form: FormData) -> None:
    """Keep the code that the form around an editor sends along."""
    slug = str(form.get("problem", ""))
    if "source" in form and slug in ws.library.problems:
        drafts.save(ws, slug, **vars(typed(form)))


def _run(request: Request, mock_id: str, place: int, form: FormData) -> Response:
    ws = view.workspace(request)
    keep(ws, form)
    result = coding.run_example(ws, mock_id, place, typed(form).source)
    if view.by_htmx(request):
        around = {"result": result, "number": 1, "pictures": {}, "drawable": False}
        return HTMLResponse(view.part(request, "mocks/_example.html", example=result.trial, **around))
    with ws.reading() as work:
        return page(request, work, mocks.find(work, mock_id), run=result)


def _hand_in(request: Request, mock_id: str, place: int, form: FormData) -> Response:
    ws, sent = view.workspace(request), typed(form)
    keep(ws, form)
    coding.hand_in(ws, mock_id, place, sent.source, sent.seconds)
    return _back(mock_id, place)


def _answer(request: Request, mock_id: str, place: int, form: FormData) -> Response:
    ws = view.workspace(request)
    try:
        given = _given(form)
        asking.answer(ws, mock_id, place, **given)
    except (BadAnswer, BadText) as problem:
        with ws.reading() as work:
            return page(request, work, mocks.find(work, mock_id), str(problem), form=form)
    return _back(mock_id)


def _given(form: FormData) -> dict[str, Any]:
    """What was answered. Raises BadAnswer where there is no answer, and nobody said that they do not know."""
    if "reveal" in form:
        return {}
    places, text = places_in(form), str(form.get("typed", "")).strip()
    exercise = next((one for kind, one in EXERCISES.items() if kind == form.get("kind")), None)
    if not places and not text:
        first = (exercise.to_answer if exercise else "") or "Write what you would say"
        raise BadAnswer(f"{first}, or say that you do not know.")
    return {"places": places, "text": text}


def _open(request: Request, mock_id: str, _place: int, _form: FormData) -> Response:
    ws = view.workspace(request)
    with ws.reading() as work:
        round_ = mocks.find(work, mock_id).now_on
    opens = held.open_case if round_ and round_.what is What.CASE else held.open_dive
    return RedirectResponse(opens(ws, mock_id), 303)


def _tell(request: Request, mock_id: str, place: int, form: FormData) -> Response:
    path = held.tell(view.workspace(request), mock_id, place, str(form.get("story", "")))
    return RedirectResponse(path, 303)


def _write(request: Request, mock_id: str, place: int, form: FormData) -> Response:
    held.write(view.workspace(request), mock_id, place, str(form.get("text", "")).strip())
    return RedirectResponse(f"/mocks/{mock_id}?kept={place}#question-{place}", 303)


def _back(mock_id: str, task: int | None = None) -> Response:
    return RedirectResponse(f"/mocks/{mock_id}" + (f"?task={task}" if task is not None else ""), 303)


ACTIONS: dict[str, Callable[[Request, str, int, FormData], Response]] = {
    "run": _run,
    "hand-in": _hand_in,
    "answer": _answer,
    "open": _open,
    "tell": _tell,
    "write": _write,
}
ROUTES = [Route("/mocks/{id}/tasks/{task}/{action}", act, methods=["POST"])]
