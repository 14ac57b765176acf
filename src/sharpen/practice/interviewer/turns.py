"""The interviewer's side of a conversation: the next turn, streamed."""

from collections.abc import Iterator, Sequence

from sharpen.domain.interviewer import RequestKind, Said
from sharpen.interviewer.request import Request
from sharpen.practice.interviewer.asking import UNASKED, Consent, Preview, stream
from sharpen.practice.interviewer.fence import RULE, fenced
from sharpen.practice.workspace import Workspace

MOST = 2_000
"""Tokens of the longest answer."""
SYSTEM = f"""\
You interview a candidate for a position in machine learning, and this is a mock interview. {RULE}
You get the question, what the candidate wrote to it, and the conversation so far. Say what the interviewer says next,
in at most 80 words: react to the last turn in a sentence, then ask one question, deeper or about what was left out.
Give neither a score nor the answer. Write plain text, without headings and without a name before it."""


def next_turn(
    ws: Workspace, question: str, answer: str, conversation: Sequence[Said], consent: Consent = UNASKED
) -> Iterator[str | Preview]:
    """What the interviewer says next, as it grows, or once what would be sent to ask. Raises as `asking.ask` does."""
    return stream(ws, request(question, answer, conversation), consent)


def request(question: str, answer: str, conversation: Sequence[Said]) -> Request:
    """What is sent: the question, the answer and the conversation, each in a fence."""
    turns = "\n\n".join(f"{'Candidate' if turn.by_candidate else 'Interviewer'}: {turn.text}" for turn in conversation)
    parts = [fenced("question", question), fenced("answer", answer), fenced("conversation", turns or "It begins now.")]
    return Request(RequestKind.TURN.value, SYSTEM, "\n\n".join(parts), MOST)
