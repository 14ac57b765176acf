"""A request: two texts and the shape of the answer that is wanted, and the body that is sent for it."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sharpen.interviewer.known import Form, Known

if TYPE_CHECKING:
    from pydantic import BaseModel

Messages = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Request:
    """What is asked for: `system` is ours, `user` holds the candidate's text; an answer has at most so many tokens.

    With a `shape` the answer is to be JSON of it; without one it is a text, which is streamed.
    """

    kind: str
    system: str
    user: str
    most: int
    shape: "type[BaseModel] | None" = None

    @property
    def messages(self) -> Messages:
        return ({"role": "system", "content": self.system}, {"role": "user", "content": self.user})

    @property
    def tokens(self) -> int:
        """How many tokens it may cost at most: what is sent, counted too high rather than too low, and the answer.

        An answer that cannot be read is sent back once, and there is another.
        """
        once = estimated(self.system) + estimated(self.user) + self.most
        return once if self.shape is None else 2 * once + self.most


def body(request: Request, model: str, known: Known, messages: Messages | None = None) -> dict[str, Any]:
    """The body of a request as an endpoint of which this is known takes it."""
    found: dict[str, Any] = {"model": model, "messages": [dict(each) for each in messages or request.messages]}
    found[known.limit] = request.most
    if request.shape is None:
        found["stream"] = True
        if known.counts_streams:
            found["stream_options"] = {"include_usage": True}
    elif known.form is Form.SCHEMA:
        schema = {"name": request.kind.replace("-", "_"), "strict": True, "schema": request.shape.model_json_schema()}
        found["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif known.form is Form.OBJECT:
        found["response_format"] = {"type": "json_object"}
    return found


def as_text(content: Mapping[str, Any]) -> str:
    """A body as one reads it."""
    return json.dumps(content, indent=2, ensure_ascii=False)


def estimated(text: str) -> int:
    """About how many tokens a text has: one for each three bytes, more than English takes and less than none does."""
    return math.ceil(len(text.encode("utf-8", "replace")) / 3)
