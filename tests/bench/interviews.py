"""The pages of the depth and behavioral rounds, with years of projects, dives, stories, tellings and recordings."""

import random
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sharpen.domain.dive import Answer, Dive, How
from sharpen.domain.memory import Rating
from sharpen.domain.passage import Passage
from sharpen.domain.project import Project, Why, version_of
from sharpen.domain.recording import Chunk, Recording
from sharpen.domain.story import Part, Story, Tick
from sharpen.domain.telling import Telling
from sharpen.practice import Settings, Workspace, open_workspace
from tests.bench.pages import served, times

VERSIONS, STORIES, TELLINGS, ANSWERS, RECORDINGS = 500, 300, 2_500, 2_500, 200
IN_A_DIVE = 25
TEXT = "We measured it twice, by hand and by the logs, and wrote the difference of 40 percent down. " * 6
NOW = datetime.now(UTC)
PAGES = (
    "/projects",
    "/projects/p",
    "/projects/p/history",
    "/projects/p/dives",
    "/projects/p/dives/d0",
    "/stories",
    "/stories/s0",
    "/stories/s0/tellings/t0",
    "/questions",
    "/recordings",
    "/recordings/01jc3k9q00",
)


def measure() -> dict[str, Any]:
    """Milliseconds a page, and how much there was."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:  # the judge may still fill its cache
        ws = open_workspace(Settings(home=Path(home)))
        _dive(ws)
        _tell(ws)
        ws.close()
        with served(Path(home)) as port:
            found = times(port, PAGES)
    counts = {"versions": VERSIONS, "stories": STORIES, "tellings": TELLINGS, "answers": ANSWERS}
    return {**counts, "recordings": RECORDINGS, "ms": found}


def _dive(ws: Workspace) -> None:
    """A project that was rewritten five hundred times, and a hundred dives into it."""
    ladders = ws.library.ladders
    texts = {field.id: Passage(f"{TEXT} Of {field.id}.") for field in ladders.fields}
    project = Project("me", "p", "Ranking", NOW - timedelta(3650), NOW, texts)
    before = [
        version_of(_rewritten(project, number), number, NOW - timedelta(VERSIONS - number), Why.TYPED)
        for number in range(VERSIONS)
    ]
    with ws.writing() as work:
        work.projects.put(project)
        work.project_versions.put(*before)
        work.dives.put(*(_dive_of(ws, number) for number in range(ANSWERS // IN_A_DIVE)))


def _rewritten(project: Project, number: int) -> Project:
    passages = {**project.passages, "model": Passage(f"{TEXT} Version {number}.")}
    return Project("me", "p", "Ranking", project.created, NOW, passages)


def _dive_of(ws: Workspace, number: int) -> Dive:
    rng, at = random.Random(number), NOW - timedelta(days=30 * number)
    rungs = [(ladder, rung) for ladder in ws.library.ladders.facets() for rung in ladder.rungs]
    asked = rng.sample(rungs, IN_A_DIVE)
    answers = [
        Answer(ladder.slug, rung.id, rung.depth, rng.choice(list(How)), None, 60.0, (0,), len(rung.points), "asked")
        for ladder, rung in sorted(asked, key=lambda one: one[0].slug)
    ]
    questions = {f"{ladder.slug}/{rung.id}": rung.question for ladder, rung in asked}
    passages = {name: Passage(TEXT) for name in questions}
    return Dive(
        "me",
        f"d{number}",
        "p",
        30,
        1,
        at,
        at,
        at,
        1800.0,
        answers=tuple(answers),
        questions=questions,
        passages=passages,
    )


def _tell(ws: Workspace) -> None:
    """Stories, what was told of each, and recordings of two minutes of a hundred of the tellings."""
    rng, questions = random.Random(0), list(ws.library.questions.values())
    competencies = list(ws.library.questions.competencies)
    stories = [
        Story(
            "me",
            f"s{number}",
            NOW - timedelta(days=number),
            NOW,
            {"title": Passage(f"Story {number}"), **{part: Passage(TEXT) for part in Part}},
            ticks={one: Tick(True, NOW) for one in rng.sample(competencies, 3)},
        )
        for number in range(STORIES)
    ]
    tellings = [
        Telling(
            "me",
            f"t{number}",
            f"s{number % STORIES}",
            at := NOW - timedelta(number),
            at,
            rng.choice(questions).id,
            110.0,
            Rating.GOOD,
        )
        for number in range(TELLINGS)
    ]
    with ws.writing() as work:
        work.stories.put(*stories)
        work.tellings.put(*tellings)
        work.recordings.put_whole(*(_recording(number) for number in range(RECORDINGS)))


def _recording(number: int) -> tuple[Recording, dict[int, Chunk]]:
    at, sound = NOW - timedelta(number), b"x" * 32_000
    recording = Recording(
        "me", f"01jc3k9q{number:02x}", f"telling/t{number}", "audio/webm", at, at, 120.0, 12 * 32_000, 12, 12
    )
    return recording, {place: Chunk(place, 10.0 * (place + 1), sound) for place in range(12)}
