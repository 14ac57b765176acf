"""Labs: `lab.toml` and its world beside a case, read when it is asked for."""

import ast
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sharpen.content.errors import ContentError
from sharpen.content.schema import line_of, parsed
from sharpen.domain.lab import Lab
from sharpen.domain.syntax import parse
from sharpen.files.digest import digest

FILE = "lab.toml"
DECIDING = (FILE, "world.py", "baseline.py")
"""The files that decide a report; a lab's version is a digest of them and of the data beside them."""
NEEDED = (*DECIDING, "reference.py")
PREPARED = ".npz"


@dataclass(frozen=True)
class LabTexts:
    """What a candidate reads, Markdown: the story, what the world is like, and what the baseline does."""

    story: str
    world: str
    baseline: str


@dataclass(frozen=True, eq=False)
class Labs(Mapping[str, Lab]):
    """Labs by the slug of their case, in its order; one that has a fault is not there.

    `prepared` is the learner's folder of public data, prepared for labs; what lies there decides their versions.
    """

    _folders: Mapping[str, Path] = field(default_factory=dict)
    prepared: Path | None = None
    _read: dict[str, Lab | None] = field(default_factory=dict)

    def __getitem__(self, slug: str) -> Lab:
        if slug not in self._read:
            found = read_lab(self._folders[slug])
            self._read[slug] = found if isinstance(found, Lab) else None
        lab = self._read[slug]
        if lab is None:
            raise KeyError(slug)
        return self._made_of_data(lab)

    def __iter__(self) -> Iterator[str]:
        return (slug for slug in self._folders if slug in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def folder(self, slug: str) -> Path:
        """Where the lab's files are. Raises KeyError."""
        return self._folders[slug]

    def data(self, slug: str) -> Path | None:
        """Where prepared public data for a lab belongs, whether or not it is there; None where it can use none.

        The name tells by which script it was prepared: what another one made is not taken for this one's.
        Raises KeyError.
        """
        lab = self._read.get(slug) or self[slug]
        if self.prepared is None or lab.data is None:
            return None
        script = digest((self._folders[slug] / lab.data.preparer).read_bytes())
        return self.prepared / f"{slug}.{script}{PREPARED}"

    def _made_of_data(self, lab: Lab) -> Lab:
        """The lab as it is with the data that lies there now, which makes another version of it."""
        path = self.data(lab.slug)
        try:
            made = digest(path.read_bytes()) if path else ""
        except OSError:
            made = ""
        if lab.data is None or not made:
            return lab
        version = digest(f"{lab.version} {made}".encode())
        return replace(lab, version=version, data=replace(lab.data, digest=made))

    def texts(self, slug: str) -> LabTexts:
        """What the lab's files say of themselves. Raises KeyError."""
        folder = self._folders[slug]
        story, world = _said(folder / "world.py")
        baseline, _ = _said(folder / "baseline.py")
        return LabTexts(story, world, baseline)

    def starter(self, slug: str) -> str:
        """What a candidate begins with: the baseline. Raises KeyError."""
        return (self._folders[slug] / "baseline.py").read_text("utf-8")


def _said(path: Path) -> tuple[str, str]:
    """The docstrings of a file, and of the class in it that a lab needs."""
    module = parse(path.read_text("utf-8"))
    classes = [part for part in module.body if isinstance(part, ast.ClassDef) and part.name in ("World", "Design")]
    own = ast.get_docstring(classes[0]) if classes else ""
    return ast.get_docstring(module) or "", own or ""


def find_labs(roots: Sequence[Path], prepared: Path | None = None) -> Labs:
    """The labs of some content folders. Where two define the same the first one counts.

    `prepared` is a folder of public data, prepared for labs; without it, each world is the one that comes with its lab.
    """
    found: dict[str, Path] = {}
    for root in roots:
        for path in sorted(root.glob(f"cases/*/{FILE}")):
            found.setdefault(path.parent.name, path.parent)
    return Labs(found, prepared)


def read_lab(folder: Path) -> Lab | list[ContentError]:
    """The lab of a folder, or all faults of its files."""
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        return [ContentError(folder / name, 0, "this file is missing; every lab needs it") for name in missing]
    path = folder / FILE
    text = path.read_text("utf-8")
    table = parsed(path, text)
    if isinstance(table, ContentError):
        return [table]
    lab = _lab(path, text, {"slug": folder.name, "version": _version(folder), **table})
    if isinstance(lab, Lab) and lab.data and not (folder / lab.data.preparer).is_file():
        return [ContentError(folder / lab.data.preparer, 0, "this file is missing; `preparer` in lab.toml names it")]
    return lab


def _lab(path: Path, text: str, table: dict[str, Any]) -> Lab | list[ContentError]:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Lab).validate_python(table, extra="forbid")
    except ValidationError as problem:
        return [
            ContentError(
                path, line_of(text, str(fault["loc"][0])), f"`{'.'.join(map(str, fault['loc']))}`: {fault['msg']}"
            )
            for fault in problem.errors()
        ]


def _version(folder: Path) -> str:
    digest = hashlib.sha256()
    data = sorted(path for path in (folder / "data").glob("*") if path.is_file())
    for path in (*(folder / name for name in DECIDING), *data):
        content = path.read_bytes()
        digest.update(b"%d %s" % (len(content), content))
    return digest.hexdigest()[:16]
