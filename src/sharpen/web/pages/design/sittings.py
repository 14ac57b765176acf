"""A sitting: the interviewer is asked, what is typed or drawn is kept, time is called, and the rubric ticked.

After time, an interviewer that was plugged in suggests scores and asks follow-up questions.
"""

from collections.abc import Iterator
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.content.case_answer import of_steps, parts
from sharpen.domain.case import Case, Step
from sharpen.domain.interviewer import Claim
from sharpen.domain.sitting import CELLS, Sitting, missed, score
from sharpen.practice.design import rubric, sittings
from sharpen.practice.design.cells import evaluate
from sharpen.practice.design.questions import criteria, described, question_of
from sharpen.practice.errors import BadText
from sharpen.practice.interviewer import follow_ups, plugging
from sharpen.practice.interviewer import rubric as suggested
from sharpen.practice.interviewer.asking import Consent
from sharpen.practice.work import Work
from sharpen.web import passages, view
from sharpen.web.forms import number, whole
from sharpen.web.interviewing import answered
from sharpen.web.pages.design import cases

POINT = "point."
"""How the fields of the rubric begin."""
LARGEST = 2 << 20
"""Bytes of one field: the scene of a board is the largest."""


def show(request: Request) -> Response:
    """A sitting after time: the rubric, the worked answer beside one's own, and what to read."""
    with view.workspace(request).reading() as work:
        sitting, case = _found(request, work)
        if sitting.finished is None:
            return RedirectResponse(f"/cases/{case.slug}", 303)
        return _review(request, work, case, sitting)


def _review(request: Request, work: Work, case: Case, sitting: Sitting, why: str = "") -> Response:
    results = rubric.results(work, case, sitting)
    answer = of_steps(work.library.cases.answer(case.slug))
    return view.page(
        request,
        work,
        "cases/review.html",
        400 if why else 200,
        **cases.interviewer(work, case, sitting),
        results=results,
        earned=sum(step.earned for step in results),
        most=sum(step.most for step in results),
        answers={step.step.id: parts(answer.get(step.step.title, "")) for step in results},
        evaluated=_evaluated(answer),
        sheet=evaluate(sitting.text(CELLS)),
        missed=missed(case, sitting),
        lessons=_lessons(work, case, results),
        others=[each for each in work.sittings.summaries(case.slug) if each.finished and each.id != sitting.id],
        score=score,
        lab=work.library.cases.has_lab(case.slug),
        elsewhere=work.library.readings.of_case(case.slug),
        read=work.readings.read(),
        plugged_in=plugging.plugged_in(view.workspace(request)),
        why=why,
    )


def _evaluated(answer: dict[str, str]) -> dict[str, Any]:
    """The lines of the answer's blocks of cells by their text: a later block knows the names of an earlier one."""
    blocks = [part.text for section in answer.values() for part in parts(section) if part.cells]
    lines, found = list(evaluate("\n".join(blocks)).lines), {}
    for block in blocks:
        count = len(block.splitlines())
        found[block], lines = lines[:count], lines[count:]
    return found


def _lessons(work: Work, case: Case, results: list[rubric.StepResult]) -> list[Any]:
    """The topics to read: the case's own, and those of steps where a third of the points or more were lost."""
    lost = [one for step in results if 3 * step.earned <= 2 * step.most for one in step.step.lessons]
    known = {topic.id: topic for topic in work.library.outline}
    wanted = dict.fromkeys([case.topic, *case.also, *lost])
    return [known[one] for one in wanted if one in known and work.library.lessons.exists(one)]


async def ask(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_ask, request, str(form.get("fact", "")), str(form.get("question", "")))


