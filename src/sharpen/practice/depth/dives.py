"""Dives: one is begun, its questions are answered one by one, and when it is over the points are ticked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain import dive_questions, passage
from sharpen.domain.depth_map import DepthMap, depth_map
from sharpen.domain.dive import (
    GAP,
    LONGEST,
    NEXT,
    SHORTEST,
    TURN,
    USUAL,
    Answer,
    Dive,
    DiveSummary,
    How,
    answered,
    ended,
    taken_back,
)
from sharpen.domain.dive_questions import Subject, past
from sharpen.domain.draft import vanishes
from sharpen.domain.ladder import Ladder, Rung
from sharpen.domain.methods import methods_in
from sharpen.domain.passage import Typed
from sharpen.domain.project import Project
from sharpen.practice import inputs
from sharpen.practice.changing import changed
from sharpen.practice.depth import ladders, projects
from sharpen.practice.errors import BadText, NoSuchDive, NotInFront
from sharpen.practice.ids import new_edit, new_id, new_seed
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


def find(work: Work, project_id: str, dive_id: str) -> Dive:
    """A dive into this project. Raises NoSuchDive, NoSuchProject."""
    projects.find(work, project_id)
    dive = work.dives.get(dive_id)
    if dive is None or dive.project != project_id:
        raise NoSuchDive(f"There is no dive {dive_id!r} into this project.")
    return dive


def open_one(work: Work, project_id: str) -> Dive | None:
    """The dive into this project that is not over, the latest if there are several; None if there is none."""
    latest = next((each for each in work.dives.summaries(project_id) if each.finished is None), None)
    return work.dives.get(latest.id) if latest else None


def subject_of(work: Work, project: Project) -> Subject:
    """What a dive into a project may ask about."""
    shelf = work.library.ladders
    words = {field.id: len(project.text(field.id).split()) for field in shelf.fields}
    return Subject(
        facets=tuple(shelf.facets()),
        methods=tuple(each for each in shelf.methods() if project.methods.get(each.slug)),
        words=words,
        gaps={field.id: field.gap for field in shelf.fields if not words[field.id]},
    )


def map_of(work: Work, project: Project, summaries: Sequence[DiveSummary]) -> DepthMap:
    """How deep each facet and method of a project went in its dives. A method that was dismissed since is there."""
    taken = {answer.ladder for dive in summaries for answer in dive.answers}
    subject = subject_of(work, project)
    shown = [*subject.facets, *(each for each in work.library.ladders.methods() if each in subject.methods)]
    shown += [each for each in work.library.ladders.methods() if each.slug in taken and each not in shown]
    return depth_map(shown, summaries)


def start(ws: Workspace, project_id: str, minutes: int = USUAL, first: str = "") -> Dive:
    """Begin a dive, with the ladder `first` if one is named, or go on with the one that is not over.

    Raises BadText for minutes that no dive has, or a ladder that this project does not have, NoSuchProject.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise BadText(f"A dive takes {SHORTEST} to {LONGEST} minutes, not {minutes}.")
    with ws.writing() as work:
        project = projects.find(work, project_id)
        going_on = open_one(work, project_id)
        if going_on is not None:
            return going_on
        if first and first not in subject_of(work, project).ladders:
            raise BadText(f"This project has no questions on {first!r}. Leave it out, or confirm the method first.")
        now = datetime.now(UTC)
        dive = Dive(ws.learner, new_id(), project_id, minutes, new_seed(), now, now, first=first)
        dive = _asked(work, dive)
        work.dives.put(dive)
    return dive


def save(ws: Workspace, project_id: str, dive_id: str, *typed: Typed, seconds: float = 0.0) -> Dive:
    """Keep answers as they are now, unless others were typed meanwhile; the dive then.

    A text that does not go on from the one in front is put aside, or, if it was chosen, the one in front is; an edit
    that the one in front holds is late, and is let go. Raises BadText, NoSuchDive.
    """

    def saved(_work: Work, dive: Dive) -> Dive:
        for one in typed:
            dive = _saved(dive, one)
        return replace(dive, seconds=max(dive.seconds, inputs.seconds(seconds)))

    return _change(ws, project_id, dive_id, saved)


def _saved(dive: Dive, typed: Typed) -> Dive:
    if typed.name not in dive.questions:
        raise BadText(f"This dive did not ask {typed.name!r}.")
    text = inputs.notes(typed.text)
    lost = vanishes(dive.text(typed.name), text)
    return passage.with_typed(dive, replace(typed, text=text), datetime.now(UTC), new_edit, loses=lost)


def restore(ws: Workspace, project_id: str, dive_id: str, edit: str) -> Dive:
    """Put a text that was put aside in front, and aside what is in front now. Raises NoSuchDive."""

    def restored(_work: Work, dive: Dive) -> Dive:
        again = passage.with_restored(dive, edit, datetime.now(UTC), new_edit)
        if again is None:
            raise NoSuchDive("That text is not kept any more.")
        return again

    return _change(ws, project_id, dive_id, restored)


def say(ws: Workspace, project_id: str, dive_id: str, name: str, how: How, seconds: float = 0.0) -> Dive:
    """Say how the answer to the question in front went, and the next is asked; the dive is over when there is none.

    Raises NotInFront if another question than `name` is in front, NoSuchDive.
    """

    def told(work: Work, dive: Dive) -> Dive:
        if dive.front is None or dive.front.name != name:
            raise NotInFront
        worked = max(dive.seconds, inputs.seconds(seconds))
        dive = _asked(work, answered(dive, how, _follow_up(work, dive, how), worked))
        return dive if dive.front else _over(work, dive)

    return _change(ws, project_id, dive_id, told)


