"""Cases: the list of them all, the page of one, and two sittings at it side by side."""

from collections import defaultdict
from itertools import accumulate
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.asking import hear
from sharpen.domain.case import Case
from sharpen.domain.sitting import CELLS, Sitting, SittingSummary, score
from sharpen.practice.design import pictures, rubric, sittings
from sharpen.practice.design.cells import HELP, evaluate
from sharpen.practice.work import Work
from sharpen.web import view


def listing(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        held = defaultdict[str, list[SittingSummary]](list)
        for summary in work.sittings.summaries():
            held[summary.case].append(summary)
        groups = [
            (group, [case for topic in group.topics for case in work.library.cases.of_topic(topic.id)])
            for group in work.library.outline.groups
        ]
        return view.page(
            request,
            work,
            "cases/cases.html",
            groups=[(group, cases) for group, cases in groups if cases],
            held=held,
            score=score,
            cases=work.library.cases,
            broken=len(work.library.cases.broken),
        )


def case(request: Request) -> Response:
    """The workspace of the sitting that goes on; where there is none, the way to one."""
    with view.workspace(request).reading() as work:
        found = sittings.case_of(work, request.path_params["slug"])
        going_on = sittings.open_one(work, found.slug)
        if going_on is not None:
            return workspace(request, work, found, going_on)
        deleted = work.sittings.deleted(found.slug)
        return view.page(
            request,
            work,
            "cases/case.html",
            case=found,
            brief=work.library.cases.brief(found.slug),
            topics=topics(work, found),
            earlier=work.sittings.summaries(found.slug),
            deleted=deleted,
            just=next((each for each in deleted if each.id == request.query_params.get("deleted")), None),
            score=score,
            lab=work.library.cases.has_lab(found.slug),
            elsewhere=work.library.readings.of_case(found.slug),
            read=work.readings.read(),
        )


def workspace(request: Request, work: Work, case: Case, sitting: Sitting, why: str = "") -> Response:
    """The page on which one sits at a case."""
    return view.page(
        request,
        work,
        "cases/sitting.html",
        400 if why else 200,
        **interviewer(work, case, sitting),
        steps=pace(work, case),
        topics=topics(work, case),
        sheet=evaluate(sitting.text(CELLS)),
        help=HELP,
        lab=work.library.cases.has_lab(case.slug),
        why=why,
    )


def interviewer(work: Work, case: Case, sitting: Sitting) -> dict[str, Any]:
    """What the interviewer said so far, and what there is still to ask."""
    said = []
    for asked in sitting.asked:
        fact = case.fact(asked.fact)
        near = hear(case.facts, asked.typed).near if not asked.fact else ()
        said.append((asked, fact, [one for one in near if one.id not in sitting.facts]))
    return {
        "case": case,
        "sitting": sitting,
        "brief": work.library.cases.brief(case.slug),
        "said": said,
        "open_facts": [fact for fact in case.facts if fact.id not in sitting.facts],
    }


def pace(work: Work, case: Case) -> list[dict[str, Any]]:
    """The steps with the seconds at which each should begin and end."""
    steps = work.library.cases.steps
    ends = [round(60 * case.minutes * share) for share in accumulate(step.share for step in steps)]
    return [
        {"step": step, "start": start, "end": end} for step, start, end in zip(steps, [0, *ends], ends, strict=False)
    ]


def topics(work: Work, case: Case) -> list[Any]:
    """The topics of a case, its own first."""
    known = {topic.id: topic for topic in work.library.outline}
    return [known[one] for one in (case.topic, *case.also) if one in known]


def start(request: Request) -> Response:
    sitting = sittings.start(view.workspace(request), request.path_params["slug"])
    return RedirectResponse(f"/cases/{sitting.case}", 303)


def compare(request: Request) -> Response:
    """Two sittings side by side, step by step."""
    slug, ids = request.path_params["slug"], [request.query_params.get(name, "") for name in ("a", "b")]
    with view.workspace(request).reading() as work:
        found = sittings.case_of(work, slug)
        both = [sittings.find(work, slug, one) for one in ids]
        return view.page(
            request,
            work,
            "cases/compare.html",
            case=found,
            both=both,
            results=[rubric.results(work, found, one) for one in both],
            sheets=[evaluate(one.text(CELLS)) for one in both],
            score=score,
        )


def drawing(request: Request) -> Response:
    """A picture of the worked answer, drawn when it is first asked for."""
    svg = pictures.picture(view.workspace(request), request.path_params["slug"], request.path_params["name"])
    return view.picture(request, svg)


ROUTES = [
    Route("/cases", listing),
    Route("/cases/{slug}", case),
    Route("/cases/{slug}/start", start, methods=["POST"]),
    Route("/cases/{slug}/compare", compare),
    Route("/cases/{slug}/{name}.svg", drawing),
]
