"""Plugging an interviewer in: address, model, key and budget are set, tried, shown without the key, and forgotten."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from sharpen.domain.extras import how_to_install
from sharpen.domain.interviewer import InterviewerDay, RequestKind
from sharpen.interviewer.endpoint import (
    BadEndpoint,
    Endpoint,
    checked_key,
    checked_model,
    checked_url,
    is_open,
)
from sharpen.interviewer.key import Key
from sharpen.interviewer.known import Form, known_of
from sharpen.interviewer.request import Request
from sharpen.interviewer.settings import Kept, Place, Settings
from sharpen.practice.errors import NotPluggedIn
from sharpen.practice.interviewer import asking
from sharpen.practice.interviewer.asking import Consent, Preview
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

SYSTEM = 'Answer with one JSON object: {"ready": true}'
USER = "Are you ready? This is a test of the connection, and says nothing else."
FORMS = {
    Form.SCHEMA: "It takes a JSON schema.",
    Form.OBJECT: "It takes no JSON schema, but is held to JSON.",
    Form.TEXT: "It takes neither a JSON schema nor JSON alone, so answers are picked out of its text.",
}


class Ready(BaseModel):
    """The answer that is asked for."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    ready: bool


@dataclass(frozen=True)
class Status:
    """How the interviewer stands, for whoever looks at its settings; the key is not in it but for whether there is one.

    `wrong` says why the settings cannot be used; empty where they can, or where there are none.
    """

    endpoint: Endpoint | None
    url: str
    model: str
    budget: int
    key_set: bool
    from_environment: tuple[str, ...]
    open_to_others: bool
    allowed: bool
    agreed: tuple[RequestKind, ...]
    day: InterviewerDay
    how_to_install: str
    file: str
    wrong: str = ""

    @property
    def left(self) -> int:
        """Tokens left today."""
        return max(self.budget - self.day.tokens, 0)

    @property
    def works(self) -> bool:
        """Whether a request could be sent, if it is agreed to."""
        return self.endpoint is not None and not self.how_to_install and (self.allowed or not self.open_to_others)


def status(ws: Workspace, work: Work) -> Status:
    """How the interviewer stands."""
    place, wrong = _place(ws), ""
    try:
        here = place.read()
    except BadEndpoint as problem:
        here, wrong = Settings(None, place.given, Kept()), str(problem)
    url, model = here.given.url or here.kept.url, here.given.model or here.kept.model
    given = {"address": here.given.url, "model": here.given.model, "key": here.given.key}
    return Status(
        endpoint=here.endpoint,
        url=url,
        model=model,
        budget=here.budget,
        key_set=bool(here.endpoint.key if here.endpoint else here.given.key or here.kept.key),
        from_environment=tuple(name for name, value in given.items() if value),
        open_to_others=not wrong and is_open(url),
        allowed=not here.needs_consent_to_open,
        agreed=tuple(kind for kind in RequestKind if here.agreed_to(kind)),
        day=asking.today(work),
        how_to_install=how_to_install("llm"),
        file=str(place.file),
        wrong=wrong,
    )


def plugged_in(ws: Workspace) -> bool:
    """Whether an interviewer was configured, so that pages offer to ask it. Never raises."""
    try:
        return ws.interviewer is not None and ws.interviewer.read().endpoint is not None
    except BadEndpoint:
        return True  # asking says what is wrong


def change(
    ws: Workspace,
    *,
    url: str | None = None,
    model: str | None = None,
    key: str | None = None,
    budget: int | None = None,
    allow_open: bool = False,
) -> None:
    """Keep what is given; None leaves a setting as it is, and an empty key removes it. Raises BadEndpoint, OSError.

    The key of one server is not taken to another: a change of the address removes it, unless one is given with it.
    """
    place = _place(ws)
    try:
        kept = place.read().kept
    except BadEndpoint:
        kept = Kept()
    changes: dict[str, object] = {}
    if url is not None:
        changes["url"] = checked = checked_url(url) if url.strip() else ""
        if _origin(checked) != _origin(kept.url):
            changes["key"] = Key()
        changes["in_the_open"] = checked if allow_open and is_open(checked) else ""
    if model is not None:
        changes["model"] = checked_model(model)
    if key is not None:
        changes["key"] = checked_key(key)
    if budget is not None:
        changes["budget"] = budget
    place.change(**changes)


def allow_open(ws: Workspace) -> None:
    """Allow requests to the address in effect although others can read along. Raises BadEndpoint, OSError."""
    here = asking.settings(ws)
    if here.endpoint is not None:
        _place(ws).change(in_the_open=here.endpoint.url)


def ask_again(ws: Workspace) -> None:
    """Show every request again before it is sent. Raises OSError."""
    _place(ws).change(agreed={})


def forget(ws: Workspace) -> None:
    """Unplug it: address, model, key and consent are gone. Raises OSError."""
    _place(ws).forget()


def probe() -> Request:
    """What a test of the connection sends: no text of the candidate's."""
    return Request(RequestKind.TEST.value, SYSTEM, USER, 500, Ready)


def test(ws: Workspace, consent: Consent) -> str | Preview:
    """Ask whether it is ready, in every form it takes; what is said then. Raises as `asking.ask` does."""
    found = asking.ask(ws, probe(), Ready, consent)
    if isinstance(found, Preview):
        return found
    endpoint = asking.settings(ws).endpoint
    assert endpoint is not None
    return f"{endpoint.model} answered. {FORMS[known_of(endpoint.fingerprint).form]}"


def _place(ws: Workspace) -> Place:
    if ws.interviewer is None:
        raise NotPluggedIn
    return ws.interviewer


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
