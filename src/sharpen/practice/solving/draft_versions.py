"""Earlier versions of a draft: which are put aside, and finding one again."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sharpen.domain.draft import APART, Aside, Draft, DraftVersion, page_of, vanishes, within
from sharpen.practice.errors import NoSuchVersion
from sharpen.practice.work import Work

if TYPE_CHECKING:
    from sharpen.store.solving.draft_versions import DraftVersions


def of_draft(work: Work, slug: str) -> list[DraftVersion]:
    """The versions of a draft that are kept, the one put aside last first. Raises NoSuchProblem."""
    work.problem(slug)
    return work.draft_versions.of_problem(slug)


def find(work: Work, slug: str, version: str) -> DraftVersion:
    """One of them. Raises NoSuchVersion, NoSuchProblem."""
    work.problem(slug)
    found = work.draft_versions.get(slug, version)
    if found is None:
        raise NoSuchVersion(slug, version)
    return found


def left_beside(work: Work, slug: str) -> DraftVersion | None:
    """What was put aside last, if it was typed without knowing of the draft in front."""
    last = next(iter(work.draft_versions.of_problem(slug, 1)), None)
    return last if last and last.why is Aside.ELSEWHERE else None


def put_aside(versions: "DraftVersions", draft: Draft, why: Aside) -> None:
    """Keep a draft that is not in front, or will not be. Of what one page typed beside the draft, the last is kept."""
    kept = versions.of_problem(draft.problem)
    if why is Aside.ELSEWHERE:
        before = [each for each in kept if each.why is why and page_of(each.id) == page_of(draft.version)]
        if any(within(draft.version, each.id) for each in before):
            return  # it is late
        for each in before:
            versions.remove(draft.problem, each.id)
    number = kept[0].number + 1 if kept else 1
    new = DraftVersion(
        versions.learner, draft.problem, draft.version, number, datetime.now(UTC), why, draft.source, draft.trials
    )
    versions.put(new)


def take_up(work: Work, slug: str, edit: str) -> None:
    """Forget what a page typed beside the draft up to an edit that is now in front."""
    for each in work.draft_versions.of_problem(slug):
        if each.why is Aside.ELSEWHERE and within(each.id, edit):
            work.draft_versions.remove(slug, each.id)


def put_aside_in_time(work: Work, before: Draft, after: Draft) -> None:
    """Keep what typing goes on from: when most of it goes at once, and else once in a while."""
    last = next(iter(work.draft_versions.of_problem(before.problem, 1)), None)
    # A clock that was set back must not stop this, hence the absolute value.
    due = last is None or abs(datetime.now(UTC) - last.kept) >= APART
    if before.version and (due or vanishes(before.source, after.source)):
        put_aside(work.draft_versions, before, Aside.TYPED)
