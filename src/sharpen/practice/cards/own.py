"""A learner's own cards: a question and its answer, made, edited, deleted into a bin, and brought back."""

from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.card import BIN, MY_CARDS, OWN, Brought
from sharpen.practice import inputs
from sharpen.practice.changing import changed
from sharpen.practice.errors import BadText, CardChanged, NoSuchAttempt, NoSuchCard
from sharpen.practice.ids import new_id
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

MOST_CARDS = 20_000
SHOWN_OF_EVIDENCE = 400
"""Characters of an input or an output that go onto a card: what is longer is not to be learned."""


def make(ws: Workspace, question: str, answer: str) -> Brought:
    """Make a card of two texts in Markdown; it is met like any other. Raises BadText."""
    question, answer = inputs.side(question, "question"), inputs.side(answer, "answer")
    card = Brought(ws.learner, f"{OWN}{new_id()}", MY_CARDS, datetime.now(UTC), question, answer)
    with ws.writing() as work:
        if work.cards.topics().get(MY_CARDS, 0) >= MOST_CARDS:
            raise BadText(f"There are {MOST_CARDS:,} cards of your own; more are not kept. Delete some.")
        work.cards.put(card)
    return card


def find(work: Work, card_id: str) -> Brought:
    """A card of the learner's own, also from the bin. Raises NoSuchCard."""
    card = work.cards.get(card_id) if card_id.startswith(OWN) else None
    if card is None:
        raise NoSuchCard("There is no card of your own here. It may have been removed.")
    return card


def named(work: Work, begin: str) -> Brought:
    """The one own card whose id begins so, with or without what all begin with. Raises NoSuchCard, BadText."""
    rest = begin.removeprefix(OWN)
    alike = [card for card in everything(work) + binned(work) if rest and card.id.removeprefix(OWN).startswith(rest)]
    if not alike:
        raise NoSuchCard(f"You have no card {begin!r}.")
    if len(alike) > 1:
        raise BadText(f"The ids of {len(alike)} cards begin with {begin!r}. Give more of it.")
    return alike[0]


def everything(work: Work) -> list[Brought]:
    """The learner's own cards, the oldest first; those in the bin left out."""
    return work.cards.of_topic(MY_CARDS)


def binned(work: Work) -> list[Brought]:
    """The cards in the bin, the one that was deleted last first."""
    return sorted(work.cards.of_topic(BIN), key=lambda card: card.updated, reverse=True)


def edit(ws: Workspace, card_id: str, question: str, answer: str, since: datetime | None = None) -> Brought:
    """Change the texts of a card; what is known of it stays.

    `since` says when the texts that were edited had been changed last. Raises NoSuchCard, BadText, CardChanged.
    """
    question, answer = inputs.side(question, "question"), inputs.side(answer, "answer")

    def edited(_work: Work, card: Brought) -> Brought:
        after = replace(card, question=question, answer=answer)
        if card.topic == BIN:
            raise NoSuchCard("This card was deleted meanwhile. Bring it back first.")
        if since is not None and card.updated != since and after != card:
            raise CardChanged(
                "This card was changed elsewhere meanwhile. Save again to replace that with what is here."
            )
        return after

    return changed(ws, lambda work: find(work, card_id), edited, lambda work, card: work.cards.put(card))


def delete(ws: Workspace, card_id: str) -> Brought:
    """Put a card into the bin: it is asked and listed no more, and can be brought back. Raises NoSuchCard."""
    return _moved(ws, card_id, BIN)


def bring_back(ws: Workspace, card_id: str) -> Brought:
    """Take a card out of the bin, with all that was known of it. Raises NoSuchCard."""
    return _moved(ws, card_id, MY_CARDS)


def _moved(ws: Workspace, card_id: str, deck: str) -> Brought:
    def moved(_work: Work, card: Brought) -> Brought:
        return replace(card, topic=deck)

    return changed(ws, lambda work: find(work, card_id), moved, lambda work, card: work.cards.put(card))


def from_lesson(work: Work, topic_id: str, sentence: str) -> tuple[str, str]:
    """A question, still empty, and an answer to begin with: a sentence of a lesson, and where it stands."""
    topic = next((topic for topic in work.library.outline if topic.id == topic_id), None)
    source = f"From the lesson [{topic.title}](/topics/{topic.id})." if topic else ""
    return "", "\n\n".join(filter(None, (sentence.strip()[: inputs.LONGEST_SIDE // 2], source)))


def from_check(work: Work, attempt_id: str, place: int) -> tuple[str, str]:
    """A question and an answer to begin with: what a failed check said of an attempt, and the problem.

    `place` is the place of the check among the results of the attempt. Raises NoSuchAttempt, NoSuchProblem.
    """
    attempt = work.attempts.get(attempt_id)
    if attempt is None or not 0 <= place < len(attempt.results):
        raise NoSuchAttempt(attempt_id)
    problem, check = work.problem(attempt.problem), attempt.results[place]
    evidence = (
        f"{label.capitalize()}:\n\n```text\n{text[:SHOWN_OF_EVIDENCE]}{'…' * (len(text) > SHOWN_OF_EVIDENCE)}\n```"
        for label, text in check.evidence()
    )
    source = f"From the problem [{problem.title}](/problems/{problem.slug})."
    question = f"{problem.title}: what must I not forget? ({check.heading})"
    return question, "\n\n".join(filter(None, (check.why, *evidence, source)))