def ask_on(ws: Workspace, project_id: str, dive_id: str, name: str, turn: str) -> Dive:
    """Put what an interviewer asks on the question of this name in front, as a question of the dive.

    Raises NotInFront if another question is in front by now, or this one waits for an answer, BadText for a turn
    without words, NoSuchDive.
    """

    def asked(_work: Work, dive: Dive) -> Dive:
        front = dive.front
        if front is None or name != (front.on or front.name) or not dive.text(front.name).strip():
            raise NotInFront
        return dive.asked_on(name, inputs.notes(turn.strip()))

    if not turn.strip():
        raise BadText("The interviewer said nothing. Ask again, or go on without.")
    return _change(ws, project_id, dive_id, asked)


def _follow_up(work: Work, dive: Dive, how: How) -> str:
    """What is asked after the question in front if it went like this."""
    rung = rung_of(work, dive.front.name) if dive.front else None
    return _after(rung, how)[0] if rung else ""


def comes_to(work: Work, dive: Dive, answer: Answer) -> str:
    """What the calculation that was asked after an answer comes to; empty if none was, or that is not known."""
    rung = rung_of(work, answer.name)
    if rung is None or answer.how is None:
        return ""
    question, result = _after(rung, answer.how)
    return result if dive.questions.get(answer.name + NEXT) == question else ""


def _after(rung: Rung, how: How) -> tuple[str, str]:
    """What is asked after an answer that went like this, and what that comes to if it is a calculation."""
    return {
        How.STRONG: (rung.strong, rung.strong_answer),
        How.PARTIAL: (rung.partial, rung.partial_answer),
        How.STUCK: (rung.stuck, rung.stuck_answer),
    }[how]


def rung_of(work: Work, name: str) -> Rung | None:
    """The rung that a question is; None for a gap, and for one that the content does not have any more."""
    slug, _, rung = name.partition(TURN)[0].removesuffix(NEXT).partition("/")
    ladder = work.library.ladders.get(slug)
    return next((each for each in ladder.rungs if each.id == rung), None) if ladder else None


def back(ws: Workspace, project_id: str, dive_id: str) -> Dive:
    """Take back the last word on how an answer went: that question is in front again, with its text."""
    return _change(ws, project_id, dive_id, lambda work, dive: _asked(work, taken_back(dive)))


def finish(ws: Workspace, project_id: str, dive_id: str, seconds: float = 0.0) -> Dive:
    """Call time: from now on the points can be ticked, and every ladder that broke or ended is rated."""

    def over(work: Work, dive: Dive) -> Dive:
        return _over(work, replace(dive, seconds=max(dive.seconds, inputs.seconds(seconds))))

    return _change(ws, project_id, dive_id, over)


def _over(work: Work, dive: Dive) -> Dive:
    return dive if dive.finished is not None else ladders.rate(work, ended(dive, datetime.now(UTC)))


def tick(ws: Workspace, project_id: str, dive_id: str, name: str, points: Sequence[int] | None) -> Dive:
    """Say which points an answer had, by their numbers from 0; None takes that back. Ladders are rated by it.

    Raises BadText for a question that was not asked, or points that it does not have, and until the dive is over.
    """

    def ticked(work: Work, dive: Dive) -> Dive:
        if dive.finished is None:
            raise BadText("The points open when the dive is over.")
        rung, answer = rung_of(work, name), next((each for each in dive.answers if each.name == name), None)
        if rung is None or answer is None or answer.rung == GAP:
            raise BadText(f"No points can be ticked for {name!r}.")
        if points is not None and not set(points) <= set(range(len(rung.points))):
            raise BadText(f"{name!r} has no such points.")
        chosen = None if points is None else tuple(sorted(set(points)))
        after = replace(answer, ticked=chosen, points=len(rung.points))
        answers = tuple(after if each is answer else each for each in dive.answers)
        return ladders.rate(work, replace(dive, answers=answers))

    return _change(ws, project_id, dive_id, ticked)


def broken(work: Work, dive: Dive) -> list[Ladder]:
    """The ladders that broke in a dive, whose topics are worth a review."""
    shelf = work.library.ladders
    return [shelf[visit.ladder] for visit in ladders.visits_of(dive) if visit.broke and visit.ladder in shelf]


def _asked(work: Work, dive: Dive) -> Dive:
    """The dive with the next question in front, if there is one."""
    if dive.front is not None:
        return dive
    project, shelf = projects.find(work, dive.project), work.library.ladders
    named = methods_in(project.texts, shelf.methods(), work.library.outline)
    subject = subject_of(work, project)
    most_first = sorted(subject.methods, key=lambda each: -len(named.get(each.slug, ())))
    subject = replace(subject, methods=tuple(most_first))
    earlier = [each for each in work.dives.summaries(dive.project) if each.started < dive.started]
    return dive_questions.asked(dive, subject, past(earlier))


def _change(ws: Workspace, project_id: str, dive_id: str, change: Callable[[Work, Dive], Dive]) -> Dive:
    """A dive as a change leaves it; kept if it is another then."""
    return changed(ws, lambda work: find(work, project_id, dive_id), change, lambda work, after: work.dives.put(after))
