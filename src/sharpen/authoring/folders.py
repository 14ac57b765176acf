"""Folders: which problem and topic folders a contributor means by a path, or by the name of a problem."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sharpen.content.library import Library, bundled
from sharpen.domain.errors import SharpenError

TOPICS = "topics"
SHAPE = "topics/<round>/<topic>/<problem>"


class NotContent(SharpenError):
    """A path that is not part of a content folder."""


def opened(extra: Sequence[Path], paths: Sequence[Path]) -> Library:
    """The library, with every content folder in which one of the paths lies."""
    roots = [bundled().resolve(), *(root.resolve() for root in extra)]
    for path in paths:
        root = _root(path.resolve())
        if path.exists() and root and root not in roots:
            roots.append(root)
    return Library.open(roots[1:])


def find(library: Library, paths: Sequence[Path], extra: Sequence[Path] = ()) -> tuple[list[Path], list[Path]]:
    """The problem folders and the topic folders that the paths mean; all there are for no path.

    A path may be a content folder, anything inside one, or the name of a problem. Raises NotContent.
    """
    problems: dict[Path, None] = {}
    topics: dict[Path, None] = {}
    for path in paths or [bundled(), *extra]:
        if not path.exists() and str(path) in library.problems:
            path = library.problems.folder(str(path))
        for level, folder in _meant(path):
            (topics if level == "topic" else problems)[folder] = None
    return list(problems), list(topics)


def _meant(path: Path) -> Iterator[tuple[str, Path]]:
    place = path.resolve()
    root = _root(place)
    if not place.exists():
        raise NotContent(f"There is no folder {path}, and no problem of that name. `sharpen list` shows the problems.")
    if root is None:
        raise NotContent(f"{path} is not part of a content folder. A problem belongs in {SHAPE}.")
    depth = len(place.relative_to(root / TOPICS).parts) if place != root else 0
    if depth > 2:
        yield "problem", root / TOPICS / Path(*place.relative_to(root / TOPICS).parts[:3])
        return
    start = place if place != root else root / TOPICS
    for topic in sorted(start.glob("/".join(["*"] * (2 - depth)))) if depth < 2 else [start]:
        inside = [folder for folder in sorted(topic.glob("*")) if folder.is_dir() and folder.name[0] not in "._"]
        if inside or any((topic / name).exists() for name in ("lesson.md", "cards.md", "cards.py")):
            yield "topic", topic
        yield from (("problem", folder) for folder in inside)


def _root(place: Path) -> Path | None:
    """The content folder a path is, or lies in: the one that holds `topics`."""
    if (place / TOPICS).is_dir():
        return place
    above = [place, *place.parents]
    return next((folder.parent for folder in above if folder.name == TOPICS and folder.is_dir()), None)
