"""Public data for labs: which labs can be made of some, what the learner has prepared, prepare it and let go of it.

Nothing is fetched. What is kept is what a world needs, in a folder of the learner's own; backups do not hold it.
"""

from dataclasses import dataclass
from pathlib import Path

from sharpen.domain.lab import Lab, PublicData
from sharpen.files.whole import replacing
from sharpen.practice.design.labs import named
from sharpen.practice.errors import NoPublicData
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Offered:
    """A lab that can use public data, and what is there of it: in words, or nothing."""

    lab: Lab
    data: PublicData
    there: str
    outdated: bool = False
    """Whether something was prepared by another version of sharpen, which this one does not use."""


def offered(ws: Workspace) -> list[Offered]:
    """Every lab that can use public data, in the order of their names."""
    return [found for slug in ws.library.labs if (found := of_lab(ws, slug))]


def of_lab(ws: Workspace, slug: str) -> Offered | None:
    """What public data a lab can use, and what is there; None where it can use none. Raises NoSuchLab."""
    lab = named(ws, slug)
    path = ws.library.labs.data(slug)
    if lab.data is None or path is None:
        return None
    if not lab.data.digest:
        return Offered(lab, lab.data, "", outdated=bool(_kept(path, slug)))
    from sharpen.labs.public_data import summary  # late: numpy

    return Offered(lab, lab.data, summary(path))


def prepare(ws: Workspace, slug: str, source: Path) -> Offered:
    """Make the world of a lab of the data at a path, from now on. What was prepared before is replaced.

    Raises NoSuchLab, NoPublicData for a lab that can use none, BadData for what it cannot use, and OSError; then all is
    as it was.
    """
    from sharpen.labs import public_data

    lab, path = named(ws, slug), _place(ws, slug)
    assert lab.data
    content = public_data.prepare(ws.library.labs.folder(slug) / lab.data.preparer, source)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with replacing(path) as unfinished:
        unfinished.write_bytes(content)
    for other in _kept(path, slug):
        if other != path:
            other.unlink(missing_ok=True)
    found = of_lab(ws, slug)
    assert found
    return found


def remove(ws: Workspace, slug: str) -> None:
    """Go back to the world that comes with a lab. Raises NoSuchLab, and NoPublicData where nothing was prepared."""
    kept = _kept(_place(ws, slug), slug)
    if not kept:
        raise NoPublicData(f"No data was prepared for {slug}: its world is the one that comes with it.")
    for path in kept:
        path.unlink(missing_ok=True)


def _place(ws: Workspace, slug: str) -> Path:
    named(ws, slug)
    path = ws.library.labs.data(slug)
    if path is None:
        names = [each.lab.slug for each in offered(ws)]
        raise NoPublicData(f"The lab {slug} can use no public data. Labs that can: {', '.join(names) or 'none'}.")
    return path


def _kept(path: Path, slug: str) -> list[Path]:
    """All that was prepared for a lab, by whatever version of its script."""
    return sorted(path.parent.glob(f"{slug}.*{path.suffix}"))
