"""Statistics of problems: what was solved, when, how fast and how often at the first try."""

from datetime import UTC, datetime

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.day import day_of
from sharpen.practice.day import problem_statistics
from sharpen.web import coverage_pictures, view


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        found = problem_statistics.gather(work)
        year = coverage_pictures.year(found.days, day_of(datetime.now(UTC)), "submitted", "Submissions")
        return view.page(request, work, "statistics/problems.html", found=found, year=Markup(year))


ROUTES = [Route("/statistics/problems", show)]
