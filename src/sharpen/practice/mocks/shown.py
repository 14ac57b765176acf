"""What each task of a round showed: what was earned, why, and which topics go into the plan."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sharpen.domain.attempt import State
from sharpen.domain.dive import Answer, Dive, How
from sharpen.domain.loop import What
from sharpen.domain.memory import Rating
from sharpen.domain.mock import MockRound, MockTask
from sharpen.domain.sitting import score
from sharpen.practice.depth import dives
from sharpen.practice.mocks import asking
from sharpen.practice.mocks.signal import BAR, of_problem
from sharpen.practice.work import Work

WENT = {Rating.AGAIN: 0.0, Rating.HARD: 0.5, Rating.GOOD: 0.8, Rating.EASY: 1.0}
"""What a telling is worth by the learner's own word on it."""
HELD = {How.STRONG: 1.0, How.PARTIAL: 0.5, How.STUCK: 0.0}
"""What an answer of a dive is worth by the learner's own word on it, where no points were ticked."""


@dataclass(frozen=True)
class Shown:
    """What one task of a round showed.

    `share` is None where it is not judged: `waits` says what it waits for, empty where it never will be. `reason` says
    what the share rests on, or why there is none; `path` leads to what came of it. `weak` are topics, by id, that go
    into the plan. `of` is what it was: an attempt, a card, a dive, a sitting, a question.
    """

    task: MockTask
    title: str
    share: float | None = None
    reason: str = ""
    waits: str = ""
    path: str = ""
    weak: tuple[str, ...] = ()
    of: Any = None
    judging: bool = False


def _problem(work: Work, _round: MockRound, task: MockTask) -> Shown:
    problem = work.library.problems.get(task.id)
    if problem is None:
        return Shown(task, task.id, reason="the problem is gone from the library")
    path = f"/problems/{problem.slug}"
    attempt = work.attempts.get(task.did) if task.did else None
    if attempt is not None and attempt.state is not State.FINISHED:
        waits = "it is being judged" if attempt.state is State.JUDGING else "the judge stopped before it had a verdict"
        judging = attempt.state is State.JUDGING
        return Shown(task, problem.title, waits=waits, path=path, of=attempt, judging=judging)
    if attempt is not None and attempt.verdict and not attempt.verdict.wrong and not attempt.accepted:
        return Shown(
            task, problem.title, reason="the judge failed, which says nothing about your code", path=path, of=attempt
        )
    results = attempt.results if attempt else ()
    share, reason = of_problem(
        attempt.verdict if attempt else None,
        sum(result.passed for result in results),
        max([len(results), *(result.of for result in results)], default=0),
        hints=attempt.hints if attempt else 0,
        peeked=attempt.peeked if attempt else False,
        seconds=task.worked,
        minutes=problem.minutes,
    )
    if attempt:
        path += f"?attempt={attempt.id}"
    weak = () if attempt and attempt.accepted and share >= BAR else (problem.topic,)
    return Shown(task, problem.title, share, reason, path=path, weak=weak, of=attempt)


def _card(work: Work, _round: MockRound, task: MockTask) -> Shown:
    card = asking.card(work, task)
    title = card.title
    topic = (card.item.topic,) if card.item else ()
    if task.answered is None:
        return Shown(task, title, 0.0, "not reached", of=card)
    if card.judged is None:
        return Shown(task, title, reason="the card was changed or deleted since", of=card)
    if card.waits:
        return Shown(task, title, waits="tick what your answer had", of=card)
    if card.judged.right is None:
        points = len(card.judged.points)
        share = len(task.ticked or ()) / points if points else 0.0
        reason = f"{len(task.ticked or ())} of {points} points" if task.text else "no answer"
    else:
        share, reason = (1.0, "right") if card.judged.right else (0.0, "not right")
    return Shown(task, title, share, reason, weak=topic if share < BAR else (), of=card)


def _dive(work: Work, _round: MockRound, task: MockTask) -> Shown:
    name = work.projects.names().get(task.id, "A project that was deleted")
    dive = work.dives.get(task.did) if task.did else None
    if dive is None:
        return Shown(task, name, 0.0, "the dive was not begun")
    path = f"/projects/{task.id}/dives/{dive.id}" if task.id in work.projects.names() else ""
    worth = [_worth(one) for one in dive.answers if one.how is not None or one.ticked is not None]
    if not worth:
        return Shown(task, name, 0.0, "no question was answered", path=path, of=dive)
    share = sum(worth) / len(worth)
    ticked = sum(one.ticked is not None for one in dive.answers)
    by = "by the points that you ticked" if ticked else "by your own word, as no points are ticked"
    reason = f"{share:.0%} of {len(worth)} answer{'s' * (len(worth) > 1)}, {by}"
    return Shown(task, name, share, reason, path=path, weak=_broken(work, dive, share), of=dive)


def _worth(answer: Answer) -> float:
    if answer.ticked is not None and answer.points:
        return len(answer.ticked) / float(answer.points)
    return HELD[answer.how] if answer.how else 0.0


def _broken(work: Work, dive: Dive, share: float) -> tuple[str, ...]:
    broken = tuple(topic for ladder in dives.broken(work, dive) for topic in ladder.topics)
    return broken if share < BAR else broken[:1]


def _case(work: Work, _round: MockRound, task: MockTask) -> Shown:
    case = work.library.cases.get(task.id)
    sitting = work.sittings.get(task.did) if task.did else None
    if case is None:
        return Shown(task, task.id, reason="the case is gone from the library")
    if sitting is None or sitting.deleted:
        return Shown(task, case.title, 0.0, "nobody sat at it", weak=(case.topic,))
    path = f"/cases/{case.slug}/sittings/{sitting.id}"
    earned, most = score(case, sitting.ticks)
    if not any(point.id in sitting.ticks for point in case.points if point.cell is None):
        return Shown(task, case.title, waits="tick the rubric", path=path, of=sitting)
    share = earned / most if most else 0.0
    reason = f"{earned} of {most} points of the rubric"
    return Shown(task, case.title, share, reason, path=path, weak=(case.topic,) if share < BAR else (), of=sitting)


def _story(work: Work, round_: MockRound, task: MockTask) -> Shown:
    question = work.library.questions.get(task.id)
    story, _, telling_id = task.did.partition("/")
    telling = work.tellings.get(telling_id) if telling_id else None
    title = question.question if question else task.id
    path = f"/stories/{story}/tellings/{telling_id}" if telling else ""
    weak = tuple(topic.id for topic in work.library.outline if topic.round == round_.round)[:1]
    if question is None:
        return Shown(task, title, reason="the question is gone from the library")
    if not task.text and (telling is None or not telling.happened):
        return Shown(task, title, 0.0, "not answered", weak=weak, path=path, of=question)
    if task.ticked is not None:
        good = sum(place < len(question.good) for place in task.ticked)
        share = max(0.0, (good - (len(task.ticked) - good)) / len(question.good))
        reason = f"{good} of {len(question.good)} good signs, {len(task.ticked) - good} bad"
    elif telling is not None and telling.went is not None:
        share, reason = WENT[telling.went], "by your own word on the telling"
    else:
        return Shown(task, title, waits="tick the signs that your answer had", path=path, of=question)
    return Shown(task, title, share, reason, path=path, weak=weak if share < BAR else (), of=question)


SHOW: dict[What, Callable[[Work, MockRound, MockTask], Shown]] = {
    What.PROBLEMS: _problem,
    What.CARDS: _card,
    What.DIVE: _dive,
    What.CASE: _case,
    What.STORIES: _story,
}
"""What shows how a task went."""
