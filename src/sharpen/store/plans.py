"""The plan of each learner in the database."""

import json

from sqlalchemy import Connection, insert, select, update

from sharpen.domain.plan import Plan
from sharpen.store.tables import plans


def get(db: Connection, learner: str) -> Plan:
    """The learner's plan, or the one everybody starts with."""
    row = db.execute(select(plans).where(plans.c.learner == learner)).first()
    if row is None:
        return Plan(learner)
    return Plan(**{**row._mapping, "parameters": tuple(json.loads(row.parameters))})


def put(db: Connection, plan: Plan) -> None:
    """Keep a plan, in place of the one that was there."""
    row = {**vars(plan), "parameters": json.dumps(plan.parameters)}
    if db.execute(update(plans).where(plans.c.learner == plan.learner).values(row)).rowcount == 0:
        db.execute(insert(plans).values(row))
