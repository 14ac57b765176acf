"""The pattern drill: how well patterns are recognized, and the way into a session of drills."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.practice.day import session, subject
from sharpen.practice.drills import recognition
from sharpen.web import view


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        progress, found = session.progress(work, subject.DRILL.id), recognition.gather(work)
        return view.page(
            request,
            work,
            "drill/drill.html",
            statements=len(work.library.drills),
            found=found,
            unmet=sum(not pattern.drilled for pattern in found.patterns),
            left=progress.left,
            minutes=progress.minutes,
            going=bool(progress.rated and progress.left),
        )


ROUTES = [Route("/drill", show)]
