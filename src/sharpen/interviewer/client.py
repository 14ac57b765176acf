"""The client: asks an endpoint for an answer of a given shape, or streams a text, and says what was spent."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx2
from openai import APIStatusError, OpenAI, Stream
from pydantic import BaseModel

from sharpen.interviewer import complaint
from sharpen.interviewer.endpoint import Endpoint
from sharpen.interviewer.failure import Failure, InterviewerFailed, said
from sharpen.interviewer.known import known_of, remember
from sharpen.interviewer.reply import Reply, Shape, Spent, Unreadable, legible, shaped, spent, without_thoughts
from sharpen.interviewer.request import Messages, Request, body, estimated
from sharpen.interviewer.transport import PATIENCE, OwnTransport, Patience

REJECTED = (400, 415, 422, 501)
"""Statuses by which endpoints say that they do not take a part of a request."""
NOT_HERE = "-"
"""Stands for the key within the `openai` package, which never has it: the transport does."""
LONGEST_QUOTED = 8_000
"""Characters of an unreadable answer that are shown to the model again."""

Count = Callable[[Spent], None]
"""Told what each request took, also one that failed."""


def ask(endpoint: Endpoint, request: Request, shape: type[Shape], count: Count, patience: Patience = PATIENCE) -> Shape:
    """An answer of the shape. One that is not of it is sent back once, to be mended. Raises InterviewerFailed."""
    with _opened(endpoint, patience, patience.whole) as client:
        text, finish = _completion(client, endpoint, request, request.messages, count)
        try:
            return shaped(text, shape)
        except Unreadable as problem:
            wrong = str(problem)
        if finish == "length":
            raise _cut_off(endpoint, request)
        mend = f"That cannot be read: {wrong}. Send the one JSON object that was asked for, and nothing else."
        again = [
            *request.messages,
            {"role": "assistant", "content": text[:LONGEST_QUOTED]},
            {"role": "user", "content": mend},
        ]
        text, finish = _completion(client, endpoint, request, again, count)
    try:
        return shaped(text, shape)
    except Unreadable as problem:
        wrong = str(problem)
    if finish == "length":
        raise _cut_off(endpoint, request)
    why = f"{endpoint.model} did not answer in the form asked for, also not when asked again ({wrong}). "
    raise InterviewerFailed(Failure.GARBAGE, f"{why}Try again, or use a larger model.")


def stream(endpoint: Endpoint, request: Request, count: Count, patience: Patience = PATIENCE) -> Iterator[str]:
    """A text as it grows, whole each time. Raises InterviewerFailed, with what arrived until then."""
    text, finish, refusal, usage = "", "", "", None
    failure: InterviewerFailed | None = None
    with _opened(endpoint, patience, patience.between) as client:
        try:
            for reply in _chunks(client, endpoint, request):
                usage, finish, refusal = reply.usage or usage, reply.finish or finish, refusal + reply.refusal
                if reply.text:
                    text += reply.text
                    yield _shown(endpoint, text)
        except InterviewerFailed as problem:
            failure = problem
        except complaint.ERRORS as problem:
            failure = complaint.failed(problem, endpoint, _shown(endpoint, text))
        finally:  # also when nobody reads on
            if failure is None or text or failure.failure in COUNTED:
                count(spent(usage, _sent(request.messages), estimated(text)))
    failure = failure or _why_no_answer(endpoint, request, _shown(endpoint, text), finish, refusal)
    if failure is not None:
        raise failure


COUNTED = (Failure.SLOW, Failure.INTERRUPTED, Failure.GARBAGE, Failure.TOO_LARGE)
"""Failures after which an endpoint may have worked, and may charge for it."""


def _opened(endpoint: Endpoint, patience: Patience, read: float) -> OpenAI:
    """A client that tries once, knows no proxy, follows no redirect, and takes nothing from the environment."""
    timeout = httpx2.Timeout(read, connect=patience.connect)
    way = OwnTransport(endpoint.key, patience)
    own = httpx2.Client(transport=way, timeout=timeout, follow_redirects=False, trust_env=False)
    return OpenAI(base_url=endpoint.url, api_key=NOT_HERE, http_client=own, timeout=timeout, max_retries=0)


def _completion(
    client: OpenAI, endpoint: Endpoint, request: Request, messages: Messages, count: Count
) -> tuple[str, str]:
    """The text of an answer, and why it ended. Raises InterviewerFailed."""
    failure: InterviewerFailed
    create: Any = client.chat.completions.with_raw_response.create
    try:
        raw = _accepted(endpoint, request, messages, lambda content: create(**content).http_response)
        reply = Reply.model_validate_json(raw.content)
    except complaint.ERRORS as problem:
        failure = complaint.failed(problem, endpoint)
        if failure.failure in COUNTED:
            count(Spent(_sent(messages), 0, estimated=True))
    else:
        count(spent(reply.usage, _sent(messages), estimated(reply.text)))
        if not (wrong := _why_no_answer(endpoint, request, reply.text, reply.finish, reply.refusal, whole=False)):
            return endpoint.key.scrubbed(legible(reply.text)), reply.finish
        failure = wrong
    raise failure  # outside of the handler: an error that is attached to it would hold the request, and so the key


def _accepted(endpoint: Endpoint, request: Request, messages: Messages, send: Callable[[dict[str, Any]], Any]) -> Any:
    """What an endpoint sends for a request, in the best form it takes, which is remembered. Raises complaint.ERRORS."""
    known = known_of(endpoint.fingerprint)
    while True:
        try:
            answer = send(body(request, endpoint.model, known, messages))
        except APIStatusError as problem:
            words = complaint.complaint(problem) if problem.status_code in REJECTED else ""
            simpler = known.simpler(words, shaped=request.shape is not None) if words else None
            if simpler is None:
                raise
            known = simpler
        else:
            remember(endpoint.fingerprint, known)
            return answer


def _chunks(client: OpenAI, endpoint: Endpoint, request: Request) -> Iterator[Reply]:
    """The parts of a streamed answer; of an endpoint that does not stream, the whole. Raises complaint.ERRORS."""
    create: Any = client.chat.completions.create
    opened: Stream[Any] = _accepted(endpoint, request, request.messages, lambda content: create(**content))
    with opened:
        if "event-stream" not in opened.response.headers.get("content-type", ""):
            yield Reply.model_validate_json(opened.response.read())
            return
        for chunk in opened:
            if not isinstance(chunk, BaseModel):
                raise complaint.NoChunk
            yield Reply.model_validate(chunk.model_dump(warnings=False))


def _why_no_answer(
    endpoint: Endpoint, request: Request, text: str, finish: str, refusal: str, *, whole: bool = True
) -> InterviewerFailed | None:
    """Why an answer is none, or not `whole`; None where it is."""
    host, model = endpoint.host, endpoint.model
    if refusal:
        words = said(endpoint.key.scrubbed(refusal))
        return InterviewerFailed(Failure.DECLINED, f"{model} declined to answer: {words}. Go on without it.", text)
    if finish == "content_filter":
        why = f"A filter of {host} stopped the answer. Word your text otherwise, or go on without it."
        return InterviewerFailed(Failure.FILTERED, why, text)
    if finish == "length" and whole:
        return _cut_off(endpoint, request, text)
    if not text.strip():
        if finish == "length":
            return _cut_off(endpoint, request)
        return InterviewerFailed(Failure.EMPTY, f"{model} sent an empty answer. Try again, or use another model.")
    if not finish and whole:
        why = f"The answer of {host} stopped without an end, so it may be half of one. Try again."
        return InterviewerFailed(Failure.INTERRUPTED, why, text)
    return None


def _cut_off(endpoint: Endpoint, request: Request, text: str = "") -> InterviewerFailed:
    why = f"The answer of {endpoint.model} was cut off after {request.most:,} tokens. "
    more = "A model that thinks long before it answers needs more than that: use another one, or try again."
    return InterviewerFailed(Failure.CUT_OFF, why + more, text)


def _shown(endpoint: Endpoint, text: str) -> str:
    return endpoint.key.scrubbed(legible(without_thoughts(text)))


def _sent(messages: Messages) -> int:
    return sum(estimated(each["content"]) for each in messages)
