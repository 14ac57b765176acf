"""Changing what a learner keeps: read, changed, and kept if it is another then, as one transaction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, ClassVar, Protocol, TypeVar

from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


class Stamped(Protocol):
    """A dataclass that says when it was changed last (UTC)."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def updated(self) -> datetime: ...


Noun = TypeVar("Noun", bound=Stamped)


def changed(
    ws: Workspace,
    find: Callable[[Work], Noun],
    change: Callable[[Work, Noun], Noun],
    put: Callable[[Work, Noun], object],
) -> Noun:
    """What was found as a change leaves it; never older than it was, whatever the clock says."""
    with ws.writing() as work:
        before = find(work)
        after = change(work, before)
        if after == before:
            return before
        after = replace(after, updated=max(datetime.now(UTC), before.updated))
        put(work, after)
    return after
