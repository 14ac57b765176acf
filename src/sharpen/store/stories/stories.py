"""Stories in the database: one row each, its texts and ticks as JSON."""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Row, and_, delete, select

from sharpen.domain.story import Story, StorySummary, Tick
from sharpen.domain.story_counts import counts
from sharpen.store.passages import moment, read_aside, read_passages, written, written_aside, written_passages
from sharpen.store.repository import Repository
from sharpen.store.tables import stories
from sharpen.store.upsert import upsert

SHORT = [stories.c[name] for name in ("id", "title", "created", "updated", "ticks", "words", "deleted")]


class Stories(Repository):
    """The stories of one learner."""

    def get(self, story_id: str) -> Story | None:
        """One story, also a deleted one; None if there is none."""
        mine = and_(stories.c.learner == self.learner, stories.c.id == story_id)
        row = self.db.execute(select(stories).where(mine)).first()
        return _story(row) if row else None

    def put(self, *these: Story) -> None:
        """Keep stories, each in place of the one with its id."""
        self._forget()
        upsert(self.db, stories, *(_columns(each, self.learner) for each in these))

    def remove(self, story_id: str) -> None:
        """Forget a story for good."""
        self._forget()
        self.db.execute(delete(stories).where(stories.c.learner == self.learner, stories.c.id == story_id))

    def summaries(self) -> dict[str, StorySummary]:
        """The stories by id, without their texts and without deleted ones; the one changed last first."""
        return {id_: story for id_, story in self._by_id.items() if story.deleted is None}

    def deleted(self) -> list[StorySummary]:
        """Those that are deleted, and can be brought back."""
        return [story for story in self._by_id.values() if story.deleted is not None]

    @cached_property
    def _by_id(self) -> dict[str, StorySummary]:
        """Every story, read once: the day's agenda asks for each, and a page looks at them in several ways."""
        query = select(*SHORT).where(stories.c.learner == self.learner)
        rows = self.db.execute(query.order_by(stories.c.updated.desc(), stories.c.id.desc()))
        return {row.id: _summary(row) for row in rows}

    def _forget(self) -> None:
        self.__dict__.pop("_by_id", None)

    def everything(self) -> Iterator[Story]:
        """Every story, deleted ones too, in the order they were begun."""
        query = select(stories).where(stories.c.learner == self.learner).order_by(stories.c.id)
        return (_story(row) for row in self.db.execute(query))

    def stamps(self) -> dict[str, datetime]:
        """When each story was last changed, by id."""
        query = select(stories.c.id, stories.c.updated).where(stories.c.learner == self.learner)
        return {row.id: row.updated for row in self.db.execute(query)}


def _columns(story: Story, learner: str) -> dict[str, Any]:
    ticks = {name: {"shown": tick.shown, "at": moment(tick.at)} for name, tick in story.ticks.items()}
    return {
        **vars(story),
        "learner": learner,
        "title": story.title,
        "words": counts(story.told).total,
        "ticks": written(ticks),
        "passages": written_passages(story.passages),
        "aside": written_aside(story.aside),
    }


def _ticks(text: str) -> dict[str, Tick]:
    return {name: Tick(one["shown"], datetime.fromisoformat(one["at"])) for name, one in json.loads(text).items()}


def _summary(row: Row[Any]) -> StorySummary:
    columns = {name: value for name, value in row._mapping.items() if name != "ticks"}
    shown = tuple(name for name, one in json.loads(row.ticks).items() if one["shown"])
    return StorySummary(**columns, competencies=shown)


def _story(row: Row[Any]) -> Story:
    columns = {name: value for name, value in row._mapping.items() if name not in ("title", "words")}
    return Story(
        **{
            **columns,
            "ticks": _ticks(row.ticks),
            "passages": read_passages(row.passages),
            "aside": read_aside(row.aside),
        }
    )
