"""A transaction of one learner: every repository, over the same moment of their data."""

from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection

from sharpen.store.attempts import Attempts
from sharpen.store.cards import Cards
from sharpen.store.drafts import Drafts
from sharpen.store.hints import Hints
from sharpen.store.images import Images
from sharpen.store.memories import Memories
from sharpen.store.notes import Notes
from sharpen.store.plans import Plans
from sharpen.store.review_sessions import ReviewSessions
from sharpen.store.reviews import Reviews


@dataclass(frozen=True)
class Transaction:
    """What one learner left, noun by noun; see `Store.reading` and `Store.writing` for what it guarantees."""

    db: Connection
    learner: str

    @cached_property
    def attempts(self) -> Attempts:
        return Attempts(self.db, self.learner)

    @cached_property
    def cards(self) -> Cards:
        return Cards(self.db, self.learner)

    @cached_property
    def drafts(self) -> Drafts:
        return Drafts(self.db, self.learner)

    @cached_property
    def hints(self) -> Hints:
        return Hints(self.db, self.learner)

    @cached_property
    def images(self) -> Images:
        return Images(self.db, self.learner)

    @cached_property
    def memories(self) -> Memories:
        return Memories(self.db, self.learner)

    @cached_property
    def notes(self) -> Notes:
        return Notes(self.db, self.learner)

    @cached_property
    def plans(self) -> Plans:
        return Plans(self.db, self.learner)

    @cached_property
    def review_sessions(self) -> ReviewSessions:
        return ReviewSessions(self.db, self.learner)

    @cached_property
    def reviews(self) -> Reviews:
        return Reviews(self.db, self.learner)
