"""Sessions of review in the database: one a learner and topic, the session of the day under the empty topic."""

import json
from typing import Any

from sqlalchemy import and_, delete, select

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.session import Entry, Given, How, Session, Step
from sharpen.store.repository import Repository
from sharpen.store.tables import sessions
from sharpen.store.upsert import upsert


class ReviewSessions(Repository):
    """The sessions of one learner."""

    def get(self, topic: str) -> Session | None:
        """The session in progress; None if there is none, or only one that an older sharpen wrote otherwise."""
        row = self.db.execute(select(sessions).where(_is(self.learner, topic))).first()
        if row is None:
            return None
        try:
            state = json.loads(row.state)
            queue = tuple(map(_entry, state["queue"]))
            done = tuple(map(_step, state["done"]))
            return Session(row.learner, row.topic, row.started, queue, done, _given(state["given"]))
        except (ValueError, KeyError, TypeError):
            return None

    def put(self, session: Session) -> None:
        """Keep a session, in place of the one that was there."""
        state = {
            "queue": [_plain_entry(entry) for entry in session.queue],
            "done": [_plain_step(step) for step in session.done],
            "given": _plain_given(session.given),
        }
        text = json.dumps(state, separators=(",", ":"))
        row = {"learner": self.learner, "topic": session.topic, "started": session.started, "state": text}
        upsert(self.db, sessions, row)

    def remove(self, topic: str) -> None:
        """Forget a session; nothing if there is none."""
        self.db.execute(delete(sessions).where(_is(self.learner, topic)))

    def remove_unbegun(self) -> None:
        """Forget the session of the day if nothing was done in it yet: it is then chosen again."""
        session = self.get("")
        if session is not None and not session.done and session.given is None:
            self.remove("")


def _is(learner: str, topic: str) -> Any:
    return and_(sessions.c.learner == learner, sessions.c.topic == topic)


def _plain_entry(entry: Entry) -> list[Any]:
    item = entry.item
    return [item.id, str(item.kind), item.topic, entry.seed, entry.reviews, entry.again]


def _entry(row: list[Any]) -> Entry:
    item, kind, topic, seed, reviews, again = row
    return Entry(Item(item, ItemKind(kind), topic), seed, reviews, again)


def _plain_step(step: Step) -> list[Any]:
    return [_plain_entry(step.entry), str(step.how), step.review, step.back, _plain_given(step.given)]


def _step(row: list[Any]) -> Step:
    entry, how, review, back, given = row
    return Step(_entry(entry), How(how), review, back, _given(given))


def _plain_given(given: Given | None) -> list[Any] | None:
    return [list(given.places), given.typed] if given else None


def _given(row: list[Any] | None) -> Given | None:
    return Given(tuple(row[0]), row[1]) if row else None
