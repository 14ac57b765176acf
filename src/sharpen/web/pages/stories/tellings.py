"""Rehearsing: a question is chosen, the story told against two minutes, and how it went brings it back in time."""

from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.passage import Typed
from sharpen.domain.story import TARGET, Part
from sharpen.domain.story_counts import counts
from sharpen.domain.telling import NOTE, WENT, Telling
from sharpen.practice.errors import BadText
from sharpen.practice.stories import matching, stories, tellings
from sharpen.practice.work import Work
from sharpen.web import passages, view
from sharpen.web.forms import number, whole


def choose(request: Request) -> Response:
    """The question to answer: the one that fits best, any other of those that fit, or none."""
    with view.workspace(request).reading() as work:
        story = stories.find(work, _story(request))
        asked = work.tellings.by_question()
        fit = matching.fitting(work.library.questions.values(), story.competencies, asked)
        wanted = request.query_params.get("question", "")
        return view.page(
            request,
            work,
            "stories/rehearse.html",
            story=story,
            fit=fit,
            others=[question for question in work.library.questions.values() if question not in fit],
            wanted=wanted if wanted in work.library.questions else fit[0].id if fit else "",
            asked=asked,
            words=counts(story.told).total,
        )


async def begin(request: Request) -> Response:
    question = str((await request.form()).get("question", ""))
    telling = await run_in_threadpool(tellings.begin, view.workspace(request), _story(request), question)
    return RedirectResponse(_path(telling), 303)


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work, tellings.find(work, *_named(request)))


def _page(request: Request, work: Work, telling: Telling, why: str = "") -> Response:
    story = stories.find(work, telling.story)
    return view.page(
        request,
        work,
        "stories/telling.html",
        400 if why else 200,
        story=story,
        telling=telling,
        parts=list(Part),
        words=counts(story.told).total,
        recordings=work.recordings.of(f"telling/{telling.id}"),
        question=work.library.questions.get(telling.question),
        competencies=work.library.questions.competencies,
        target=TARGET.total_seconds(),
        memory=tellings.memory_of(work, story.id),
        went=WENT,
        why=why,
    )


async def rate(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_rate, request, form)


def _rate(request: Request, form: FormData) -> Response:
    ws, named = view.workspace(request), _named(request)
    rating, seconds = whole(str(form.get("went", ""))), number(form, "seconds")
    note = _stripped(passages.typed_on_a_page(form, NOTE))
    try:
        if "went" in form:
            telling = tellings.rate(ws, *named, rating or 0, seconds, note)
        else:
            telling = tellings.save_note(ws, *named, note)
    except BadText as problem:
        with ws.reading() as work:
            return _page(request, work, tellings.find(work, *named), str(problem))
    return RedirectResponse(_path(telling), 303)


async def spend(request: Request) -> Response:
    seconds = number(await request.form(), "seconds")
    await run_in_threadpool(tellings.spend, view.workspace(request), *_named(request), seconds)
    return Response(status_code=204)


def versions(request: Request) -> Response:
    """The version of the note, for a page that asks whether it is behind."""
    with view.workspace(request).reading() as work:
        telling = tellings.find(work, *_named(request))
    return JSONResponse({"versions": {NOTE: telling.note.version}})


def note(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return passages.front(tellings.find(work, *_named(request)).note)


async def save_note(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_save_note, request, form)


def _save_note(request: Request, form: FormData) -> Response:
    typed = _stripped(passages.typed_in_a_script(form, NOTE))
    telling = tellings.save_note(view.workspace(request), *_named(request), typed)
    return passages.settled(telling.note, typed)


async def restore(request: Request) -> Response:
    edit = str((await request.form()).get("edit", ""))
    telling = await run_in_threadpool(tellings.restore_note, view.workspace(request), *_named(request), edit)
    return RedirectResponse(_path(telling), 303)


def _story(request: Request) -> str:
    return str(request.path_params["id"])


def _named(request: Request) -> tuple[str, str]:
    return request.path_params["id"], request.path_params["telling"]


def _stripped(note: Typed) -> Typed:
    return replace(note, text=note.text.strip())


def _path(telling: Telling) -> str:
    return f"/stories/{telling.story}/tellings/{telling.id}"


TELLING = "/stories/{id}/tellings/{telling}"
ROUTES = [
    Route("/stories/{id}/rehearse", choose),
    Route("/stories/{id}/rehearse", begin, methods=["POST"]),
    Route(TELLING, show),
    Route(TELLING, rate, methods=["POST"]),
    Route(f"{TELLING}/versions", versions),
    Route(f"{TELLING}/passages/note", note),
    Route(f"{TELLING}/passages/note", save_note, methods=["POST"]),
    Route(f"{TELLING}/restore", restore, methods=["POST"]),
    Route(f"{TELLING}/time", spend, methods=["POST"]),
]
