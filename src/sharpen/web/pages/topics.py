"""Topics: the lesson with its pictures, its cards and problems, and where to read on."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.topic import Topic
from sharpen.practice import Workspace
from sharpen.practice.errors import NoSuchTopic
from sharpen.practice.solving import attempts
from sharpen.practice.topics import pictures
from sharpen.web import markup, view


def topic(request: Request) -> Response:
    ws = view.workspace(request)
    topic_id = request.path_params["id"]
    try:
        lesson = ws.library.lessons.text(topic_id)
        found = ws.library.outline.topic(topic_id)
    except KeyError:
        raise NoSuchTopic(topic_id, (each.id for each in ws.library.outline)) from None
    heading, body = markup.title(lesson or "")
    with ws.reading() as work:
        return view.page(
            request,
            work,
            "topics/topic.html",
            topic=found,
            heading=heading or found.title,
            round=ws.library.outline.rounds[found.round],
            body=body,
            readings=ws.library.lessons.readings(topic_id) if lesson else [],
            cards=len(ws.library.cards.of_topic(topic_id)),
            problems=ws.library.problems.of_topic(topic_id),
            cases=ws.library.cases.of_topic(topic_id),
            progress=attempts.progress(work),
            elsewhere=ws.library.readings.of_topic(topic_id),
            read=work.readings.read(),
            neighbors=neighbors(ws, found),
            coming=not exists(ws, found),
        )


def drawing(request: Request) -> Response:
    """A picture of the lesson, drawn when it is first asked for."""
    ws, topic_id = view.workspace(request), request.path_params["id"]
    return view.picture(request, pictures.picture(ws, topic_id, request.path_params["name"]))


def exists(ws: Workspace, topic: Topic) -> bool:
    """Whether there is anything to show for a topic yet."""
    library = ws.library
    listed = library.problems.of_topic(topic.id) or library.cards.of_topic(topic.id) or library.cases.of_topic(topic.id)
    return bool(listed) or library.lessons.exists(topic.id)


def neighbors(ws: Workspace, topic: Topic) -> tuple[Topic | None, Topic | None]:
    """The topics before and after this one in its round that have something to show."""
    of_round = [other for other in ws.library.outline if other.round == topic.round]
    around = [other for other in of_round if other == topic or exists(ws, other)]
    at = around.index(topic)
    return around[at - 1] if at else None, around[at + 1] if at + 1 < len(around) else None


ROUTES = [Route("/topics/{id}", topic), Route("/topics/{id}/{name}.svg", drawing)]
