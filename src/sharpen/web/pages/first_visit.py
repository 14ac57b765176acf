"""The first visit: a wrong answer with what the judge says of it, and the way into mending it.

The verdict and its picture are kept beside the code, as the judge gave them; `tests/web/test_first_visit.py` has it
judge the code again and compares, and `python -m tests.web.first_visit` keeps what it says today.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.content.library import Library
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.practice.solving import drafts
from sharpen.web import view

KEPT = Path(__file__).parents[1] / "first_visit"
PROBLEM = "k-means"


@dataclass(frozen=True)
class FirstVisit:
    """The wrong answer, how many of how many checks it passes, and the first that it fails."""

    source: str
    passed: int
    of: int
    failed: CheckResult


def of(library: Library) -> FirstVisit | None:
    """What is shown on a first visit; None where the problem is not there."""
    return kept() if PROBLEM in library.problems else None


@cache
def kept() -> FirstVisit:
    """What the judge said, as it was kept."""
    row = json.loads((KEPT / "verdict.json").read_text(encoding="utf-8"))
    words = {"kind": Kind(row["failed"]["kind"]), "verdict": Verdict(row["failed"]["verdict"])}
    return FirstVisit(source(), row["passed"], row["of"], CheckResult(**{**row["failed"], **words}))


def source() -> str:
    """The wrong answer."""
    return (KEPT / "k_means.txt").read_text(encoding="utf-8")


def picture(request: Request) -> Response:
    """The failing input, clustered by the wrong answer and as expected."""
    return view.picture(request, (KEPT / "picture.svg").read_text(encoding="utf-8"))


def mend(request: Request) -> Response:
    """To the problem with the wrong answer as its draft, unless something was typed there already."""
    ws = view.workspace(request)
    if PROBLEM not in ws.library.problems:
        raise HTTPException(404)
    with ws.reading() as work:
        typed = drafts.draft(work, PROBLEM).version
    if not typed:
        drafts.save(ws, PROBLEM, source())
    return RedirectResponse(f"/problems/{PROBLEM}", 303)


ROUTES = [Route("/first-visit.svg", picture), Route("/first-visit", mend, methods=["POST"])]
