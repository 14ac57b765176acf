"""Sittings: a case is sat at, the interviewer asked, notes, cells and board kept, and the rubric ticked."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sharpen.content.library import Library
from sharpen.domain import passage
from sharpen.domain.asking import Heard, hear
from sharpen.domain.case import MOST_SCORE, Case
from sharpen.domain.passage import Typed
from sharpen.domain.sitting import BOARD, CELLS, SKETCH, Asked, Sitting, SittingSummary, loses
from sharpen.practice import inputs
from sharpen.practice.changing import changed
from sharpen.practice.design import rubric
from sharpen.practice.errors import BadText, NoSuchCase, NoSuchSitting
from sharpen.practice.ids import new_edit, new_id
from sharpen.practice.work import Work, on_shelf, once
from sharpen.practice.workspace import Workspace


def case_of(work: Work, slug: str) -> Case:
    """The case of this name. Raises NoSuchCase, with the names that come close."""
    return named(work.library, slug)


def named(library: Library, slug: str) -> Case:
    """The case of this name. Raises NoSuchCase, with the names that come close."""
    return on_shelf(library.cases, slug, NoSuchCase)


@once
def summaries(work: Work) -> list[SittingSummary]:
    """All sittings without their texts; the latest first, and none that is deleted."""
    return work.sittings.summaries()


def find(work: Work, slug: str, sitting_id: str) -> Sitting:
    """A sitting at this case. Raises NoSuchSitting, for one that was deleted as well; NoSuchCase."""
    sitting = _kept(work, slug, sitting_id)
    if sitting.deleted:
        raise NoSuchSitting(f"This sitting at {slug} was deleted. It can be brought back where it was.")
    return sitting


def _kept(work: Work, slug: str, sitting_id: str) -> Sitting:
    """A sitting at this case, deleted or not. Raises NoSuchSitting, NoSuchCase."""
    case_of(work, slug)
    sitting = work.sittings.get(sitting_id)
    if sitting is None or sitting.case != slug:
        raise NoSuchSitting(f"There is no sitting {sitting_id!r} at {slug}.")
    return sitting


def open_one(work: Work, slug: str) -> Sitting | None:
    """The sitting at this case that is not finished, the latest if there are several; None if there is none."""
    case_of(work, slug)
    going_on = (each for each in work.sittings.summaries(slug) if each.finished is None)
    latest = next(going_on, None)
    return work.sittings.get(latest.id) if latest else None


def passages(library: Library) -> list[str]:
    """The names of the passages of every sitting: the notes on each step, the cells, the board, the board in words."""
    return [*(step.id for step in library.cases.steps), CELLS, BOARD, SKETCH]


def start(ws: Workspace, slug: str) -> Sitting:
    """Sit down at a case, or go on with the sitting that is not finished. Raises NoSuchCase."""
    with ws.writing() as work:
        going_on = open_one(work, slug)
        if going_on is not None:
            return going_on
        now = datetime.now(UTC)
        sitting = Sitting(ws.learner, new_id(), slug, now, now)
        work.sittings.put(sitting)
    return sitting


def ask(ws: Workspace, slug: str, sitting_id: str, fact_id: str) -> Sitting:
    """Ask one of the case's questions. Raises BadText for one it does not have, NoSuchSitting."""

    def asked(work: Work, sitting: Sitting) -> Sitting:
        if case_of(work, slug).fact(fact_id) is None:
            raise BadText("The interviewer does not know this question any more. Choose one of the list.")
        return sitting if fact_id in sitting.facts else _with(sitting, Asked(fact_id))

    return _change(ws, slug, sitting_id, asked)


def ask_freely(ws: Workspace, slug: str, sitting_id: str, typed: str) -> Heard:
    """Ask in one's own words; what was understood. Raises BadText, NoSuchSitting.

    The question is kept, also one that no fact answers.
    """
    question = inputs.question(typed)
    if not question:
        raise BadText("Type a question, or choose one of the list.")
    heard = hear(named(ws.library, slug).facts, question)
    one = Asked(heard.fact.id if heard.fact else "", question)
    _change(ws, slug, sitting_id, lambda _, sitting: sitting if one in sitting.asked else _with(sitting, one))
    return heard


def _with(sitting: Sitting, one: Asked) -> Sitting:
    if len(sitting.asked) >= inputs.MOST_QUESTIONS:
        raise BadText(f"{inputs.MOST_QUESTIONS} questions were asked; the interviewer wants to see a design.")
    return replace(sitting, asked=(*sitting.asked, one))


