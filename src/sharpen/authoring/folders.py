"""Folders: which parts of the content a contributor means by a path, or by a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sharpen.content.behavioral import FOLDER as BEHAVIORAL
from sharpen.content.ladders import FOLDER as DEPTH
from sharpen.content.library import CASES, Library, bundled
from sharpen.content.loops import FILE as LOOPS
from sharpen.content.readings import FILE as READINGS
from sharpen.domain.errors import SharpenError

TOPICS = "topics"
LISTS = (READINGS, LOOPS)
"""Files of a content folder that are content by themselves."""
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


@dataclass(frozen=True)
class Meant:
    """The folders that are meant, each once and in order."""

    problems: list[Path] = field(default_factory=list)
    topics: list[Path] = field(default_factory=list)
    cases: list[Path] = field(default_factory=list)
    readings: list[Path] = field(default_factory=list)
    """Files."""
    depth: list[Path] = field(default_factory=list)
    """Folders of ladders, or one file of theirs."""
    behavioral: list[Path] = field(default_factory=list)
    """Folders of questions, or one file of theirs."""
    loops: list[Path] = field(default_factory=list)
    """Files."""

    def add(self, kind: str, folder: Path) -> None:
        known: list[Path] = getattr(self, kind)
        if folder not in known:
            known.append(folder)


def find(library: Library, paths: Sequence[Path], extra: Sequence[Path] = ()) -> Meant:
    """The folders that the paths mean; all there are for no path.

    A path may be a content folder, anything inside one, or the name of a problem or a case. Raises NotContent.
    """
    meant = Meant()
    for path in paths or [bundled(), *extra]:
        if not path.exists() and str(path) in library.problems:
            path = library.problems.folder(str(path))
        elif not path.exists() and str(path) in library.cases:
            path = library.cases.folder(str(path))
        for kind, folder in _meant(path):
            meant.add(kind, folder)
    return meant


def _meant(path: Path) -> Iterator[tuple[str, Path]]:
    place = path.resolve()
    root = _root(place)
    if not place.exists():
        raise NotContent(f"There is no folder {path}, and no problem of that name. `sharpen list` shows the problems.")
    if root is None:
        raise NotContent(f"{path} is not part of a content folder. A problem belongs in {SHAPE}.")
    for kind, name in (("readings", READINGS), ("loops", LOOPS)):
        if place in (root, root / name) and (root / name).is_file():
            yield kind, root / name
    for kind in (DEPTH, BEHAVIORAL):
        if (place == root and (root / kind).is_dir()) or place.is_relative_to(root / kind):
            yield kind, root / kind if place == root else place
    if place == root or place.is_relative_to(root / CASES):
        yield from _cases(root, place)
    if place == root or place.is_relative_to(root / TOPICS):
        yield from _topics(root, place)


def _cases(root: Path, place: Path) -> Iterator[tuple[str, Path]]:
    within = place.relative_to(root / CASES).parts if place != root else ()
    if within and (root / CASES / within[0]).is_dir():
        yield "cases", root / CASES / within[0]
    else:
        yield from (("cases", folder) for folder in _folders(root / CASES))


def _topics(root: Path, place: Path) -> Iterator[tuple[str, Path]]:
    depth = len(place.relative_to(root / TOPICS).parts) if place != root else 0
    if depth > 2:
        yield "problems", root / TOPICS / Path(*place.relative_to(root / TOPICS).parts[:3])
        return
    start = place if place != root else root / TOPICS
    for topic in sorted(start.glob("/".join(["*"] * (2 - depth)))) if depth < 2 else [start]:
        inside = _folders(topic)
        if inside or any((topic / name).exists() for name in ("lesson.md", "cards.md", "cards.py")):
            yield "topics", topic
        yield from (("problems", folder) for folder in inside)


def _folders(parent: Path) -> list[Path]:
    return [folder for folder in sorted(parent.glob("*")) if folder.is_dir() and folder.name[0] not in "._"]


def _root(place: Path) -> Path | None:
    """The content folder a path is, or lies in: the one that holds `topics`, `cases` or one of LISTS, or in which a
    folder of such a name, `depth` or `behavioral` is."""
    if any((place / name).is_dir() for name in (TOPICS, CASES)) or any((place / name).is_file() for name in LISTS):
        return place
    if place.name in LISTS:
        return place.parent
    above = [place, *place.parents]
    inside = (
        folder.parent
        for name in (TOPICS, CASES, DEPTH, BEHAVIORAL)
        for folder in above
        if folder.name == name and folder.is_dir()
    )
    return next(inside, None)
