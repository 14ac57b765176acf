"""The workspace: the content, the learner's data and the judge, wired together once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sharpen.content.library import Library
from sharpen.domain.problem import Problem, Profile
from sharpen.domain.turn import Ahead, nobody_asks
from sharpen.domain.verdict import CheckResult, TrialResult
from sharpen.interviewer.settings import Place
from sharpen.practice.settings import Settings
from sharpen.practice.work import Work, named
from sharpen.store import Store, open_store

if TYPE_CHECKING:
    from sharpen.judge import Judge, LocalJudge


@dataclass(frozen=True)
class Workspace:
    """Everything a use case needs. `learner` is whose work is read and written.

    A page or a command reads in one `reading`, and so sees one moment of the data. What changes something
    does it in a `writing` of its own, which is short: while it lasts, nobody else can write.

    `cache` is the folder of what can be computed again; without one, pictures of lessons are not drawn. `interviewer`
    is where its settings are; without it none can be plugged in.
    """

    library: Library
    store: Store
    judge: "Judge"
    learner: str = "me"
    cache: Path | None = None
    interviewer: Place | None = None

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """A transaction that sees one moment of the learner's data. Raises StoreError when the data fails."""
        with self.store.reading(self.learner) as mine:
            yield Work(mine.db, mine.learner, self.library, known={})

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """A transaction that happens as a whole, or not at all when the block raises; see `Store.writing`."""
        with self.store.writing(self.learner) as mine:
            yield Work(mine.db, mine.learner, self.library)

    def problem(self, slug: str) -> Problem:
        """The problem of this name. Raises NoSuchProblem, with the names that come close."""
        return named(self.library, slug)

    def close(self) -> None:
        """Stop the judge, if it ever started, and let go of the data file."""
        self.judge.close()
        self.store.close()


class JudgeOnDemand:
    """A Judge that starts with the first submission, so that reading costs no process."""

    def __init__(self, folder: Callable[[str], Path], workers: int = 1, cache: Path | None = None) -> None:
        self._folder, self._workers, self._cache = folder, workers, cache
        self._started: LocalJudge | None = None
        self._lock = Lock()

    def judge(
        self, problem: Problem, source: str, ahead: Ahead = nobody_asks, *, seed: int | None = None
    ) -> Iterator[CheckResult]:
        return self._running().judge(problem, source, ahead, seed=seed)

    def run(self, problem: Problem, source: str, trial: str) -> TrialResult:
        return self._running().run(problem, source, trial)

    def picture(self, problem: Problem, source: str, trial: str = "", *, seed: int | None = None) -> str:
        return self._running().picture(problem, source, trial, seed=seed)

    def warm(self, profiles: Sequence[Profile]) -> None:
        """Start now, in the background, with what problems of these profiles need."""
        self._running(profiles)

    def prepare(self, problems: Iterable[Problem]) -> None:
        """Prepare problems in the background, before anybody submits."""
        self._running().prepare(problems)

    def close(self) -> None:
        with self._lock:
            started, self._started = self._started, None
        if started is not None:
            started.close()

    def _running(self, warm: Sequence[Profile] = ()) -> "LocalJudge":
        with self._lock:
            if self._started is None:
                from sharpen.judge import LocalJudge

                self._started = LocalJudge(self._folder, self._workers, warm, self._cache)
            return self._started


def open_workspace(
    settings: Settings | None = None,
    warm: Sequence[Profile] = (),
    judge: "LocalJudge | None" = None,
    *,
    prepare: bool = False,
) -> Workspace:
    """Open the content and the data (made and migrated as needed); the judge starts when first used.

    With `warm` it starts at once, in the background, ready for problems of these profiles; a `judge`
    that runs already takes its place. With `prepare`, what its problems need is computed in the background, too.

    Raises BadSettings for settings that cannot be used, StoreError for data that cannot be opened.
    """
    settings = settings or Settings()
    settings.make_home()
    place = settings.interviewer
    library = Library.open(settings.content_there(), settings.index, settings.lab_data)
    store = open_store(settings.data)
    if judge is not None:
        return Workspace(library, store, judge.at(library.problems.folder), cache=settings.cache, interviewer=place)
    on_demand = JudgeOnDemand(library.problems.folder, settings.workers, settings.cache / "judge")
    if warm:
        on_demand.warm(warm)
    if prepare:
        on_demand.prepare(library.problems.values())
    return Workspace(library, store, on_demand, cache=settings.cache, interviewer=place)
