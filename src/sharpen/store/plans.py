"""The plan of each learner in the database."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from sharpen.domain.fit import Fit
from sharpen.domain.plan import Plan
from sharpen.store.tables import plans


def get(db: Connection, learner: str) -> Plan:
    """The learner's plan, or the one everybody starts with."""
    row = db.execute(select(plans).where(plans.c.learner == learner)).first()
    if row is None:
        return Plan(learner)
    return Plan(**{**row._mapping, **_read(row.parameters)})


def put(db: Connection, plan: Plan) -> None:
    """Keep a plan, in place of the one that was there."""
    row = {name: value for name, value in vars(plan).items() if name != "fit"} | {"parameters": _written(plan)}
    if db.execute(update(plans).where(plans.c.learner == plan.learner).values(row)).rowcount == 0:
        db.execute(insert(plans).values(row))


def _written(plan: Plan) -> str:
    """The parameters and what came of fitting them, as one text: a list, with a fit an object."""
    if plan.fit is None:
        return json.dumps(plan.parameters)
    fit = {**vars(plan.fit), "at": plan.fit.at.isoformat()}
    return json.dumps({"parameters": plan.parameters, "fit": fit})


def _read(text: str) -> dict[str, Any]:
    found = json.loads(text)
    if isinstance(found, list):
        return {"parameters": tuple(found)}
    fit = Fit(**{**found["fit"], "at": datetime.fromisoformat(found["fit"]["at"])})
    return {"parameters": tuple(found["parameters"]), "fit": fit}
