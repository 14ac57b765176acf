"""Topics: what an interview asks about, as the guide groups them."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """One row of the outline, for instance `k-means`.

    `wants` names what must exist for it besides a lesson: "cards", "problem", "drill", "case", "lab".
    `aka` are other names, by which people look for it.
    """

    id: str
    title: str
    round: str
    group: str
    wants: tuple[str, ...] = ()
    aka: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Topics that belong together inside a round; `since` is empty for the guide's own.

    `complete` names what every one of them has by now: "lesson", "cards", "problem", "drill".
    """

    round: str
    title: str
    topics: tuple[Topic, ...]
    since: str = ""
    complete: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outline:
    """The rounds of the interview loop, in the guide's order, and their topics."""

    rounds: dict[str, str]
    groups: tuple[Group, ...]

    def __iter__(self) -> Iterator[Topic]:
        return (topic for group in self.groups for topic in group.topics)

    def wanting(self, what: str) -> list[str]:
        """The ids of the topics that want something, such as a "drill"."""
        return [topic.id for topic in self if what in topic.wants]

    def topic(self, topic_id: str) -> Topic:
        """The topic with this id. Raises KeyError when the outline has none."""
        for topic in self:
            if topic.id == topic_id:
                return topic
        raise KeyError(topic_id)
