"""A transaction of one learner: every repository, over the same moment of their data.

Each is imported when it is first asked for: a command needs two or three of them, and would wait for all.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from sharpen.store.depth.dives import Dives
    from sharpen.store.depth.project_versions import ProjectVersions
    from sharpen.store.depth.projects import Projects
    from sharpen.store.design.designs import Designs
    from sharpen.store.design.lab_runs import LabRuns
    from sharpen.store.design.sittings import Sittings
    from sharpen.store.interviewer_days import InterviewerDays
    from sharpen.store.items.cards import Cards
    from sharpen.store.items.images import Images
    from sharpen.store.items.memories import Memories
    from sharpen.store.items.moves import Moves
    from sharpen.store.items.notes import Notes
    from sharpen.store.items.plans import Plans
    from sharpen.store.items.readiness_days import ReadinessDays
    from sharpen.store.items.review_sessions import ReviewSessions
    from sharpen.store.items.reviews import Reviews
    from sharpen.store.mocks.mocks import Mocks
    from sharpen.store.practice_days import PracticeDays
    from sharpen.store.readings import Readings
    from sharpen.store.recordings import Recordings
    from sharpen.store.sheet_rows import SheetRows
    from sharpen.store.solving.attempts import Attempts
    from sharpen.store.solving.draft_versions import DraftVersions
    from sharpen.store.solving.drafts import Drafts
    from sharpen.store.solving.hints import Hints
    from sharpen.store.solving.stars import Stars
    from sharpen.store.stories.stories import Stories
    from sharpen.store.stories.tellings import Tellings


@dataclass(frozen=True)
class Transaction:
    """What one learner left, noun by noun; see `Store.reading` and `Store.writing` for what it guarantees."""

    db: Connection
    learner: str

    @cached_property
    def attempts(self) -> "Attempts":
        from sharpen.store.solving.attempts import Attempts

        return Attempts(self.db, self.learner)

    @cached_property
    def cards(self) -> "Cards":
        from sharpen.store.items.cards import Cards

        return Cards(self.db, self.learner)

    @cached_property
    def drafts(self) -> "Drafts":
        from sharpen.store.solving.drafts import Drafts

        return Drafts(self.db, self.learner)

    @cached_property
    def draft_versions(self) -> "DraftVersions":
        from sharpen.store.solving.draft_versions import DraftVersions

        return DraftVersions(self.db, self.learner)

    @cached_property
    def hints(self) -> "Hints":
        from sharpen.store.solving.hints import Hints

        return Hints(self.db, self.learner)

    @cached_property
    def images(self) -> "Images":
        from sharpen.store.items.images import Images

        return Images(self.db, self.learner)

    @cached_property
    def interviewer_days(self) -> "InterviewerDays":
        from sharpen.store.interviewer_days import InterviewerDays

        return InterviewerDays(self.db, self.learner)

    @cached_property
    def memories(self) -> "Memories":
        from sharpen.store.items.memories import Memories

        return Memories(self.db, self.learner)

    @cached_property
    def moves(self) -> "Moves":
        from sharpen.store.items.moves import Moves

        return Moves(self.db, self.learner)

    @cached_property
    def notes(self) -> "Notes":
        from sharpen.store.items.notes import Notes

        return Notes(self.db, self.learner)

    @cached_property
    def plans(self) -> "Plans":
        from sharpen.store.items.plans import Plans

        return Plans(self.db, self.learner)

    @cached_property
    def readiness_days(self) -> "ReadinessDays":
        from sharpen.store.items.readiness_days import ReadinessDays

        return ReadinessDays(self.db, self.learner)

    @cached_property
    def practice_days(self) -> "PracticeDays":
        from sharpen.store.practice_days import PracticeDays

        return PracticeDays(self.db, self.learner)

    @cached_property
    def recordings(self) -> "Recordings":
        from sharpen.store.recordings import Recordings

        return Recordings(self.db, self.learner)

    @cached_property
    def review_sessions(self) -> "ReviewSessions":
        from sharpen.store.items.review_sessions import ReviewSessions

        return ReviewSessions(self.db, self.learner)

    @cached_property
    def reviews(self) -> "Reviews":
        from sharpen.store.items.reviews import Reviews

        return Reviews(self.db, self.learner)

    @cached_property
    def sheet_rows(self) -> "SheetRows":
        from sharpen.store.sheet_rows import SheetRows

        return SheetRows(self.db, self.learner)

    @cached_property
    def sittings(self) -> "Sittings":
        from sharpen.store.design.sittings import Sittings

        return Sittings(self.db, self.learner)

    @cached_property
    def designs(self) -> "Designs":
        from sharpen.store.design.designs import Designs

        return Designs(self.db, self.learner)

    @cached_property
    def lab_runs(self) -> "LabRuns":
        from sharpen.store.design.lab_runs import LabRuns

        return LabRuns(self.db, self.learner)

    @cached_property
    def readings(self) -> "Readings":
        from sharpen.store.readings import Readings

        return Readings(self.db, self.learner)

    @cached_property
    def dives(self) -> "Dives":
        from sharpen.store.depth.dives import Dives

        return Dives(self.db, self.learner)

    @cached_property
    def projects(self) -> "Projects":
        from sharpen.store.depth.projects import Projects

        return Projects(self.db, self.learner)

    @cached_property
    def project_versions(self) -> "ProjectVersions":
        from sharpen.store.depth.project_versions import ProjectVersions

        return ProjectVersions(self.db, self.learner)

    @cached_property
    def stars(self) -> "Stars":
        from sharpen.store.solving.stars import Stars

        return Stars(self.db, self.learner)

    @cached_property
    def stories(self) -> "Stories":
        from sharpen.store.stories.stories import Stories

        return Stories(self.db, self.learner)

    @cached_property
    def tellings(self) -> "Tellings":
        from sharpen.store.stories.tellings import Tellings

        return Tellings(self.db, self.learner)

    @cached_property
    def mocks(self) -> "Mocks":
        from sharpen.store.mocks.mocks import Mocks

        return Mocks(self.db, self.learner)
