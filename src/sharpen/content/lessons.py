"""Lessons: the text on a topic and where to read on, read when they are asked for."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sharpen.content.lesson_readings import LessonReading, split


@dataclass(frozen=True)
class Lessons:
    """Lessons by topic. Every method raises KeyError for a topic that the outline does not have."""

    _folders: Mapping[str, Sequence[Path]] = field(default_factory=dict)

    def folders(self, topic_id: str) -> list[Path]:
        """The folders of a topic, at most one in each content folder."""
        return list(self._folders[topic_id])

    def exists(self, topic_id: str) -> bool:
        """Whether the topic's lesson is written."""
        return any((folder / "lesson.md").exists() for folder in self._folders[topic_id])

    def text(self, topic_id: str) -> str | None:
        """The topic's lesson in Markdown, title included, readings left out; None if not written yet."""
        text = self._whole(topic_id)
        return None if text is None else split(text)[0]

    def size(self, topic_id: str) -> int:
        """The bytes of the topic's lesson; 0 if it is not written yet."""
        for folder in self._folders[topic_id]:
            with suppress(FileNotFoundError):
                return folder.joinpath("lesson.md").stat().st_size
        return 0

    def readings(self, topic_id: str) -> list[LessonReading]:
        """Where to read on, from the end of the lesson."""
        return split(self._whole(topic_id) or "")[1]

    def _whole(self, topic_id: str) -> str | None:
        for folder in self._folders[topic_id]:
            try:
                return folder.joinpath("lesson.md").read_text("utf-8")
            except FileNotFoundError:
                continue
        return None
