"""Drafts in the database: for each problem the one being typed, and the one a reset replaced."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, select

from sharpen.domain.draft import Draft
from sharpen.store.repository import Repository
from sharpen.store.tables import drafts
from sharpen.store.upsert import upsert

UNTOUCHED = "[]"
"""The lineage of a starter in which nobody has typed yet."""


class Drafts(Repository):
    """The drafts of one learner."""

    def get(self, problem: str, *, replaced: bool = False) -> Draft | None:
        """The draft of a problem, or the one that a reset replaced; None if there is none."""
        row = self.db.execute(select(drafts).where(_is(self.learner, problem, replaced))).first()
        return _draft(row) if row else None

    def put(self, draft: Draft, *, replaced: bool = False) -> None:
        """Keep a draft, in place of the one that was there."""
        upsert(self.db, drafts, {**_row(draft, replaced), "learner": self.learner})

    def remove(self, problem: str, *, replaced: bool = False) -> None:
        """Forget a draft; nothing if there is none."""
        self.db.execute(delete(drafts).where(_is(self.learner, problem, replaced)))

    def touched(self) -> dict[str, datetime]:
        """When each problem was last typed at; a starter that was only read does not count."""
        mine = and_(drafts.c.learner == self.learner, drafts.c.replaced.is_(False), drafts.c.lineage != UNTOUCHED)
        rows = self.db.execute(select(drafts.c.problem, drafts.c.updated).where(mine))
        return {row.problem: row.updated for row in rows}

    def everything(self) -> Iterator[tuple[Draft, bool]]:
        """Every draft, by problem, and whether a reset replaced it."""
        query = select(drafts).where(drafts.c.learner == self.learner).order_by(drafts.c.problem, drafts.c.replaced)
        return ((_draft(row), row.replaced) for row in self.db.execute(query))


def _is(learner: str, problem: str, replaced: bool) -> Any:
    return and_(drafts.c.learner == learner, drafts.c.problem == problem, drafts.c.replaced.is_(replaced))


def _row(draft: Draft, replaced: bool) -> dict[str, Any]:
    """The columns of a draft. Its trials stand in `cases`, the name they had first."""
    row = {**vars(draft), "replaced": replaced}
    return row | {"cases": json.dumps(row.pop("trials")), "lineage": json.dumps(draft.lineage)}


def _draft(row: Row[Any]) -> Draft:
    trials, lineage = tuple(json.loads(row.cases)), tuple(json.loads(row.lineage))
    return Draft(row.learner, row.problem, row.source, trials, row.updated, row.seconds, lineage)
