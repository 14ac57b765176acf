"""Reviews: each time an item was met and rated, and how the learner stands with the item since."""

from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime

from sharpen.domain.day import day_of, days_between
from sharpen.domain.item import Item
from sharpen.domain.memory import Memory, Rating


@dataclass(frozen=True)
class Standing:
    """How a learner stands with an item: `memory` is None until it was met.

    A suspended item is not asked until the learner takes it back; a buried one not before
    `buried_until` (UTC). `changed` (UTC) is when it was last suspended, taken back, or taken over from Anki.
    """

    learner: str
    item: Item
    memory: Memory | None = None
    suspended: bool = False
    buried_until: datetime | None = None
    changed: datetime | None = None

    @property
    def since(self) -> datetime | None:
        """Since when it is as it is: the last review or the last other change; None when there was neither."""
        times = [at for at in (self.changed, self.memory.last if self.memory else None) if at]
        return max(times, default=None)

    def is_asked(self, at: datetime) -> bool:
        """Whether the item may be asked at a time: neither suspended nor buried then."""
        return not self.suspended and (self.buried_until is None or self.buried_until <= at)


@dataclass(frozen=True)
class Review:
    """One review. `at` is UTC; `seconds` is how long the learner took, `seed` which instance of a numeric card it was.

    `before` is the memory that the review changed (None: the item was met for the first time), and
    `recall` the probability of recall it predicted then (0 when there was none).

    `day` is the day of practice it was made on, and `days` how many such days lie between it and the
    review before (0 for the first). Where the machine is decides, and it may be elsewhere later: they are
    counted when the review is made, and kept.
    """

    learner: str
    id: str
    item: Item
    at: datetime
    rating: Rating
    seconds: float = 0.0
    seed: int | None = None
    recall: float = 0.0
    before: Memory | None = None
    day: Date = Date.min
    days: int = -1

    def __post_init__(self) -> None:
        if self.day == Date.min:
            object.__setattr__(self, "day", day_of(self.at))
        if self.days < 0:
            object.__setattr__(self, "days", days_between(self.before.last, self.at) if self.before else 0)
