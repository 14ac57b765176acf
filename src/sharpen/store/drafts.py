"""Drafts in the database: for each problem the one being typed, and the one a reset replaced."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, insert, select, update

from sharpen.domain.draft import Draft
from sharpen.store.tables import drafts


def get(db: Connection, learner: str, problem: str, *, replaced: bool = False) -> Draft | None:
    """The draft of a problem, or the one that a reset replaced; None if there is none."""
    row = db.execute(select(drafts).where(_is(learner, problem, replaced))).first()
    return _draft(row) if row else None


def put(db: Connection, draft: Draft, *, replaced: bool = False) -> None:
    """Keep a draft, in place of the one that was there."""
    row = _row(draft, replaced)
    changed = db.execute(update(drafts).where(_is(draft.learner, draft.problem, replaced)).values(row))
    if changed.rowcount == 0:
        db.execute(insert(drafts).values(row))


def remove(db: Connection, learner: str, problem: str, *, replaced: bool = False) -> None:
    """Forget a draft; nothing if there is none."""
    db.execute(delete(drafts).where(_is(learner, problem, replaced)))


def touched(db: Connection, learner: str) -> dict[str, datetime]:
    """When the draft of each problem was last saved."""
    mine = and_(drafts.c.learner == learner, drafts.c.replaced.is_(False))
    rows = db.execute(select(drafts.c.problem, drafts.c.updated).where(mine))
    return {row.problem: row.updated for row in rows}


def everything(db: Connection, learner: str) -> Iterator[tuple[Draft, bool]]:
    """Every draft, by problem, and whether a reset replaced it."""
    query = select(drafts).where(drafts.c.learner == learner).order_by(drafts.c.problem, drafts.c.replaced)
    return ((_draft(row), row.replaced) for row in db.execute(query))


def _is(learner: str, problem: str, replaced: bool) -> Any:
    return and_(drafts.c.learner == learner, drafts.c.problem == problem, drafts.c.replaced.is_(replaced))


def _row(draft: Draft, replaced: bool) -> dict[str, Any]:
    """The columns of a draft. Its trials stand in `cases`, the name they had first."""
    row = {**vars(draft), "replaced": replaced}
    return row | {"cases": json.dumps(row.pop("trials"))}


def _draft(row: Row[Any]) -> Draft:
    return Draft(row.learner, row.problem, row.source, tuple(json.loads(row.cases)), row.updated, row.seconds)
