"""Suggestions for a rubric: which points an answer covers, each claim with the candidate's own words, never ticked."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from sharpen.domain.interviewer import Claim, Criterion, RequestKind, Suggestion, squeezed, upheld
from sharpen.interviewer.request import Request
from sharpen.practice.interviewer.asking import UNASKED, Consent, Preview, ask
from sharpen.practice.interviewer.fence import RULE, fenced
from sharpen.practice.workspace import Workspace

MOST = 3_000
"""Tokens of the longest answer."""
LONGEST_WHY = 400
SYSTEM = f"""\
You help a candidate who practices for machine-learning interviews to score an answer of their own. {RULE}
Score each point of the rubric by what the answer says, not by what it could have meant. Be strict: what is not there
earns nothing. For each score above 0 quote the words of the answer that earn it: one stretch, copied letter by letter.
A quote that is not in the answer is thrown away. For a score of 0 leave the quote empty. Say in one sentence why.
Answer with one JSON object: {{"claims": [{{"point": "p1", "score": 0, "quote": "", "why": ""}}, ...]}}"""


class OneClaim(BaseModel):
    """A claim as a model makes it."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    point: str
    score: int
    quote: str
    why: str


class Claims(BaseModel):
    """The answer that is asked for."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    claims: list[OneClaim]


def suggest(
    ws: Workspace, question: str, points: Sequence[Criterion], answer: str, consent: Consent = UNASKED
) -> Suggestion | Preview:
    """What an answer earns, as the interviewer sees it, or what would be sent to ask. Raises as `asking.ask` does."""
    found = ask(ws, request(question, points, answer), Claims, consent)
    return found if isinstance(found, Preview) else suggestion(found, points, answer)


def request(question: str, points: Sequence[Criterion], answer: str) -> Request:
    """What is sent: the question, the rubric, and the answer, each in a fence. Points have names of their own there."""
    lines = []
    for name, point in zip(_names(points), points, strict=True):
        earns = [f"  {score}: {text}" for score, text in enumerate(point.levels or ("It is covered.",), 1)]
        lines += [f"{name}: {squeezed(point.text)}", "  0: Neither of these." if point.levels else "  0: No.", *earns]
    user = [fenced("question", question), fenced("rubric", "\n".join(lines)), fenced("answer", answer)]
    return Request(RequestKind.RUBRIC.value, SYSTEM, "\n\n".join(user), MOST, Claims)


def suggestion(found: Claims, points: Sequence[Criterion], answer: str) -> Suggestion:
    """What is left of an answer once every claim was held against the candidate's words."""
    ids = {name: point.id for name, point in zip(_names(points), points, strict=True)}
    claims = [
        Claim(ids.get(one.point.strip(), ""), one.score, one.quote, squeezed(one.why)[:LONGEST_WHY])
        for one in found.claims
    ]
    return upheld(claims, points, answer)


def _names(points: Sequence[Criterion]) -> list[str]:
    return [f"p{number}" for number in range(1, len(points) + 1)]
