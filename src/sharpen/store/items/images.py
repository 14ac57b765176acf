"""The images on cards that learners brought, in the database."""

from collections.abc import Iterable, Iterator

from sqlalchemy import delete, select

from sharpen.domain.image import Image
from sharpen.store.columns import parts
from sharpen.store.repository import Repository
from sharpen.store.tables import images
from sharpen.store.upsert import upsert


class Images(Repository):
    """The images of one learner."""

    def get(self, name: str) -> Image | None:
        """One image; None if there is none."""
        row = self.db.execute(select(images).where(images.c.learner == self.learner, images.c.name == name)).first()
        return Image(**row._mapping) if row else None

    def names(self) -> set[str]:
        """What they are called."""
        return set(self.db.execute(select(images.c.name).where(images.c.learner == self.learner)).scalars())

    def put(self, *some: Image) -> None:
        """Keep images; one that is there already is the same."""
        for image in some:  # one by one: together they are as large as a package
            upsert(self.db, images, {**vars(image), "learner": self.learner})

    def everything(self) -> Iterator[Image]:
        """Every image, by name."""
        query = select(images).where(images.c.learner == self.learner).order_by(images.c.name)
        return (Image(**row._mapping) for row in self.db.execute(query))

    def remove(self, names: Iterable[str]) -> None:
        """Forget images."""
        for some in parts(names):
            self.db.execute(delete(images).where(images.c.learner == self.learner, images.c.name.in_(some)))
