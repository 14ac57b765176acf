"""Notes: what a learner writes on an item."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Note:
    """What a learner noted on an item, such as why this card is wrong. `updated` is UTC."""

    learner: str
    item: str
    text: str
    updated: datetime
