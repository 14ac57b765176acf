"""Days of the interviewer in the database: what was asked on each, in tokens."""

from datetime import date as Date

from sqlalchemy import select

from sharpen.domain.interviewer import InterviewerDay
from sharpen.store.repository import Repository
from sharpen.store.tables import interviewer_days
from sharpen.store.upsert import upsert


class InterviewerDays(Repository):
    """What one learner asked of the interviewer, by day of practice."""

    def get(self, day: Date) -> InterviewerDay:
        """A day; with zeros where nothing was asked."""
        mine = (interviewer_days.c.learner == self.learner, interviewer_days.c.day == day)
        row = self.db.execute(select(interviewer_days).where(*mine)).first()
        return InterviewerDay(**row._mapping) if row else InterviewerDay(self.learner, day)

    def add(self, more: InterviewerDay) -> None:
        """Add to what is counted of a day; numbers may be negative, to take back what was reserved."""
        counts = ("requests", "sent", "received", "estimated")
        upsert(self.db, interviewer_days, {**vars(more), "learner": self.learner}, add=counts)
