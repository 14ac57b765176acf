"""The interviewer in a dive: it asks on about an answer while the dive goes on, and suggests ticks when it is over."""

from collections.abc import Iterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.interviewer import Claim, Criterion
from sharpen.practice.depth import dive_turns, dives
from sharpen.practice.errors import BadText
from sharpen.practice.interviewer import rubric, turns
from sharpen.practice.interviewer.asking import Consent
from sharpen.web import view
from sharpen.web.interviewing import answered
from sharpen.web.pages.depth.dives import DIVE, named, path


async def ask_on(request: Request) -> Response:
    """What the interviewer asks next about the answer in front; once it is there whole, it is the question in front."""
    form = await request.form()
    ws, (project, dive_id) = view.workspace(request), named(request)
    name, question, answer, said = await run_in_threadpool(_conversation, request)

    def ask(consent: Consent) -> Iterator[object]:
        last: object = None
        for last in turns.next_turn(ws, question, answer, said, consent):
            yield last
        if isinstance(last, str):
            dives.ask_on(ws, project, dive_id, name, last)

    here = path(project, dive_id)
    return await answered(request, form, ask, "depth/_turn.html", here, here=here)


def _conversation(request: Request) -> dive_turns.Conversation:
    with view.workspace(request).reading() as work:
        return dive_turns.conversation(dives.find(work, *named(request)))


async def suggest(request: Request) -> Response:
    """The points that an answer had, as an interviewer sees it, to accept or not."""
    form = await request.form()
    name, (project, dive_id) = str(form.get("name", "")), named(request)
    question, answer, points, ticked = await run_in_threadpool(_answer, request, name)

    def ask(consent: Consent) -> Iterator[object]:
        yield rubric.suggest(view.workspace(request), question, points, answer, consent)

    def accept(claim: Claim) -> tuple[str, list[tuple[str, str]]]:
        chosen = sorted({*map(str, ticked), claim.point}, key=int)
        return f"tick-{name}-{claim.point}", [("name", name), *(("point", each) for each in chosen)]

    here = path(project, dive_id)
    return await answered(
        request,
        form,
        ask,
        "interviewer/_suggestion.html",
        f"{here}#{name}",
        points={one.id: one.text for one in points},
        accept=accept,
        ticks=f"{here}/ticks",
        scores=False,
    )


def _answer(request: Request, name: str) -> tuple[str, str, list[Criterion], tuple[int, ...]]:
    """The question, all that was typed to it, its points, and those that are ticked. Raises BadText."""
    with view.workspace(request).reading() as work:
        dive, rung = dives.find(work, *named(request)), dives.rung_of(work, name)
        answer = next((each for each in dive.answers if each.name == name), None)
        if dive.finished is None or rung is None or answer is None:
            raise BadText("There are no points to suggest: they open when the dive is over.")
        points = [Criterion(str(number), point) for number, point in enumerate(rung.points)]
        return dive.questions[name], dive_turns.all_typed(dive, name), points, answer.ticked or ()


ROUTES = [
    Route(f"{DIVE}/turns", ask_on, methods=["POST"]),
    Route(f"{DIVE}/suggest", suggest, methods=["POST"]),
]