def _ask(request: Request, fact: str, typed: str) -> Response:
    ws, (slug, sitting_id) = view.workspace(request), _named(request)
    why = ""
    try:
        if fact:
            sittings.ask(ws, slug, sitting_id, fact)
        else:
            sittings.ask_freely(ws, slug, sitting_id, typed)
    except BadText as problem:
        why = str(problem)
    with ws.reading() as work:
        sitting, case = _found(request, work)
        if not view.by_htmx(request):
            return cases.workspace(request, work, case, sitting, why) if why else _back(slug)
        return HTMLResponse(
            view.part(request, "cases/_interviewer.html", **cases.interviewer(work, case, sitting), why=why)
        )


async def compute(request: Request) -> Response:
    """The results of cells, as they are typed; nothing is kept."""
    form = await request.form()
    sheet = await run_in_threadpool(evaluate, passages.text_of(form, CELLS))
    return HTMLResponse(view.part(request, "cases/_results.html", sheet=sheet))


async def save_all(request: Request) -> Response:
    """Everything at once, from a page without scripts or one that is about to be finished."""
    async with request.form(max_part_size=LARGEST) as form:
        return await run_in_threadpool(_save_all, request, form, finish="finish" in form)


def _save_all(request: Request, form: FormData, *, finish: bool) -> Response:
    ws, (slug, sitting_id) = view.workspace(request), _named(request)
    typed = [passages.typed_on_a_page(form, name) for name in sittings.passages(ws.library) if name in form]
    try:
        sittings.save(ws, slug, sitting_id, *typed, seconds=number(form, "seconds"), over=finish)
    except BadText as problem:
        with ws.reading() as work:
            sitting, case = _found(request, work)
            return cases.workspace(request, work, case, sitting, str(problem))
    return RedirectResponse(f"/cases/{slug}/sittings/{sitting_id}", 303) if finish else _back(slug)


def versions(request: Request) -> Response:
    """The version of every passage, for a page that asks whether it is behind."""
    with view.workspace(request).reading() as work:
        sitting, _ = _found(request, work)
        found = {name: passage.version for name, passage in sitting.passages.items()}
    return JSONResponse({"versions": found, "finished": sitting.finished is not None})