def save(ws: Workspace, slug: str, sitting_id: str, *typed: Typed, seconds: float = 0.0, over: bool = False) -> Sitting:
    """Keep passages as they are now, unless others were typed meanwhile; the sitting then. With `over`, finish it.

    A text that does not go on from the one in front is put aside, or, if it was chosen, the one in front is; an edit
    that the one in front holds is late, and is let go. Raises BadText, NoSuchSitting.
    """

    def saved(work: Work, sitting: Sitting) -> Sitting:
        for one in typed:
            sitting = _saved(work, sitting, one)
        sitting = replace(sitting, seconds=max(sitting.seconds, inputs.seconds(seconds)))
        return _over(work, sitting) if over else sitting

    return _change(ws, slug, sitting_id, saved)


def _saved(work: Work, sitting: Sitting, typed: Typed) -> Sitting:
    name = typed.name
    if name not in passages(work.library):
        raise BadText(f"A sitting has no passage {name!r}.")
    text = inputs.board(typed.text) if name == BOARD else inputs.notes(typed.text)
    lost = loses(name, sitting.text(name), text)
    after = passage.with_typed(sitting, replace(typed, text=text), datetime.now(UTC), new_edit, loses=lost)
    decides = after.finished is not None and name == CELLS and after.passage(name) != sitting.passage(name)
    return rubric.decided_again(case_of(work, sitting.case), after) if decides else after


def restore(ws: Workspace, slug: str, sitting_id: str, edit: str) -> Sitting:
    """Put a text that was put aside in front, and aside what is in front now. Raises NoSuchSitting."""

    def restored(_work: Work, sitting: Sitting) -> Sitting:
        again = passage.with_restored(sitting, edit, datetime.now(UTC), new_edit)
        if again is None:
            raise NoSuchSitting("That text is not kept any more.")
        return again

    return _change(ws, slug, sitting_id, restored)


def spend(ws: Workspace, slug: str, sitting_id: str, seconds: float) -> None:
    """Note the time worked in all. Raises NoSuchSitting."""
    worked = inputs.seconds(seconds)
    _change(ws, slug, sitting_id, lambda _, sitting: replace(sitting, seconds=max(sitting.seconds, worked)))


def finish(ws: Workspace, slug: str, sitting_id: str, seconds: float = 0.0) -> Sitting:
    """Call time: from now on the rubric and the worked answer are open. Points that a number decides are decided."""
    return save(ws, slug, sitting_id, seconds=seconds, over=True)


def _over(work: Work, sitting: Sitting) -> Sitting:
    if sitting.finished is not None:
        return sitting
    return rubric.decided_again(case_of(work, sitting.case), replace(sitting, finished=datetime.now(UTC)))


def tick(ws: Workspace, slug: str, sitting_id: str, ticks: Mapping[str, int]) -> Sitting:
    """Say what points earned. Raises BadText for no such point or score, or one that a number decides."""

    def ticked(work: Work, sitting: Sitting) -> Sitting:
        if sitting.finished is None:
            raise BadText("The rubric opens when the sitting is finished.")
        check_ticks(case_of(work, slug), sitting, ticks)
        return replace(sitting, ticks={**sitting.ticks, **ticks})

    return _change(ws, slug, sitting_id, ticked)


def check_ticks(case: Case, sitting: Sitting, ticks: Mapping[str, int]) -> None:
    """Raise BadText for a tick of no such point or score, or of one that a number decides."""
    for point_id, earned in ticks.items():
        point = case.point(point_id)
        if point is None or not 0 <= earned <= MOST_SCORE:
            raise BadText(f"The rubric has no point {point_id!r} that earns {earned}.")
        if point.cell and rubric.decision(point, sitting).earned is not None:
            raise BadText(f"A number decides the point {point_id!r}: your own cell.")


def delete(ws: Workspace, slug: str, sitting_id: str) -> Sitting:
    """Take a sitting out of every list; nothing of it is lost, and nothing else changes. Raises NoSuchSitting."""
    return _change(ws, slug, sitting_id, lambda _, sitting: replace(sitting, deleted=datetime.now(UTC)))


def bring_back(ws: Workspace, slug: str, sitting_id: str) -> Sitting:
    """Bring back a sitting that was deleted, as it was. Raises NoSuchSitting."""
    return _change(ws, slug, sitting_id, lambda _, sitting: replace(sitting, deleted=None), found=_kept)


def _change(
    ws: Workspace,
    slug: str,
    sitting_id: str,
    change: Callable[[Work, Sitting], Sitting],
    found: Callable[[Work, str, str], Sitting] = find,
) -> Sitting:
    """A sitting as a change leaves it; kept if it is another then."""
    return changed(ws, lambda work: found(work, slug, sitting_id), change, lambda work, after: work.sittings.put(after))
