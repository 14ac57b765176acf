"""Recordings in the database: one row each, and one for each chunk of their sound."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, or_, select

from sharpen.domain.recording import TEST, Chunk, Recording, Voice
from sharpen.store import sqlite
from sharpen.store.repository import Repository
from sharpen.store.tables import recording_chunks, recordings
from sharpen.store.upsert import upsert

FOUND = recordings.c.deleted.is_(None)


class Recordings(Repository):
    """The recordings of one learner."""

    def get(self, recording: str) -> Recording | None:
        """One recording, also one that was deleted and can be brought back; None if there is none."""
        row = self.db.execute(select(recordings).where(self._is(recording))).first()
        return Recording(**row._mapping) if row else None

    def put(self, *these: Recording) -> None:
        """Keep what is known of recordings, each in place of the one with its id."""
        upsert(self.db, recordings, *({**vars(each), "learner": self.learner} for each in these))

    def put_whole(self, *these: Voice) -> None:
        """Keep recordings with their chunks; a chunk that is there already is the same."""
        for recording, chunks in these:
            self.put(recording)
            upsert(self.db, recording_chunks, *(self._columns(recording.id, chunk) for chunk in chunks.values()))

    def add_chunk(self, recording: Recording, chunk: Chunk) -> None:
        """Keep a chunk that is not here yet, and what is known of its recording then."""
        upsert(self.db, recording_chunks, self._columns(recording.id, chunk))
        self.put(recording)

    def _columns(self, recording: str, chunk: Chunk) -> dict[str, Any]:
        return {"learner": self.learner, "recording": recording, **vars(chunk)}

    def numbers(self, recording: str) -> set[int]:
        """The numbers of the chunks of a recording that are here."""
        return set(self.db.execute(select(recording_chunks.c.number).where(self._part_of(recording))).scalars())

    def chunks(self, recording: str) -> dict[int, Chunk]:
        """The chunks of a recording that are here, by number."""
        columns = [recording_chunks.c[name] for name in ("number", "seconds", "data")]
        rows = self.db.execute(select(*columns).where(self._part_of(recording)).order_by(recording_chunks.c.number))
        return {row.number: Chunk(**row._mapping) for row in rows}

    def of(self, of: str) -> list[Recording]:
        """The recordings that belong to something, the latest first."""
        return self._listed(FOUND, recordings.c.of == of)

    def under(self, begin: str) -> list[Recording]:
        """The recordings of all that something is made of, such as `dive/<dive>`; the latest first."""
        return self._listed(FOUND, recordings.c.of.startswith(f"{begin}/", autoescape=True))

    def listed(self) -> list[Recording]:
        """Every recording without its sound, the latest first."""
        return self._listed(FOUND)

    def deleted(self) -> list[Recording]:
        """Those that were deleted and can be brought back, the latest first."""
        return self._listed(~FOUND)

    def _listed(self, *which: ColumnElement[bool]) -> list[Recording]:
        query = select(recordings).where(recordings.c.learner == self.learner, *which)
        rows = self.db.execute(query.order_by(recordings.c.made.desc(), recordings.c.id.desc()))
        return [Recording(**row._mapping) for row in rows]

    def total(self) -> int:
        """The bytes of all of them, those too that were deleted and can be brought back."""
        query = select(func.coalesce(func.sum(recordings.c.size), 0)).where(recordings.c.learner == self.learner)
        return int(self.db.execute(query).scalar_one())

    def everything(self) -> Iterator[Voice]:
        """Every recording with its chunks, but those that were deleted."""
        return ((recording, self.chunks(recording.id)) for recording in self.listed())

    def stamps(self) -> dict[str, datetime]:
        """When each was last changed, by id."""
        return {recording.id: recording.updated for recording in self.listed()}

    def remove(self, *ids: str) -> None:
        """Forget recordings for good; their sound is overwritten in the file."""
        for each in ids:
            sqlite.overwrite_what_is_removed(self.db)
            self.db.execute(delete(recording_chunks).where(self._part_of(each)))
            self.db.execute(delete(recordings).where(self._is(each)))

    def remove_old(self, before: datetime) -> None:
        """Forget those for good that were deleted before a moment, and those made before it to try the microphone."""
        mine = recordings.c.learner == self.learner
        old = or_(recordings.c.deleted < before, and_(recordings.c.of == TEST, recordings.c.updated < before))
        self.remove(*self.db.execute(select(recordings.c.id).where(mine, old)).scalars())

    def _is(self, recording: str) -> ColumnElement[bool]:
        return and_(recordings.c.learner == self.learner, recordings.c.id == recording)

    def _part_of(self, recording: str) -> ColumnElement[bool]:
        return and_(recording_chunks.c.learner == self.learner, recording_chunks.c.recording == recording)