def passage(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        sitting, _ = _found(request, work)
    return passages.front(sitting.passage(request.path_params["name"]))


async def save(request: Request) -> Response:
    async with request.form(max_part_size=LARGEST) as form:
        return await run_in_threadpool(_save, request, form)


def _save(request: Request, form: FormData) -> Response:
    typed = passages.typed_in_a_script(form, request.path_params["name"])
    sitting = sittings.save(view.workspace(request), *_named(request), typed, seconds=number(form, "seconds"))
    return passages.settled(sitting.passage(typed.name), typed)


async def restore(request: Request) -> Response:
    edit = str((await request.form()).get("edit", ""))
    slug, sitting_id = _named(request)
    await run_in_threadpool(sittings.restore, view.workspace(request), slug, sitting_id, edit)
    return _back(slug)


async def spend(request: Request) -> Response:
    seconds = number(await request.form(), "seconds")
    await run_in_threadpool(sittings.spend, view.workspace(request), *_named(request), seconds)
    return Response(status_code=204)


def delete(request: Request) -> Response:
    slug, sitting_id = _named(request)
    sittings.delete(view.workspace(request), slug, sitting_id)
    return RedirectResponse(f"/cases/{slug}?deleted={sitting_id}", 303)


def bring_back(request: Request) -> Response:
    slug, sitting_id = _named(request)
    sitting = sittings.bring_back(view.workspace(request), slug, sitting_id)
    return RedirectResponse(f"/cases/{slug}/sittings/{sitting.id}", 303)


async def tick(request: Request) -> Response:
    form = await request.form()
    given = {name.removeprefix(POINT): whole(str(value)) for name, value in form.items() if name.startswith(POINT)}
    ticks = {point: -1 if earned is None else earned for point, earned in given.items()}
    return await run_in_threadpool(_tick, request, ticks)


def _tick(request: Request, ticks: dict[str, int]) -> Response:
    ws, (slug, sitting_id) = view.workspace(request), _named(request)
    sittings.tick(ws, slug, sitting_id, ticks)
    if not view.by_htmx(request):
        return RedirectResponse(f"/cases/{slug}/sittings/{sitting_id}", 303)
    with ws.reading() as work:
        sitting, case = _found(request, work)
        results = rubric.results(work, case, sitting)
    return HTMLResponse(view.part(request, "cases/_scores.html", results=results))


async def suggest(request: Request) -> Response:
    """What an interviewer would give for a step, to accept or not."""
    form = await request.form()
    case, sitting, brief, steps = await run_in_threadpool(_to_ask_about, request)
    step = next((each for each in steps if each.id == form.get("step")), None)
    if step is None or sitting.finished is None:
        raise BadText("There is no such step to be scored: the rubric opens when the sitting is finished.")
    points, text = criteria(case, sitting, step), sitting.text(step.id)

    def ask(consent: Consent) -> Iterator[object]:
        yield suggested.suggest(view.workspace(request), question_of(case, brief, step), points, text, consent)

    def accept(claim: Claim) -> tuple[str, list[tuple[str, str]]]:
        return f"tick-{claim.point}-{claim.score}", [(f"{POINT}{claim.point}", str(claim.score))]

    return await answered(
        request,
        form,
        ask,
        "interviewer/_suggestion.html",
        f"{_here(request)}#after-{step.id}",
        points={one.id: one.text for one in points},
        accept=accept,
        ticks=f"{_here(request)}/ticks",
        scores=True,
    )


async def follow_up(request: Request) -> Response:
    """What an interviewer would ask about the design."""
    form = await request.form()
    case, sitting, brief, steps = await run_in_threadpool(_to_ask_about, request)

    def ask(consent: Consent) -> Iterator[object]:
        design = described(sitting, steps)
        yield follow_ups.follow_ups(view.workspace(request), question_of(case, brief), design, consent)

    return await answered(request, form, ask, "interviewer/_questions.html", f"{_here(request)}#follow-ups")


def _to_ask_about(request: Request) -> tuple[Case, Sitting, str, tuple[Step, ...]]:
    with view.workspace(request).reading() as work:
        sitting, case = _found(request, work)
        return case, sitting, work.library.cases.brief(case.slug), tuple(work.library.cases.steps)


def _here(request: Request) -> str:
    slug, sitting_id = _named(request)
    return f"/cases/{slug}/sittings/{sitting_id}"


def _found(request: Request, work: Work) -> tuple[Sitting, Case]:
    sitting = sittings.find(work, *_named(request))
    return sitting, sittings.case_of(work, sitting.case)


def _named(request: Request) -> tuple[str, str]:
    return request.path_params["slug"], request.path_params["id"]


def _back(slug: str) -> Response:
    return RedirectResponse(f"/cases/{slug}", 303)


SITTING = "/cases/{slug}/sittings/{id}"
ROUTES = [
    Route(SITTING, show),
    Route(SITTING, save_all, methods=["POST"]),
    Route(f"{SITTING}/ask", ask, methods=["POST"]),
    Route(f"{SITTING}/cells", compute, methods=["POST"]),
    Route(f"{SITTING}/versions", versions),
    Route(f"{SITTING}/passages/{{name}}", passage),
    Route(f"{SITTING}/passages/{{name}}", save, methods=["POST"]),
    Route(f"{SITTING}/restore", restore, methods=["POST"]),
    Route(f"{SITTING}/delete", delete, methods=["POST"]),
    Route(f"{SITTING}/bring-back", bring_back, methods=["POST"]),
    Route(f"{SITTING}/time", spend, methods=["POST"]),
    Route(f"{SITTING}/ticks", tick, methods=["POST"]),
    Route(f"{SITTING}/suggest", suggest, methods=["POST"]),
    Route(f"{SITTING}/follow-ups", follow_up, methods=["POST"]),
]
