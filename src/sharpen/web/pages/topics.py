"""Topics: the lesson, its problems and where to read on."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.topic import Topic
from sharpen.practice import Workspace, solve
from sharpen.web import markup, view


def topic(request: Request) -> Response:
    ws = view.workspace(request)
    topic_id = request.path_params["id"]
    try:
        lesson = ws.library.lesson(topic_id)
        found = ws.library.outline.topic(topic_id)
    except KeyError:
        raise HTTPException(404) from None
    if not exists(ws, found):
        raise HTTPException(404)
    heading, body = markup.title(lesson or "")
    return view.page(
        request,
        "topics/topic.html",
        topic=found,
        heading=heading or found.title,
        round=ws.library.outline.rounds[found.round],
        body=body,
        readings=ws.library.readings(topic_id) if lesson else [],
        problems=ws.library.of_topic(topic_id),
        progress=solve.progress(ws),
        neighbors=neighbors(ws, found),
    )


def exists(ws: Workspace, topic: Topic) -> bool:
    """Whether there is anything to show for a topic yet."""
    return ws.library.lesson(topic.id) is not None or bool(ws.library.of_topic(topic.id))


def neighbors(ws: Workspace, topic: Topic) -> tuple[Topic | None, Topic | None]:
    """The topics before and after this one in its round that have something to show."""
    around = [other for other in ws.library.outline if other.round == topic.round and exists(ws, other)]
    at = around.index(topic)
    return around[at - 1] if at else None, around[at + 1] if at + 1 < len(around) else None


ROUTES = [Route("/topics/{id}", topic)]
