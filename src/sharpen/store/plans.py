"""The plan of each learner in the database."""

import json
from datetime import datetime

from sqlalchemy import select

from sharpen.domain.fit import Fit
from sharpen.domain.plan import Plan
from sharpen.store.repository import Repository
from sharpen.store.tables import plans
from sharpen.store.upsert import upsert


class Plans(Repository):
    """The plan of one learner."""

    def get(self) -> Plan:
        """The learner's plan, or the one everybody starts with."""
        row = self.db.execute(select(plans).where(plans.c.learner == self.learner)).first()
        if row is None:
            return Plan(self.learner)
        kept = {**row._mapping, "parameters": tuple(json.loads(row.parameters)), "fit": _read(row.fit)}
        return Plan(**kept)

    def put(self, plan: Plan) -> None:
        """Keep a plan, in place of the one that was there."""
        whole = {"learner": self.learner, "parameters": json.dumps(plan.parameters), "fit": _written(plan.fit)}
        upsert(self.db, plans, vars(plan) | whole)


def _written(fit: Fit | None) -> str | None:
    return None if fit is None else json.dumps({**vars(fit), "at": fit.at.isoformat()})


def _read(text: str | None) -> Fit | None:
    if text is None:
        return None
    found = json.loads(text)
    return Fit(**{**found, "at": datetime.fromisoformat(found["at"])})
