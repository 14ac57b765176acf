"""The next problem: what to do once one is solved."""

from sharpen.domain.problem import Problem
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work


def after(work: Work, slug: str) -> Problem | None:
    """The next problem that is not solved, in the library's order from this one on and around; None once all are.

    Raises NoSuchProblem.
    """
    topic, progress = work.problem(slug).topic, attempts.progress(work)
    listed = list(progress)
    here = listed.index(slug)
    of_topic = [other.slug for other in work.library.problems.of_topic(topic)]
    order = [*of_topic, *listed[here + 1 :], *listed[:here]]
    return next(
        (work.library.problems[other] for other in order if not progress[other].is_solved and other != slug), None
    )
