"""Errors of the `openai` package and of HTTP, in the candidate's words."""

import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2
from openai import APIConnectionError, APIError, APIStatusError, APITimeoutError
from pydantic import ValidationError

from sharpen.interviewer.endpoint import Endpoint
from sharpen.interviewer.failure import Failure, InterviewerFailed, said
from sharpen.interviewer.transport import TooLarge


class NoChunk(Exception):
    """A part of a stream that is no object."""


UNREADABLE = (json.JSONDecodeError, UnicodeDecodeError, ValidationError, NoChunk)
"""What bytes raise that are no answer; the `openai` package lets the first two through."""
ERRORS = (APIError, httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError, *UNREADABLE)
"""What asking an endpoint may raise."""


def failed(error: Exception, endpoint: Endpoint, partial: str = "") -> InterviewerFailed:
    """What an error means for whoever asked. It holds neither the error nor the request, which has the key in it."""
    host, causes = endpoint.host, (error, error.__cause__)
    if any(isinstance(each, TooLarge) for each in causes):
        return _as(Failure.TOO_LARGE, f"{host} sent more than any answer has, so it was not read on.", partial)
    if isinstance(error, APIStatusError):
        return _status(error, endpoint, partial)
    if isinstance(error, APITimeoutError) or any(isinstance(each, httpx2.TimeoutException) for each in causes):
        why = f"{host} did not answer in time. It may be loading the model, or be busy. Try again."
        return _as(Failure.SLOW, why, partial)
    if isinstance(error, APIConnectionError | httpx2.HTTPError | OSError):
        if partial:
            return _as(Failure.INTERRUPTED, f"The connection to {host} broke amid the answer. Try again.", partial)
        why = f"{host} cannot be reached, or did not answer in HTTP. Does the server run? Is the base URL right?"
        return _as(Failure.UNREACHABLE, why)
    if isinstance(error, APIError):
        words = said(endpoint.key.scrubbed(_message(error.body) or error.message))
        return _as(Failure.INTERRUPTED, f"{host} broke off the answer: {words}. Try again.", partial)
    return garbage(endpoint, partial)


def garbage(endpoint: Endpoint, partial: str = "") -> InterviewerFailed:
    """The answer is none that this protocol knows."""
    why = f"What {endpoint.host} sent is no answer of an OpenAI-compatible endpoint. Is the base URL right? {HINT}"
    return _as(Failure.GARBAGE, why, partial)


HINT = "It mostly ends in /v1."


def complaint(error: APIStatusError) -> str:
    """All that a server complains of, with codes: to look for words in, not to show."""
    return f"{error.code} {error.type} {error.param} {_message(error.body)} {error.response.text[:2000]}"


def _status(error: APIStatusError, endpoint: Endpoint, partial: str) -> InterviewerFailed:
    host, status = endpoint.host, error.status_code
    words = said(endpoint.key.scrubbed(_message(error.body)))
    it_says = f" It says: {words}." if words else ""
    if 300 <= status < 400:
        to = said(endpoint.key.scrubbed(error.response.headers.get("location", "")))
        why = f"{host} sends on to another address, {to or 'which it does not name'}, and your key is not taken there. "
        return _as(Failure.REDIRECTED, f"{why}If that is right, make it the base URL.", partial)
    if status in (401, 403):
        key = "refused the key" if endpoint.key else "wants a key, and none is set"
        return _as(Failure.KEY, f"{host} {key} ({status}).{it_says} Enter it again, under Interviewer.", partial)
    if status == 404:
        why = f"{host} knows no such address, or no model {endpoint.model!r} (404).{it_says} Check both. {HINT}"
        return _as(Failure.MISSING, why, partial)
    if status == 429:
        return _as(Failure.BUSY, f"{host} takes no more for now (429).{it_says} {_later(error)}", partial)
    if status >= 500:
        return _as(Failure.BROKEN, f"{host} failed ({status}).{it_says} {_later(error)}", partial)
    if "context_length" in complaint(error):
        why = f"The text is too long for {endpoint.model}.{it_says} Shorten it, or use a model that takes more."
        return _as(Failure.REJECTED, why, partial)
    return _as(Failure.REJECTED, f"{host} rejected the request ({status}).{it_says}", partial)


def _later(error: APIStatusError) -> str:
    """When to try again."""
    seconds = retry_after(error.response.headers.get("retry-after", ""), datetime.now(UTC))
    if "insufficient_quota" in complaint(error):
        return "That is a matter of your account there."
    return "Try again later." if seconds is None else f"Try again in {seconds} s."


def retry_after(header: str, now: datetime) -> int | None:
    """The seconds of a Retry-After, which is a number or a date; None for neither, or more than a day."""
    try:
        seconds = float(header)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(header) - now).total_seconds()
        except (ValueError, TypeError):
            return None
    return round(max(seconds, 0)) if seconds <= 86_400 else None


def _message(body: object) -> str:
    """What the body of an error says in words: `{"message": …}`, or a text that is not a page."""
    if isinstance(body, str):
        try:
            body = json.loads(body)
        except (ValueError, RecursionError):
            return "" if not isinstance(body, str) or "<" in body else body
    while isinstance(body, dict):
        body = body.get("message") or body.get("error") or body.get("detail")
    return body if isinstance(body, str) else ""


def _as(failure: Failure, message: str, partial: str = "") -> InterviewerFailed:
    return InterviewerFailed(failure, message, partial)
