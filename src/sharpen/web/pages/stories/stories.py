"""Stories: the bank with its matrix, a story that is written and counted, and all of them on paper."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.story import NOTES, PASSAGES, Part, Story
from sharpen.domain.story_counts import NO_MORE, Counts, against_target, counts, minutes, spoken
from sharpen.domain.telling import WENT, Told
from sharpen.practice.errors import BadText
from sharpen.practice.stories import matching, stories, tellings
from sharpen.practice.stories.example import EXAMPLE, PROMPTS
from sharpen.practice.work import Work
from sharpen.web import passages, view

SHOWN = 100
"""Stories in the bank, unless all are asked for."""
TELLINGS_SHOWN = 20
QUESTIONS_SHOWN = 8


def bank(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _bank(request, work)


def _bank(request: Request, work: Work, why: str = "", typed: str = "") -> Response:
    everything = "all" in request.query_params
    matrix, told = matching.matrix(work), work.tellings.by_story()
    shown = matrix.stories if everything else matrix.stories[:SHOWN]
    gone = work.stories.deleted()
    just = request.query_params.get("deleted", "")
    return view.page(
        request,
        work,
        "stories/stories.html",
        400 if why else 200,
        matrix=matrix,
        shown=shown,
        more=len(matrix.stories) - len(shown),
        told={story.id: told.get(story.id, Told()) for story in shown},
        shows={story.id: set(story.competencies) for story in shown},
        counts={each.id: len(matrix.stories_that_show(each.id)) for each in matrix.competencies},
        spoken=_spoken,
        hole=matching.hole,
        gone=gone,
        just=next((story for story in gone if story.id == just), None),
        questions=len(work.library.questions),
        example=EXAMPLE,
        why=why,
        typed=typed,
    )


def _spoken(words: int) -> str:
    """How long so many words take to say."""
    least, most = (minutes(seconds) for seconds in spoken(words))
    return least if least == most else f"{least} to {most}"


async def begin(request: Request) -> Response:
    title = str((await request.form()).get("title", ""))
    return await run_in_threadpool(_begin, request, title)


def _begin(request: Request, title: str) -> Response:
    ws = view.workspace(request)
    try:
        story = stories.begin(ws, title)
    except BadText as problem:
        with ws.reading() as work:
            return _bank(request, work, str(problem), title)
    return RedirectResponse(f"/stories/{story.id}", 303)


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _story(request, work, stories.find(work, _id(request)))


def _story(request: Request, work: Work, story: Story, why: str = "") -> Response:
    memory = tellings.memory_of(work, story.id)
    last = work.tellings.last_of(story.id, TELLINGS_SHOWN)
    return view.page(
        request,
        work,
        "stories/story.html",
        400 if why else 200,
        parts=list(Part),
        prompts=PROMPTS,
        example=EXAMPLE,
        competencies=list(work.library.questions.competencies.values()),
        **_fits(work, story),
        **_counted(counts(story.told)),
        tellings=last,
        told=work.tellings.by_story().get(story.id, Told()),
        questions=work.library.questions,
        memory=memory,
        went=WENT,
        why=why,
    )


def _fits(work: Work, story: Story) -> dict[str, Any]:
    """The questions that a story can answer."""
    fit = matching.fitting(work.library.questions.values(), story.competencies, work.tellings.by_question())
    return {"fit": fit[:QUESTIONS_SHOWN], "fits": len(fit), "shows": set(story.competencies), "story": story}


def _counted(found: Counts) -> dict[str, Any]:
    return {
        "counts": found,
        "percents": found.percents,
        "length": _spoken(found.total),
        "against": against_target(found.total),
        "no_more": NO_MORE,
    }


async def count(request: Request) -> Response:
    """What can be counted of a story as it is typed; nothing is kept."""
    form = await request.form()
    found = await run_in_threadpool(counts, {part: passages.text_of(form, part) for part in Part})
    return HTMLResponse(view.part(request, "stories/_counts.html", parts=list(Part), **_counted(found)))


async def save_all(request: Request) -> Response:
    """Everything at once, from a page without scripts."""
    form = await request.form()
    return await run_in_threadpool(_save_all, request, form)


def _save_all(request: Request, form: FormData) -> Response:
    ws, story_id = view.workspace(request), _id(request)
    typed = [passages.typed_on_a_page(form, name) for name in PASSAGES if name in form]
    try:
        stories.save(ws, story_id, *typed, shown=_said(form))
    except BadText as problem:
        with ws.reading() as work:
            return _story(request, work, stories.find(work, story_id), str(problem))
    return _back(story_id)


def _said(form: FormData) -> dict[str, bool]:
    """What a form says of competencies: of the one that was changed, or of all that differ from what it showed."""
    shows = {str(value) for value in form.getlist("shows")}
    if changed := str(form.get("changed", "")):
        return {changed: changed in shows}
    was = {str(value) for value in form.getlist("was")}
    return {competency: competency in shows for competency in sorted(shows ^ was)}


async def tick(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_tick, request, _said(form))


def _tick(request: Request, said: dict[str, bool]) -> Response:
    ws, story_id = view.workspace(request), _id(request)
    stories.tick(ws, story_id, said)
    if not view.by_htmx(request):
        return _back(story_id)
    with ws.reading() as work:
        return HTMLResponse(view.part(request, "stories/_fits.html", **_fits(work, stories.find(work, story_id))))


def versions(request: Request) -> Response:
    """The version of every passage, for a page that asks whether it is behind."""
    with view.workspace(request).reading() as work:
        story = stories.find(work, _id(request))
    return JSONResponse({"versions": {name: passage.version for name, passage in story.passages.items()}})


def passage(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        story = stories.find(work, _id(request))
    return passages.front(story.passage(request.path_params["name"]))


async def save(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_save, request, form)


def _save(request: Request, form: FormData) -> Response:
    typed = passages.typed_in_a_script(form, request.path_params["name"])
    story = stories.save(view.workspace(request), _id(request), typed)
    return passages.settled(story.passage(typed.name), typed)


async def restore(request: Request) -> Response:
    edit = str((await request.form()).get("edit", ""))
    await run_in_threadpool(stories.restore, view.workspace(request), _id(request), edit)
    return _back(_id(request))


def delete(request: Request) -> Response:
    stories.delete(view.workspace(request), _id(request))
    return RedirectResponse(f"/stories?deleted={_id(request)}", 303)


def bring_back(request: Request) -> Response:
    stories.bring_back(view.workspace(request), _id(request))
    return _back(_id(request))


def delete_for_good(request: Request) -> Response:
    stories.delete_for_good(view.workspace(request), _id(request))
    return RedirectResponse("/stories", 303)


def on_paper(request: Request) -> Response:
    """All stories, to be printed."""
    with view.workspace(request).reading() as work:
        mine = [story for story in work.stories.everything() if story.deleted is None]
        return view.page(
            request,
            work,
            "stories/print.html",
            stories=sorted(mine, key=lambda story: story.title.casefold()),
            parts=[*Part, NOTES],
            competencies=work.library.questions.competencies,
            spoken={story.id: _spoken(story.words) for story in work.stories.summaries().values()},
        )


def _id(request: Request) -> str:
    return str(request.path_params["id"])


def _back(story_id: str) -> Response:
    return RedirectResponse(f"/stories/{story_id}", 303)


STORY = "/stories/{id}"
ROUTES = [
    Route("/stories", bank),
    Route("/stories", begin, methods=["POST"]),
    Route("/stories/print", on_paper),
    Route(STORY, show),
    Route(STORY, save_all, methods=["POST"]),
    Route(f"{STORY}/counts", count, methods=["POST"]),
    Route(f"{STORY}/competencies", tick, methods=["POST"]),
    Route(f"{STORY}/versions", versions),
    Route(f"{STORY}/passages/{{name}}", passage),
    Route(f"{STORY}/passages/{{name}}", save, methods=["POST"]),
    Route(f"{STORY}/restore", restore, methods=["POST"]),
    Route(f"{STORY}/delete", delete, methods=["POST"]),
    Route(f"{STORY}/bring-back", bring_back, methods=["POST"]),
    Route(f"{STORY}/delete-for-good", delete_for_good, methods=["POST"]),
]
