"""Projects: what a candidate writes about work of their own before an interviewer goes deep into it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from sharpen.domain.ladder import Ladder
from sharpen.domain.passage import Passage, SetAside, merged_aside, with_merged

MOST_VERSIONS = 500
"""So many earlier versions of a project are kept,"""
MOST_CHARACTERS = 10_000_000
"""as long as they have no more characters together; the newest one is always kept."""


@dataclass(frozen=True)
class Project:
    """A project of a learner, by the ids of the fields of such a file. Times are UTC.

    `methods` are the slugs of ladders that the learner confirmed (True) or dismissed (False). It is not listed once it
    is `deleted`, and can be brought back.
    """

    learner: str
    id: str
    name: str
    created: datetime
    updated: datetime
    passages: Mapping[str, Passage] = field(default_factory=dict)
    aside: tuple[SetAside, ...] = ()
    methods: Mapping[str, bool] = field(default_factory=dict)
    deleted: datetime | None = None

    def passage(self, name: str) -> Passage:
        """What is written in a field; an empty passage where nothing was."""
        return self.passages.get(name, Passage())

    def text(self, name: str) -> str:
        """The text of a field."""
        return self.passage(name).text

    @property
    def texts(self) -> dict[str, str]:
        """The texts of all fields in which there is one."""
        return {name: passage.text for name, passage in self.passages.items() if passage.text.strip()}

    @property
    def confirmed(self) -> list[str]:
        """The slugs of the methods that the learner confirmed."""
        return [slug for slug, used in self.methods.items() if used]

    def can_begin_with(self, ladder: Ladder) -> bool:
        """Whether a dive can begin with this ladder: it is of every project, or of a method that was confirmed."""
        return ladder.is_facet or self.methods.get(ladder.slug, False)


class Why(StrEnum):
    """Why a version of a project was put aside."""

    TYPED = "typed"
    """Typing went on from it."""
    RESTORED = "restored"
    """An earlier version was put in its place."""
    IMPORT = "import"
    """A file, or a backup, brought another."""


@dataclass(frozen=True)
class ProjectVersion:
    """What a project was before. `id` says what is written in it: the same texts are the same version.

    `number` counts the versions of a project in the order they were put aside, whatever clocks say; `kept` is when.
    """

    learner: str
    project: str
    id: str
    number: int
    kept: datetime
    why: Why
    name: str
    texts: Mapping[str, str]


@dataclass(frozen=True)
class VersionSummary:
    """What lists say of a version, read without its texts. `characters` is about how long they are."""

    id: str
    number: int
    kept: datetime
    why: Why
    name: str
    characters: int


def version_of(project: Project, number: int, kept: datetime, why: Why) -> ProjectVersion:
    """The project as it is, as a version."""
    texts = project.texts
    parts = (project.name, *(part for name in sorted(texts) for part in (name, texts[name])))
    id_ = sha256("\0".join(parts).encode()).hexdigest()[:24]
    return ProjectVersion(project.learner, project.id, id_, number, kept, why, project.name, texts)


def merged(here: Project, theirs: Project) -> Project:
    """Two states of one project as one: of each field the text that came later, and the other put aside.

    Where neither text came from the other, that of the project that was changed later stands in front.
    """
    later, earlier = (theirs, here) if theirs.updated > here.updated else (here, theirs)
    created, methods = min(here.created, theirs.created), {**earlier.methods, **later.methods}
    aside = merged_aside(here.aside, theirs.aside)
    return with_merged(replace(later, created=created, methods=methods), later, earlier, earlier.updated, aside)


def loses_text(before: Project, after: Project) -> bool:
    """Whether a text of a project is neither in front in a later state of it, nor what that came from."""
    pairs = ((passage, after.passage(name)) for name, passage in before.passages.items())
    return any(one.text.strip() and one.text != other.text and not other.holds(one.version) for one, other in pairs)
