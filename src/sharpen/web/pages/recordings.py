"""Recordings: sound comes in chunk by chunk and is played back, and one page lists everything that was recorded."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.recording import LARGEST_CHUNK, MOST_BYTES, TEST, Chunk, Recording
from sharpen.practice import recordings
from sharpen.practice.errors import BadRecording
from sharpen.practice.work import Work
from sharpen.web import ranges, view
from sharpen.web.forms import number, whole

SOUND_POLICY = "default-src 'none'; sandbox"
"""A recording is opened as sound and nothing else, whatever its bytes are."""
KINDS = {"dive": "A deep dive", "telling": "A story, told"}


def listing(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        groups: dict[str, list[Recording]] = {}
        for recording in work.recordings.listed():
            groups.setdefault(recording.of, []).append(recording)
        tests = groups.pop(TEST, [])
        title_of = belonging(work, groups)
        listed = [recording for group in groups.values() for recording in group]
        return view.page(
            request,
            work,
            "recordings/recordings.html",
            tests=tests,
            groups=[(title_of[of], of, group) for of, group in groups.items()],
            count=len(listed),
            seconds=sum(recording.seconds for recording in listed),
            total=work.recordings.total(),
            most=MOST_BYTES,
            deleted=[one for one in work.recordings.deleted() if one.of != TEST],
        )


def belonging(work: Work, these: Iterable[str]) -> dict[str, tuple[str, str]]:
    """What recordings belong to, and where that is; no address where it is gone."""
    find_dive, stories = cache(work.dives.get), cache(work.stories.summaries)
    find_project, story_of = cache(work.projects.get), cache(work.tellings.stories)

    def title(of: str) -> tuple[str, str]:
        kind, _, rest = of.partition("/")
        name, _, question = rest.partition("/")
        if kind == "dive" and (dive := find_dive(name)) and (project := find_project(dive.project)):
            asked = dive.questions.get(question, question)
            return f"Deep dive, {project.name}: {asked}", f"/projects/{dive.project}/dives/{dive.id}"
        if kind == "telling" and (story := stories().get(story_of().get(name, ""))):
            return f"{story.title}, told", f"/stories/{story.id}/tellings/{name}"
        known = KINDS.get(kind, kind.capitalize())
        return f"{known} ({rest})" if rest else known, ""

    return {of: title(of) for of in these}


def takes(request: Request) -> Response:
    """The recordings of something, for a script of ours. Others are led to the list."""
    if not view.by_htmx(request):
        return RedirectResponse("/recordings", 303)
    asked = request.query_params
    with view.workspace(request).reading() as work:
        found = work.recordings.of(asked.get("of", ""))
    words = whole(asked.get("words", "")) or 0
    return HTMLResponse(
        view.part(request, "recordings/_takes.html", found=found, words=words, sizes=asked.get("sizes") == "1")
    )


async def begin(request: Request) -> Response:
    form = await request.form()
    id_, of, media = (str(form.get(name, "")) for name in ("id", "of", "media"))
    await run_in_threadpool(recordings.begin, view.workspace(request), id_, of, media, number(form, "ago"))
    return JSONResponse({})


async def keep(request: Request) -> Response:
    """A chunk, which is the body; when it ends stands in the address."""
    found = whole(request.path_params["number"])
    try:
        seconds = float(request.query_params.get("seconds", ""))
    except ValueError:
        seconds = float("nan")
    if found is None:
        raise HTTPException(404)
    length = whole(request.headers.get("content-length", "0"))
    if length is None or length > LARGEST_CHUNK:
        raise BadRecording("That is larger than any chunk of a recording.")
    chunk = Chunk(found, seconds, await request.body())
    recording = await run_in_threadpool(recordings.keep, view.workspace(request), _id(request), chunk)
    return JSONResponse({"chunks": recording.chunks})


async def end(request: Request) -> Response:
    count = whole(str((await request.form()).get("count", "")))
    missing = await run_in_threadpool(
        recordings.end, view.workspace(request), _id(request), -1 if count is None else count
    )
    return JSONResponse({"missing": missing})


def play(request: Request) -> Response:
    """A recording as a file: all of it, or the part that a player asks for."""
    with view.workspace(request).reading() as work:
        recording, data = recordings.sound(work, _id(request))
    if not data:
        raise HTTPException(404)
    headers = {
        "content-security-policy": SOUND_POLICY,
        "content-disposition": f'inline; filename="{recording.file_name}"',
        "cache-control": "private, no-cache",
        "etag": f'"{recording.id}-{len(data)}"',
    }
    return ranges.answer(request, data, recording.media, headers)


def act(request: Request) -> Response:
    """Delete a recording, bring it back, or delete it for good."""
    action: Any = ACTIONS.get(request.path_params["action"])
    if action is None:
        raise HTTPException(404)
    action(view.workspace(request), _id(request))
    return JSONResponse({}) if view.wants_json(request) else RedirectResponse("/recordings", 303)


def _id(request: Request) -> str:
    return str(request.path_params["id"])


ACTIONS = {"delete": recordings.delete, "undo": recordings.restore, "remove": recordings.remove}
ROUTES = [
    Route("/recordings", listing),
    Route("/recordings", begin, methods=["POST"]),
    Route("/recordings/takes", takes),
    Route("/recordings/{id}", play),
    Route("/recordings/{id}/chunks/{number}", keep, methods=["POST"]),
    Route("/recordings/{id}/end", end, methods=["POST"]),
    Route("/recordings/{id}/{action}", act, methods=["POST"]),
]
