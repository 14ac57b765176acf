"""Questions in a mock: cards one after the other, without a word on the answer before the round is over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.loop import What
from sharpen.domain.memory import Rating
from sharpen.domain.mock import Mock, MockRound, MockTask, elapsed
from sharpen.domain.session import Given
from sharpen.practice import inputs
from sharpen.practice.errors import BadText, NothingToTakeBack
from sharpen.practice.exercises import EXERCISES
from sharpen.practice.items import card_pool
from sharpen.practice.items.asked import Judged, Shown
from sharpen.practice.items.remembering import record_rating, undo_rating
from sharpen.practice.mocks import mocks
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Card:
    """A card as it is asked, with what was answered, once it was; `judged` is None before, or if the card is gone."""

    task: MockTask
    item: Item | None
    title: str
    asked: Shown | None
    judged: Judged | None = None

    @property
    def waits(self) -> bool:
        """Whether an answer in words waits for ticks."""
        return bool(self.judged and self.judged.points and self.task.text and self.task.ticked is None)


def card(work: Work, task: MockTask) -> Card:
    """A card of a round; one that is gone from the library has neither question nor answer any more."""
    item = card_pool.item(work, task.id)
    if item is None:
        return Card(task, None, task.id, None)
    exercise, title = EXERCISES[item.kind], card_pool.title(work, item.topic)
    try:
        shown = exercise.shown(work, item, task.seed)
        judged = exercise.judged(work, item, task.seed, _given(item, task)) if task.answered else None
    except Exception:  # changed since it was asked
        return Card(task, item, title, None)
    return Card(task, item, title, shown, judged)


def _given(item: Item, task: MockTask) -> Given:
    if item.kind is ItemKind.RECALL:
        return Given(task.ticked or ())
    return Given(task.places, task.text)


def front(round_: MockRound) -> int | None:
    """The place of the card that is asked now; None when all were answered."""
    return next((place for place, task in enumerate(round_.tasks) if task.answered is None), None)


def answer(ws: Workspace, mock_id: str, place: int, *, places: Sequence[int] = (), text: str = "") -> Mock:
    """Answer the card at a place, once; nothing at all means "I do not know".

    What can be judged is a review from now on, rated as in the session; words wait for the learner's ticks. Raises
    BadAnswer for what cannot be read, NotNow, NoSuchMock.
    """
    text = inputs.note(text)

    def answered(work: Work, mock: Mock) -> Mock:
        task, round_ = mocks.task_of(mock, place, What.CARDS), mock.now_on
        item = card_pool.item(work, task.id)
        if task.answered is not None or round_ is None or item is None:
            return mock
        done = replace(task, answered=datetime.now(UTC), places=tuple(places), text=text)
        done = replace(done, worked=_worked(mock, round_, done))
        judged = EXERCISES[item.kind].judged(work, item, task.seed, _given(item, done))
        rating = judged.suggested if judged.right is not None else None if text else Rating.AGAIN
        return mocks.with_task(mock, place, _rated(work, item, done, rating) if rating else done)

    return mocks.change(ws, mock_id, answered)


def _worked(mock: Mock, round_: MockRound, task: MockTask) -> float:
    """The seconds since the answer before, or the beginning of the round."""
    before = [one.answered for one in round_.tasks if one.answered]
    since = max(before, default=round_.started or mock.started)
    return elapsed(since, task.answered or since, mock.pauses)


def _rated(work: Work, item: Item, task: MockTask, rating: Rating) -> MockTask:
    """The task with its review, in place of the one it had; that stays where the card was reviewed since."""
    if task.did:
        try:
            undo_rating(work, item, task.did)
        except NothingToTakeBack:
            return task
    seed = task.seed if EXERCISES[item.kind].seeded else None
    return replace(task, did=record_rating(work, item, rating, seconds=task.worked, seed=seed).id)


def ticked(work: Work, task: MockTask, points: Sequence[int]) -> MockTask:
    """A card that was answered in words, with the points that the answer had; it is rated by them. Raises BadText."""
    item = card_pool.item(work, task.id)
    if item is None or item.kind is not ItemKind.RECALL or task.answered is None:
        raise BadText("No points can be ticked for this.")
    done = replace(task, ticked=tuple(sorted(set(points))))
    judged = EXERCISES[item.kind].judged(work, item, task.seed, _given(item, done))
    return _rated(work, item, done, judged.suggested) if done.ticked != task.ticked else done
