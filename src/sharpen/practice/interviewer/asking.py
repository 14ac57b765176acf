"""Asking the interviewer: what was agreed to is sent, within the budget of the day; anything else is shown first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from sharpen.domain.day import day_of
from sharpen.domain.extras import how_to_install
from sharpen.domain.interviewer import InterviewerDay, RequestKind
from sharpen.files.digest import digest
from sharpen.interviewer.endpoint import Endpoint
from sharpen.interviewer.failure import NotInstalled
from sharpen.interviewer.known import known_of
from sharpen.interviewer.request import Request, as_text, body
from sharpen.interviewer.settings import Settings
from sharpen.practice.errors import BudgetUsedUp, NotPluggedIn
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

if TYPE_CHECKING:
    from pydantic import BaseModel

    from sharpen.interviewer.reply import Spent

Shape = TypeVar("Shape", bound="BaseModel")


@dataclass(frozen=True)
class Consent:
    """What a candidate said to a request: `seen` is the digest of the body they saw, `always` not to ask again."""

    seen: str = ""
    always: bool = False


UNASKED = Consent()


@dataclass(frozen=True)
class Preview:
    """What would be sent, and was not: the whole body, where to, and what it may cost of what is left today, in tokens.

    `changed`: another body was shown before, and the texts have changed since.
    """

    kind: RequestKind
    endpoint: Endpoint
    body: str
    seen: str
    tokens: int
    left: int
    changed: bool = False


def settings(ws: Workspace) -> Settings:
    """The settings in effect. Raises NotPluggedIn where there can be none, BadEndpoint for bad ones."""
    if ws.interviewer is None:
        raise NotPluggedIn
    return ws.interviewer.read()


def today(work: Work) -> InterviewerDay:
    """What was asked so far today."""
    return work.interviewer_days.get(day_of(datetime.now(UTC)))


def ask(ws: Workspace, request: Request, shape: type[Shape], consent: Consent = UNASKED) -> Shape | Preview:
    """The answer to a request, or what would be sent for it, if the candidate has not agreed to that yet.

    Raises NotPluggedIn, BudgetUsedUp, NotInstalled, BadEndpoint, InterviewerFailed.
    """
    endpoint = _ready(ws, request, consent)
    if isinstance(endpoint, Preview):
        return endpoint
    from sharpen.interviewer import client

    with _metered(ws, request) as meter:
        return client.ask(endpoint, request, shape, meter.count)


def stream(ws: Workspace, request: Request, consent: Consent = UNASKED) -> Iterator[str | Preview]:
    """A text as it grows, whole each time, or once what would be sent for it. Raises as `ask` does."""
    endpoint = _ready(ws, request, consent)
    if isinstance(endpoint, Preview):
        yield endpoint
        return
    from sharpen.interviewer import client

    with _metered(ws, request) as meter:
        yield from client.stream(endpoint, request, meter.count)


def _ready(ws: Workspace, request: Request, consent: Consent) -> Endpoint | Preview:
    """Where a request may go now, or what is to be shown before."""
    here = settings(ws)
    if here.endpoint is None:
        raise NotPluggedIn
    if here.needs_consent_to_open:
        raise NotPluggedIn(
            f"{here.endpoint.url} is not encrypted, and not on this machine: whoever is on the way could read your "
            "text and your key. Nothing was sent. Use https, or allow it under Interviewer."
        )
    if how := how_to_install("llm"):
        raise NotInstalled(how)
    kind = RequestKind(request.kind)
    shown = preview(here.endpoint, request)
    if consent.seen == shown.seen:
        if consent.always:
            agree(ws, here, kind)
        return here.endpoint
    if here.agreed_to(kind):
        return here.endpoint
    with ws.reading() as work:
        left = here.budget - today(work).tokens
    return replace(shown, left=max(left, 0), changed=bool(consent.seen))


def preview(endpoint: Endpoint, request: Request, left: int = 0) -> Preview:
    """What is sent for a request, as it stands."""
    text = as_text(body(request, endpoint.model, known_of(endpoint.fingerprint)))
    seen = digest(f"{endpoint.url}\n{text}".encode())
    return Preview(RequestKind(request.kind), endpoint, text, seen, request.tokens, left)


def agree(ws: Workspace, here: Settings, kind: RequestKind) -> None:
    """Remember that requests of a kind may go to this endpoint without being shown."""
    if ws.interviewer is not None and here.endpoint is not None:
        ws.interviewer.change(agreed={**here.kept.agreed, kind.value: here.endpoint.fingerprint})


class Meter:
    """Counts what a request took, which may be several: one that was mended is two."""

    def __init__(self) -> None:
        self.requests, self.sent, self.received, self.estimated = 0, 0, 0, 0

    def count(self, spent: "Spent") -> None:
        """Add one of them."""
        self.requests += 1
        self.sent += spent.sent
        self.received += spent.received
        self.estimated += spent.sent + spent.received if spent.estimated else 0


@contextmanager
def _metered(ws: Workspace, request: Request) -> Iterator[Meter]:
    """Reserve the most that a request can take, and at the end give back what it did not. Raises BudgetUsedUp.

    Of a process that dies amid a request, what was reserved stays counted: the endpoint may charge for it.
    """
    budget, meter = settings(ws).budget, Meter()
    with ws.writing() as work:
        day = today(work)
        if day.tokens + request.tokens > budget:
            raise BudgetUsedUp(request.tokens, day.tokens, budget)
        reserved = replace(day, requests=1, sent=request.tokens, received=0, estimated=request.tokens)
        work.interviewer_days.add(reserved)
    try:
        yield meter
    finally:
        with ws.writing() as work:
            more = replace(
                reserved,
                requests=meter.requests - 1,
                sent=meter.sent - request.tokens,
                received=meter.received,
                estimated=meter.estimated - request.tokens,
            )
            work.interviewer_days.add(more)
