"""Solving: submit code, have it judged, run a trial, look back at attempts and progress."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.attempt import Attempt, Origin, Progress, State
from sharpen.domain.attempt import progress as progress_from
from sharpen.domain.problem import Problem
from sharpen.domain.turn import Ahead, nobody_asks
from sharpen.domain.verdict import CheckResult, TrialResult, Verdict, overall
from sharpen.practice import inputs
from sharpen.practice.errors import JudgingInterrupted, NoSuchAttempt
from sharpen.practice.ids import new_id, new_seed
from sharpen.practice.solving import hints, recurrence
from sharpen.practice.work import Work, once
from sharpen.practice.workspace import Workspace

MOST_NAMED = 5
"""Of attempts whose ids begin alike, so many are named."""


def submit(ws: Workspace, slug: str, source: str, *, origin: Origin, seconds: float = 0.0) -> Attempt:
    """Keep a submission, in state JUDGING, before anything runs; `judge` then judges it.

    `seconds` is how long the learner worked on it. Raises NoSuchProblem, and BadText for code that
    is too long or not valid text.
    """
    problem = ws.problem(slug)
    source = inputs.source(source)
    with ws.writing() as work:
        attempt = Attempt(
            id=new_id(),
            learner=ws.learner,
            problem=slug,
            version=problem.version,
            source=source,
            origin=origin,
            created=datetime.now(UTC),
            hints=hints.count(work, slug),
            peeked=hints.peeked(work, slug),
            seconds=inputs.seconds(seconds),
            seed=new_seed(),
        )
        work.attempts.add(attempt)
    return attempt


def judge(ws: Workspace, attempt_id: str, ahead: Ahead = nobody_asks) -> Iterator[CheckResult]:
    """Judge an attempt and yield what each check finds; the verdict is saved after the last one.

    An attempt that is finished is not judged again: its results are yielded as they were saved. An
    interrupted one is judged again, by the problem as it is now and with the same seed. When the judge
    breaks, or nobody reads on, the attempt becomes INTERRUPTED, with the results so far. `ahead` is told how
    many others are judged before. Raises NoSuchAttempt and NoSuchProblem at once, JudgingInterrupted while iterating.
    """
    with ws.reading() as work:
        kept = attempt(work, attempt_id)
    if kept.state is State.FINISHED:
        return iter(kept.results)
    return _judging(ws, kept, ws.problem(kept.problem), ahead)


def _judging(ws: Workspace, attempt: Attempt, problem: Problem, ahead: Ahead) -> Iterator[CheckResult]:
    results: list[CheckResult] = []
    with ws.writing() as work:
        work.attempts.start(attempt.id, problem.version)
    try:
        for result in ws.judge.judge(problem, attempt.source, ahead, seed=attempt.seed):
            results.append(result)
            yield result
        verdict = overall(results)
    except BaseException as reason:
        with ws.writing() as work:
            work.attempts.interrupt(attempt.id, results)
        if isinstance(reason, Exception):
            raise _stopped(reason) from reason
        raise
    with ws.writing() as work:
        work.attempts.finish(attempt.id, verdict, results, datetime.now(UTC))
    # Apart, so that nothing that concerns review can cost the verdict.
    with ws.writing() as work:
        recurrence.remember(work, replace(attempt, verdict=verdict))


def run(ws: Workspace, slug: str, source: str, trial: str) -> TrialResult:
    """Run the learner's own trial, a few lines that end with a call, on their code and on the model solution.

    Nothing is saved. Raises NoSuchProblem, BadText, JudgingInterrupted.
    """
    problem, source, trial = ws.problem(slug), inputs.source(source), inputs.trial(trial)
    with _interruptible():
        return ws.judge.run(problem, source, trial)


def picture(ws: Workspace, slug: str, source: str, trial: str = "", *, seed: int | None = None) -> str:
    """The learner's output drawn beside the expected one, as SVG; empty where there is nothing to draw.

    It shows their own trial when one is given, else the first case they get wrong, of those too that the
    seed of an attempt draws. Raises NoSuchProblem, BadText, JudgingInterrupted.
    """
    problem, source, trial = ws.problem(slug), inputs.source(source), inputs.trial(trial)
    with _interruptible():
        return ws.judge.picture(problem, source, trial, seed=seed)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Whatever happens to the judge is an interruption: the code can be judged again."""
    try:
        yield
    except Exception as reason:
        raise _stopped(reason) from reason


def _stopped(reason: Exception) -> JudgingInterrupted:
    why = " ".join(str(reason).split()) or type(reason).__name__
    return JudgingInterrupted(f"The judge stopped before it was done ({why}). Your code is kept: try once more.")


def attempt(work: Work, attempt_id: str) -> Attempt:
    """One attempt, whole. Raises NoSuchAttempt."""
    kept = work.attempts.get(attempt_id)
    if kept is None:
        raise NoSuchAttempt(attempt_id)
    return kept


def find(work: Work, start: str) -> Attempt:
    """The one attempt whose id begins like this, whole. Raises NoSuchAttempt, also where several do."""
    ids = work.attempts.ids_from(start, MOST_NAMED + 1)
    if len(ids) == 1 or start in ids:
        return attempt(work, start if start in ids else ids[0])
    raise NoSuchAttempt(start, ids[:MOST_NAMED], more=len(ids) > MOST_NAMED)


@once
def standings(work: Work) -> dict[str, tuple[datetime, datetime | None]]:
    """By problem that was tried: when last, and when last with success (None: never)."""
    return work.attempts.standings()


@once
def progress(work: Work) -> dict[str, Progress]:
    """How the learner stands with every problem of the library, by slug and in its order."""
    of_each, now = standings(work), datetime.now(UTC)
    return {slug: _progress(of_each.get(slug, (None, None)), now) for slug in work.library.problems}


def progress_of(work: Work, slug: str) -> Progress:
    """How the learner stands with one problem."""
    return _progress(work.attempts.standing(slug), datetime.now(UTC))


def _progress(standing: tuple[datetime | None, datetime | None], now: datetime) -> Progress:
    last, solved = standing
    verdicts = [(last, None), (solved, Verdict.ACCEPTED)]
    return progress_from([(when, verdict) for when, verdict in verdicts if when], now)


def up_next(work: Work, slug: str) -> str | None:
    """The problem to go on with after this one: the next in the guide's order that is not solved, else one solved
    long ago; None when there is neither."""
    states = progress(work)
    slugs = list(states)
    here = slugs.index(slug) + 1 if slug in states else 0
    order = [each for each in slugs[here:] + slugs[:here] if each != slug]
    for wanted in ((Progress.NEW, Progress.TRIED), (Progress.RUSTY,)):
        for each in order:
            if states[each] in wanted:
                return each
    return None


def last_worked(work: Work) -> str | None:
    """The problem last submitted or typed at, or None on the first day."""
    now = datetime.now(UTC)
    touched = {slug: min(when, now) for slug, when in work.drafts.touched().items()}
    submitted = {slug: last for slug, (last, _solved) in standings(work).items()}
    times = [(when, slug) for by in (touched, submitted) for slug, when in by.items()]
    return max(((when, slug) for when, slug in times if slug in work.library.problems), default=(None, None))[1]
