"""Fit: the parameters of FSRS that predict the learner's own reviews best, kept only if they do so on held-out ones.

Nothing is written until all is computed, and then all of it at once: whoever stops before that has
changed nothing.
"""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sharpen.domain.extras import how_to_install
from sharpen.domain.fit import Fit
from sharpen.domain.log import Log
from sharpen.domain.memory import Memory
from sharpen.domain.plan import Plan
from sharpen.practice.errors import CannotFit
from sharpen.practice.items.exercise import own_pace
from sharpen.practice.items.recomputing import replay
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

if TYPE_CHECKING:
    from sharpen.memory.fitting import Score

Trial = tuple[dict[str, Memory], "Score"]
"""What parameters make of each item, and how well they predicted what was held out."""


@dataclass(frozen=True)
class Progress:
    """How far it is, 0 to 1, and what is being done."""

    done: float
    doing: str


@dataclass(frozen=True)
class Status:
    """Where fitting stands: whether the learner's own parameters are in use, and the result of the last try, if any."""

    fitted: bool
    last: Fit | None
    reviews: int
    missing: int
    """How many reviews are missing until parameters can be fitted."""
    how_to_install: str
    """How to get the optimizer; empty when it is here."""


def status(work: Work) -> Status:
    """Where fitting stands."""
    from sharpen.memory.fitting import LEAST

    plan, count = work.plans.get(), sum(reviews for reviews, _ in own_pace(work).values())
    return Status(bool(plan.parameters), plan.fit, count, max(LEAST - count, 0), how_to_install("fit"))


def run(ws: Workspace) -> Iterator[Progress]:
    """Fit the parameters, try them, and keep them if they predict better than those in use and the usual ones.

    `status` has the result afterwards. If they are kept, every memory is recomputed from its reviews.

    Raises CannotFit, at the first step, when the optimizer is not installed or there are too few reviews.
    """
    from sharpen.memory.fitting import NotFitted, fitted, held_out_from

    plan, logs = _ready(ws)
    since = held_out_from(logs.values())
    yield Progress(0, "Fitting")
    try:
        parameters = fitted(logs.values(), since)
    except NotFitted as problem:
        raise CannotFit(f"No fit was possible: {problem}. Nothing was changed.") from None
    passes = 3 if plan.parameters else 2
    _, before = yield from _tried(logs, since, plan, (0, 1 / passes), "Trying the parameters in use")
    usual = before
    if plan.parameters:
        _, usual = yield from _tried(logs, since, replace(plan, parameters=()), (1 / 3, 2 / 3), "Trying the usual ones")
    last = (1 - 1 / passes, 1)
    states, after = yield from _tried(logs, since, replace(plan, parameters=parameters), last, "Trying the fitted ones")
    count = sum(len(log.reviews) for log in logs.values())
    result = _result(count, before, usual, after)
    _keep(ws, plan, replace(plan, parameters=parameters if result.kept else plan.parameters, fit=result), states)


def reset(ws: Workspace) -> Iterator[Progress]:
    """Go back to the usual parameters, and recompute every memory with them. Raises CannotFit if they are in use."""
    from sharpen.memory.replaying import replayed

    with ws.reading() as work:
        plan, logs = work.plans.get(), work.reviews.logs()
    if not plan.parameters:
        raise CannotFit("The usual parameters are in use already: there is nothing to go back from.")
    states = {}
    for number, (item, log) in enumerate(logs.items()):
        if number % EVERY == 0:
            yield Progress(number / len(logs), "Recomputing every memory")
        states[item] = replayed(log, retention=plan.retention)
    _keep(ws, plan, replace(plan, parameters=(), fit=None), states)


EVERY = 20
"""Items between two reports of progress."""


def _ready(ws: Workspace) -> tuple[Plan, dict[str, Log]]:
    """The plan and the logs, of which there are enough. Raises CannotFit."""
    from sharpen.memory.fitting import LEAST, LEAST_PREDICTED

    with ws.reading() as work:
        here = status(work)
    if here.how_to_install:
        raise CannotFit(
            "Fitting needs one more package, fsrs-rs-python, which is not installed. Get it with: "
            f"{here.how_to_install}"
        )
    if here.missing:
        raise CannotFit(
            f"Fitting needs {LEAST:,} reviews of yours, and there are {here.reviews:,}: {here.missing:,} are missing. "
            "Until then the usual parameters, learned from many people, predict better."
        )
    with ws.reading() as work:
        plan, logs = work.plans.get(), work.reviews.logs()
    predicted = sum(1 for log in logs.values() for _ in log.predicted())
    if predicted < LEAST_PREDICTED:
        raise CannotFit(
            f"Of your {here.reviews:,} reviews {predicted:,} came on a later day than the one before of the same card; "
            f"fitting needs {LEAST_PREDICTED:,} such. They come with further days of review."
        )
    return plan, logs


def _tried(
    logs: Mapping[str, Log], since: datetime, plan: Plan, span: tuple[float, float], doing: str
) -> Generator[Progress, None, Trial]:
    """Replay everything by the parameters of a plan, reporting progress within a span of the whole."""
    from sharpen.memory.fitting import Score, tried

    begin, end = span
    states, total = {}, Score()
    for number, (item, log) in enumerate(logs.items()):
        if number % EVERY == 0:
            yield Progress(begin + (end - begin) * number / len(logs), doing)
        states[item], score = tried(log, since, retention=plan.retention, parameters=plan.parameters)
        total += score
    return states, total


def _result(count: int, before: "Score", usual: "Score", after: "Score") -> Fit:
    return Fit(
        at=datetime.now(UTC),
        reviews=count,
        held_out=after.reviews,
        before=before.log_loss,
        usual=usual.log_loss,
        after=after.log_loss,
        remembered=after.remembered / after.reviews,
        predicted_before=before.predicted / before.reviews,
        predicted_after=after.predicted / after.reviews,
        kept=after.log_loss < min(before.log_loss, usual.log_loss),
    )


def _keep(ws: Workspace, before: Plan, after: Plan, states: Mapping[str, Memory]) -> None:
    """Keep the parameters and the fit of a plan, and every memory as they make it; all in one transaction.

    Raises CannotFit, with nothing changed, if other parameters came into use meanwhile.
    """
    with ws.writing() as work:
        here = work.plans.get()
        if here.parameters != before.parameters:
            raise CannotFit("Other parameters came into use meanwhile, so nothing was changed. Fit again.")
        new = replace(here, parameters=after.parameters, fit=after.fit, updated=datetime.now(UTC))
        if new.parameters != here.parameters:
            replay(work, new, states if here.retention == before.retention else None)
            work.review_sessions.remove_unbegun()
        work.plans.put(new)
