"""What a session is about: the day (an empty word), one topic, a deck, or the drill of patterns."""

from sharpen.domain.topic import Topic
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work

DRILL = Topic("drill", "Pattern drill", "", "")


def find(work: Work, subject: str) -> Topic:
    """What the id of a topic, of a deck, or of the drill means. Raises NoSuchTopic."""
    return DRILL if subject == DRILL.id else card_pool.find(work, subject)
