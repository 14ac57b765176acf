"""Follow-up questions: what an interviewer would ask next about an answer, with the words that it is about."""

from pydantic import BaseModel, ConfigDict

from sharpen.domain.interviewer import FollowUpQuestion, RequestKind, quotes, squeezed
from sharpen.interviewer.request import Request
from sharpen.practice.interviewer.asking import UNASKED, Consent, Preview, ask
from sharpen.practice.interviewer.fence import RULE, fenced
from sharpen.practice.workspace import Workspace

MOST = 2_000
"""Tokens of the longest answer."""
MOST_QUESTIONS, LONGEST_QUESTION = 3, 500
SYSTEM = f"""\
You interview a candidate for a position in machine learning. {RULE}
Read the question and the answer, and ask up to {MOST_QUESTIONS} follow-up questions that go deeper into what the
candidate wrote: a number without a reason, a choice without an alternative, a method without its failure. Ask what this
answer leaves open, not what anybody could be asked. With each, quote the words of the answer that it is about, copied
letter by letter, or leave the quote empty. Do not answer the questions.
Answer with one JSON object: {{"questions": [{{"question": "", "quote": ""}}, ...]}}"""


class OneQuestion(BaseModel):
    """A question as a model asks it."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    question: str
    quote: str


class Questions(BaseModel):
    """The answer that is asked for."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    questions: list[OneQuestion]


def follow_ups(
    ws: Workspace, question: str, answer: str, consent: Consent = UNASKED
) -> tuple[FollowUpQuestion, ...] | Preview:
    """Questions about an answer, or what would be sent to get them. Raises as `asking.ask` does."""
    found = ask(ws, request(question, answer), Questions, consent)
    return found if isinstance(found, Preview) else questions(found, answer)


def request(question: str, answer: str) -> Request:
    """What is sent: the question and the answer, each in a fence."""
    user = f"{fenced('question', question)}\n\n{fenced('answer', answer)}"
    return Request(RequestKind.FOLLOW_UP.value, SYSTEM, user, MOST, Questions)


def questions(found: Questions, answer: str) -> tuple[FollowUpQuestion, ...]:
    """The first few that say anything; a quote that is not in the answer is left out."""
    asked = [
        FollowUpQuestion(
            squeezed(one.question)[:LONGEST_QUESTION], squeezed(one.quote) if quotes(one.quote, answer) else ""
        )
        for one in found.questions
        if one.question.strip()
    ]
    return tuple(asked[:MOST_QUESTIONS])
