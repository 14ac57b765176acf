"""Designs in the database: for each lab the one that is being written."""

from collections.abc import Iterator

from sqlalchemy import and_, select

from sharpen.domain.lab_run import DesignDraft
from sharpen.store.repository import Repository
from sharpen.store.tables import designs
from sharpen.store.upsert import upsert


class Designs(Repository):
    """The designs of one learner."""

    def get(self, lab: str) -> DesignDraft | None:
        """The design for a lab; None if there is none."""
        mine = and_(designs.c.learner == self.learner, designs.c.lab == lab)
        row = self.db.execute(select(designs).where(mine)).first()
        return DesignDraft(**row._mapping) if row else None

    def put(self, *these: DesignDraft) -> None:
        """Keep designs, each in place of the one for its lab."""
        upsert(self.db, designs, *({**vars(each), "learner": self.learner} for each in these))

    def everything(self) -> Iterator[DesignDraft]:
        """Every design, by lab."""
        query = select(designs).where(designs.c.learner == self.learner).order_by(designs.c.lab)
        return (DesignDraft(**row._mapping) for row in self.db.execute(query))
