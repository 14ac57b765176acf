"""Stars in the database, one row for each problem that ever had one."""

from collections.abc import Iterator

from sqlalchemy import and_, select

from sharpen.domain.star import Star
from sharpen.store.repository import Repository
from sharpen.store.tables import stars
from sharpen.store.upsert import upsert


class Stars(Repository):
    """The stars of one learner."""

    def get(self, problem: str) -> Star | None:
        """The star of a problem, which may have been taken back; None if it never had one."""
        mine = and_(stars.c.learner == self.learner, stars.c.problem == problem)
        row = self.db.execute(select(stars).where(mine)).first()
        return Star(*row) if row else None

    def put(self, *these: Star) -> None:
        """Keep stars, each in place of the one of its problem."""
        upsert(self.db, stars, *({**vars(star), "learner": self.learner} for star in these))

    def everything(self) -> Iterator[Star]:
        """Every star, taken back or not, by problem."""
        query = select(stars).where(stars.c.learner == self.learner).order_by(stars.c.problem)
        return (Star(*row) for row in self.db.execute(query))

    def problems(self) -> set[str]:
        """The problems that have a star now."""
        mine = and_(stars.c.learner == self.learner, stars.c.on)
        return set(self.db.execute(select(stars.c.problem).where(mine)).scalars())
