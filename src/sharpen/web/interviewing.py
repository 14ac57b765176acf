"""Asking the interviewer from a page: what would be sent is shown first, then what comes of it, as it comes."""

from collections.abc import AsyncIterator, Callable, Iterable
from functools import partial
from typing import Any

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from sharpen.domain.errors import SharpenError, explained
from sharpen.practice.interviewer.asking import Consent, Preview
from sharpen.web import view
from sharpen.web.stream import event_stream, follow

CONSENT = ("seen", "always")
"""The fields of a form by which a candidate agrees to what they were shown."""

Asking = Callable[[Consent], Iterable[object]]


async def answered(request: Request, form: FormData, ask: Asking, template: str, back: str, **context: Any) -> Response:
    """What the interviewer says to a form, as a part of a page or, without scripts, as a page with a way `back`.

    `ask` yields what is known so far, and `template` shows it as `found`; a preview is shown by us, with a form that
    sends the same fields again, and so is any error for people, with what had arrived until then.
    """
    consent = Consent(str(form.get("seen", "")), bool(form.get("always")))
    fields = {name: str(value) for name, value in form.items() if name not in CONSENT}
    shown = partial(_part, request, answer=template, fields=fields, **context)
    if view.by_htmx(request):
        return event_stream(_as_it_comes(partial(ask, consent), shown))
    content = await run_in_threadpool(_at_the_end, partial(ask, consent), shown)
    with view.workspace(request).reading() as work:
        return view.page(request, work, "interviewer/answer.html", content=Markup(content), back=back)


async def _as_it_comes(ask: Callable[[], Iterable[object]], shown: Callable[..., str]) -> AsyncIterator[str]:
    """The part of the page, again for each thing that comes."""
    last: object = None
    yield shown(None)
    try:
        async for found in follow(ask):
            last = found[-1]
            yield shown(last, going_on=True)
    except Exception as problem:
        yield shown(last, why=explained(problem, "Please report it with what stands where sharpen runs."))
        if not isinstance(problem, SharpenError):
            raise
    else:
        yield shown(last)


def _at_the_end(ask: Callable[[], Iterable[object]], shown: Callable[..., str]) -> str:
    last: object = None
    try:
        for found in ask():
            last = found
    except SharpenError as problem:
        return shown(last, why=str(problem))
    return shown(last)


def _part(request: Request, found: object, *, why: str = "", going_on: bool = False, **context: Any) -> str:
    preview = found if isinstance(found, Preview) else None
    here = {"found": None if preview else found, "preview": preview, "why": why, "going_on": going_on}
    return view.part(request, "interviewer/_answer.html", **here, **context)
