"""What an endpoint turned out not to support, remembered as long as the process lasts."""

from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock


class Form(StrEnum):
    """How an answer of a given shape is asked for, the strictest first."""

    SCHEMA = "schema"
    OBJECT = "object"
    TEXT = "text"


SIMPLER = {Form.SCHEMA: Form.OBJECT, Form.OBJECT: Form.TEXT}
HOPELESS = ("context_length", "model_not_found", "insufficient_quota", "content_filter", "content_policy")
"""Codes of complaints that no simpler request would be spared."""


@dataclass(frozen=True)
class Known:
    """The best that an endpoint is known to take, and until it complains that is everything.

    `limit` is the name it has for the most tokens of an answer: `max_tokens`, which all but the latest models of OpenAI
    take, and those say so; `max_completion_tokens` would be passed over in silence by others.
    """

    form: Form = Form.SCHEMA
    limit: str = "max_tokens"
    counts_streams: bool = True

    def simpler(self, complaint: str, *, shaped: bool) -> "Known | None":
        """What to try after a request was rejected; None when nothing is left to leave out."""
        said = complaint.lower()
        if any(code in said for code in HOPELESS):
            return None
        if self.limit == "max_tokens" and "max_completion_tokens" in said:
            return replace(self, limit="max_completion_tokens")
        if shaped:
            return replace(self, form=SIMPLER[self.form]) if self.form in SIMPLER else None
        return replace(self, counts_streams=False) if self.counts_streams else None


_known: dict[str, Known] = {}
_lock = Lock()


def known_of(fingerprint: str) -> Known:
    """What is known of an endpoint."""
    with _lock:
        return _known.get(fingerprint, Known())


def remember(fingerprint: str, known: Known) -> None:
    """Keep what an endpoint turned out to take."""
    with _lock:
        _known[fingerprint] = known


def forget() -> None:
    """Believe again that everything is supported, of all endpoints."""
    with _lock:
        _known.clear()
