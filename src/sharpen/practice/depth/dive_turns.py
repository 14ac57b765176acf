"""A dive as an interviewer is told of it: a question, the answer, and what was asked and said on since."""

from sharpen.domain.dive import NEXT, Dive
from sharpen.domain.interviewer import Said
from sharpen.practice.errors import BadText

Conversation = tuple[str, str, str, list[Said]]
"""The name of the question in front, the question that opened it, the answer to that, and the turns since."""


def conversation(dive: Dive) -> Conversation:
    """What an interviewer must know to ask on about the question in front.

    Raises BadText when none is in front, or its answer has no words yet.
    """
    front = dive.front
    if front is None:
        raise BadText("No question is in front: there is nothing to ask on about.")
    if not dive.text(front.name).strip():
        raise BadText("Type an answer first: the interviewer asks on about your words.")
    first, *later = asked(dive, front.answer.name)
    said = [Said(by_candidate, text) for name in later for by_candidate, text in _exchange(dive, name)]
    return front.on or front.name, dive.questions[first], dive.text(first), said


def asked(dive: Dive, name: str) -> list[str]:
    """The names of everything that was asked from a rung on: it, its follow-up, and the turns on each."""
    follow_up = name + NEXT
    later = [follow_up, *dive.turns(follow_up)] if follow_up in dive.questions else []
    return [name, *dive.turns(name), *later]


def all_typed(dive: Dive, name: str) -> str:
    """Everything that was typed to a rung and what was asked on."""
    texts = [dive.text(one).strip() for one in asked(dive, name)]
    return "\n\n".join(text for text in texts if text)


def _exchange(dive: Dive, name: str) -> list[tuple[bool, str]]:
    answer = dive.text(name).strip()
    return [(False, dive.questions[name]), *([(True, answer)] if answer else [])]
