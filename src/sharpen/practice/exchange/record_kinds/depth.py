"""Projects and their versions, the dives into them, and what was said out loud."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from sharpen.domain import dive, project
from sharpen.domain.dive import LONGEST as LONGEST_DIVE
from sharpen.domain.dive import SHORTEST, Answer, Dive
from sharpen.domain.passage import MOST_ASIDE
from sharpen.domain.project import Project, ProjectVersion, Why, loses_text
from sharpen.domain.recording import MOST_CHUNKS, Recording
from sharpen.practice import inputs
from sharpen.practice.depth import project_versions
from sharpen.practice.exchange import voices
from sharpen.practice.exchange.record_kinds.kind import RecordKind, merged_by
from sharpen.practice.exchange.rules import (
    MOST_ANSWERS,
    MOST_POINTS,
    Rule,
    at_most,
    media,
    names,
    number,
    optional,
    points,
    recording_id,
    recording_of,
    texts,
    words,
)
from sharpen.store.depth.project_versions import ProjectVersions
from sharpen.store.depth.projects import Projects


def _put_projects(projects: Projects, these: Sequence[Project]) -> None:
    """Keep projects; one that is here already is merged, and of two that differ the one that loses is a version."""
    versions = ProjectVersions(projects.db, projects.learner)
    for theirs in these:
        here = projects.get(theirs.id)
        both = project.merged(here, theirs) if here else theirs
        for before in (theirs, here):
            if before and loses_text(before, both):
                project_versions.put_aside(versions, before, Why.IMPORT)
        projects.put(both)


RECORDS = (
    RecordKind(
        "projects",
        Project,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64),
            "name": inputs.project_name,
            "passages": names,
            "aside": at_most(MOST_ASIDE),
            "methods": names,
        },
        since=9,
        stamps=lambda projects: projects.stamps(),
        **merged_by(project.merged) | {"put": _put_projects},
    ),
    RecordKind(
        "project_versions",
        ProjectVersion,
        key=attrgetter("project", "id"),
        stamp=lambda _: None,  # what was put aside stays as it is
        rules={"project": words(64), "id": words(64), "name": inputs.project_name, "texts": texts},
        since=9,
        stamps=lambda versions: dict.fromkeys(versions.ids()),
    ),
    RecordKind(
        "recordings",
        Recording,
        key=lambda voice: voice[0].id,
        stamp=lambda voice: voice[0].updated,
        rules={"id": recording_id, "of": recording_of, "media": media, "expected": optional(number(0, MOST_CHUNKS))},
        since=9,
        put=voices.put,
        stamps=lambda recordings: recordings.stamps(),
        newer=voices.is_newer,
        write=voices.write,
        read=voices.read,
    ),
    RecordKind(
        "dives",
        Dive,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64),
            "project": words(64),
            "minutes": number(SHORTEST, LONGEST_DIVE),
            "first": words(100, least=0),
            "answers": at_most(MOST_ANSWERS),
            "questions": texts,
            "passages": names,
            "aside": at_most(MOST_ASIDE),
            "rated": names,
        },
        since=9,
        stamps=lambda dives: dives.stamps(),
        **merged_by(dive.merged),
    ),
)
PARTS: dict[type, Mapping[str, Rule]] = {
    Answer: {
        "ladder": words(100),
        "rung": words(100),
        "why": words(400, least=0),
        "ticked": optional(points),
        "points": number(0, MOST_POINTS),
    },
}
