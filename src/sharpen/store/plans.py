"""The plan of each learner in the database."""

import json
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from sharpen.domain.fit import Fit
from sharpen.domain.plan import Plan
from sharpen.store.tables import plans


def get(db: Connection, learner: str) -> Plan:
    """The learner's plan, or the one everybody starts with."""
    row = db.execute(select(plans).where(plans.c.learner == learner)).first()
    if row is None:
        return Plan(learner)
    kept = {**row._mapping, "parameters": tuple(json.loads(row.parameters)), "fit": _read(row.fit)}
    return Plan(**kept)


def put(db: Connection, plan: Plan) -> None:
    """Keep a plan, in place of the one that was there."""
    row = {**vars(plan), "parameters": json.dumps(plan.parameters), "fit": _written(plan.fit)}
    if db.execute(update(plans).where(plans.c.learner == plan.learner).values(row)).rowcount == 0:
        db.execute(insert(plans).values(row))


def _written(fit: Fit | None) -> str | None:
    return None if fit is None else json.dumps({**vars(fit), "at": fit.at.isoformat()})


def _read(text: str | None) -> Fit | None:
    if text is None:
        return None
    found = json.loads(text)
    return Fit(**{**found, "at": datetime.fromisoformat(found["at"])})
