"""A transaction of one learner: every repository, over the same moment of their data.

Each is imported when it is first asked for: a command needs two or three of them, and would wait for all.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from sharpen.store.attempts import Attempts
    from sharpen.store.cards import Cards
    from sharpen.store.draft_versions import DraftVersions
    from sharpen.store.drafts import Drafts
    from sharpen.store.hints import Hints
    from sharpen.store.images import Images
    from sharpen.store.memories import Memories
    from sharpen.store.notes import Notes
    from sharpen.store.plans import Plans
    from sharpen.store.review_sessions import ReviewSessions
    from sharpen.store.reviews import Reviews
    from sharpen.store.sheet_rows import SheetRows


@dataclass(frozen=True)
class Transaction:
    """What one learner left, noun by noun; see `Store.reading` and `Store.writing` for what it guarantees."""

    db: Connection
    learner: str

    @cached_property
    def attempts(self) -> "Attempts":
        from sharpen.store.attempts import Attempts

        return Attempts(self.db, self.learner)

    @cached_property
    def cards(self) -> "Cards":
        from sharpen.store.cards import Cards

        return Cards(self.db, self.learner)

    @cached_property
    def drafts(self) -> "Drafts":
        from sharpen.store.drafts import Drafts

        return Drafts(self.db, self.learner)

    @cached_property
    def draft_versions(self) -> "DraftVersions":
        from sharpen.store.draft_versions import DraftVersions

        return DraftVersions(self.db, self.learner)

    @cached_property
    def hints(self) -> "Hints":
        from sharpen.store.hints import Hints

        return Hints(self.db, self.learner)

    @cached_property
    def images(self) -> "Images":
        from sharpen.store.images import Images

        return Images(self.db, self.learner)

    @cached_property
    def memories(self) -> "Memories":
        from sharpen.store.memories import Memories

        return Memories(self.db, self.learner)

    @cached_property
    def notes(self) -> "Notes":
        from sharpen.store.notes import Notes

        return Notes(self.db, self.learner)

    @cached_property
    def plans(self) -> "Plans":
        from sharpen.store.plans import Plans

        return Plans(self.db, self.learner)

    @cached_property
    def review_sessions(self) -> "ReviewSessions":
        from sharpen.store.review_sessions import ReviewSessions

        return ReviewSessions(self.db, self.learner)

    @cached_property
    def reviews(self) -> "Reviews":
        from sharpen.store.reviews import Reviews

        return Reviews(self.db, self.learner)

    @cached_property
    def sheet_rows(self) -> "SheetRows":
        from sharpen.store.sheet_rows import SheetRows

        return SheetRows(self.db, self.learner)
