"""The plan of each learner in the database."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from sharpen.domain.fit import Fit
from sharpen.domain.plan import Plan
from sharpen.store.repository import Repository
from sharpen.store.tables import plans
from sharpen.store.upsert import upsert


class Plans(Repository):
    """The plan of one learner."""

    def get(self) -> Plan:
        """The learner's plan, or the one everybody starts with."""
        return next(self.everything(), Plan(self.learner))

    def put(self, *these: Plan) -> None:
        """Keep a plan, in place of the one that was there."""
        upsert(self.db, plans, *({**_row(plan), "learner": self.learner} for plan in these))

    def everything(self) -> Iterator[Plan]:
        """The learner's plan, or nothing where they never touched it."""
        query = select(plans).where(plans.c.learner == self.learner)
        return (_plan(row) for row in self.db.execute(query))


def _row(plan: Plan) -> dict[str, Any]:
    lists = {
        "parameters": json.dumps(plan.parameters),
        "weights": json.dumps(dict(plan.weights)),
        "days_off": json.dumps(sorted(plan.days_off)),
        "sure_of": json.dumps(plan.sure_of),
    }
    return vars(plan) | lists | {"fit": _written(plan.fit)}


def _plan(row: Row[Any]) -> Plan:
    lists = {
        "parameters": tuple(json.loads(row.parameters)),
        "weights": json.loads(row.weights),
        "days_off": frozenset(json.loads(row.days_off)),
        "sure_of": tuple(json.loads(row.sure_of)),
    }
    return Plan(**{**row._mapping, **lists, "fit": _read(row.fit)})


def _written(fit: Fit | None) -> str | None:
    return None if fit is None else json.dumps({**vars(fit), "at": fit.at.isoformat()})


def _read(text: str | None) -> Fit | None:
    if text is None:
        return None
    found = json.loads(text)
    return Fit(**{**found, "at": datetime.fromisoformat(found["at"])})
