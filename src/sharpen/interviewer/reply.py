"""What an endpoint sends back, read as data of a stranger: only what we need, and nothing is taken on trust."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, NonNegativeInt, TypeAdapter, ValidationError

Shape = TypeVar("Shape", bound=BaseModel)
THOUGHTS = re.compile(r"\A\s*<think>.*?(?:</think>\s*|\Z)", re.S)
"""What some models think aloud before they answer."""
FENCED = re.compile(r"```(?:json)?\s*\n(.*?)```", re.S)
MOST_PLACES = 200
"""So many braces of a text are tried as the beginning of an answer."""


class Unreadable(Exception):
    """An answer that has not the shape asked for; the message says what is wrong, for the model to mend."""


def _or_none(kind: Any) -> Any:
    """What is of another kind counts as missing."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def read(value: object) -> object:
        try:
            return adapter.validate_python(value, strict=True)
        except ValidationError:
            return None

    return read


def _joined(value: object) -> object:
    """A content in parts, as some endpoints send it, as one text."""
    if isinstance(value, list):
        return "".join(str(part.get("text", "")) for part in value if isinstance(part, dict))
    return value if isinstance(value, str) else None


Text = Annotated[str | None, BeforeValidator(_joined)]
Count = Annotated[int | None, BeforeValidator(_or_none(NonNegativeInt))]


class Part(BaseModel):
    content: Text = None
    refusal: Text = None


NOTHING = Part()


class Choice(BaseModel):
    message: Part | None = None
    delta: Part | None = None
    finish_reason: Text = None


class Usage(BaseModel):
    prompt_tokens: Count = None
    completion_tokens: Count = None


class Reply(BaseModel):
    """A completion, or one chunk of one."""

    model_config = ConfigDict(extra="ignore")

    choices: Annotated[list[Choice], BeforeValidator(lambda value: value or [])] = []
    usage: Annotated[Usage | None, BeforeValidator(_or_none(dict[str, Any]))] = None

    @property
    def text(self) -> str:
        return next(((each.message or each.delta or NOTHING).content or "" for each in self.choices), "")

    @property
    def refusal(self) -> str:
        return next(((each.message or each.delta or NOTHING).refusal or "" for each in self.choices), "")

    @property
    def finish(self) -> str:
        return next((each.finish_reason or "" for each in self.choices), "")


@dataclass(frozen=True)
class Spent:
    """Tokens of one request: sent and received; `estimated` where the endpoint did not say."""

    sent: int = 0
    received: int = 0
    estimated: bool = False


def spent(usage: Usage | None, sent: int, received: int) -> Spent:
    """What a request took: as the endpoint says, or the estimates."""
    if usage is None or usage.prompt_tokens is None or usage.completion_tokens is None:
        return Spent(sent, received, estimated=True)
    return Spent(usage.prompt_tokens, usage.completion_tokens)


def without_thoughts(text: str) -> str:
    """An answer without what a model thought aloud before it."""
    return THOUGHTS.sub("", text, count=1)


def legible(text: str) -> str:
    """A text that can be written down: halves of characters, and NUL, which no text of ours has, are replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


def shaped(text: str, shape: type[Shape]) -> Shape:
    """The first JSON in a text that has the shape: the whole text, in a fence, or among words. Raises Unreadable."""
    wrong = "there is no JSON object in it"
    for found in _objects(without_thoughts(text)):
        try:
            return shape.model_validate(found)
        except ValidationError as problem:
            first = problem.errors(include_url=False, include_context=False, include_input=False)[0]
            place = ".".join(map(str, first["loc"])) or "the object"
            wrong = f"{place}: {first['msg']}"
        except RecursionError:
            wrong = "it is nested too deeply"
    raise Unreadable(wrong)


def _objects(text: str) -> Iterator[object]:
    """Every JSON object that may be meant, the likeliest first."""
    decoder = json.JSONDecoder()
    for whole in (text, *FENCED.findall(text)):
        try:
            yield json.loads(whole)
        except (ValueError, RecursionError):
            continue
    for place, _ in zip(re.finditer(r"\{", text), range(MOST_PLACES), strict=False):
        try:
            yield decoder.raw_decode(text, place.start())[0]
        except (ValueError, RecursionError):
            continue
