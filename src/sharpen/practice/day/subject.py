"""What a session is about: the day (an empty word), one topic, a deck, the drill of patterns, or the placement."""

from sharpen.domain.topic import Topic
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work

DRILL = Topic("drill", "Pattern drill", "", "")
PLACEMENT = Topic("placement", "Placement", "", "")
OWN = {each.id: each for each in (DRILL, PLACEMENT)}
"""What is no topic of the outline; each has a page under its id, and a command."""


def find(work: Work, subject: str) -> Topic:
    """What the id of a topic, of a deck, of the drill or of the placement means. Raises NoSuchTopic."""
    return OWN.get(subject) or card_pool.find(work, subject)
