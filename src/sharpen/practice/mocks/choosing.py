"""Choosing: what is asked in the rounds of a mock. New first, of the right level, and the same for the same seed.

Where nothing new is left, what was met longest ago is asked, and the task says so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from sharpen.domain.behavioral import Question
from sharpen.domain.loop import Level, LoopRound, What
from sharpen.domain.mock import MockRound, MockTask
from sharpen.domain.problem import Difficulty, Problem
from sharpen.practice.exercises import EXERCISES
from sharpen.practice.ids import MOST_SEED
from sharpen.practice.work import Work

SHORTEST = 5
"""Minutes of a round, however much a mock is shortened."""
LEAST = 15
"""Minutes that are kept free for each problem that follows in a round."""
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Wanted:
    """What a round wants: so many things, for so many minutes, for a level or any."""

    round: str
    count: int
    minutes: int
    level: Level | None
    seen: Mapping[str, datetime]
    """What was asked in other mocks, by id, with when last."""


Chooser = Callable[[Work, Wanted, Random], list[MockTask]]


def chosen(
    work: Work, rounds: Iterable[LoopRound], share: float, level: Level | None, seed: int
) -> tuple[MockRound, ...]:
    """The rounds of a mock, shortened to a share of their durations, with what is asked in each."""
    seen, found = _seen(work), list[MockRound]()
    for place, each in enumerate(rounds):
        minutes = max(SHORTEST, round(each.minutes * share))
        wanted = Wanted(each.round, max(1, round(each.count * share)), minutes, level, seen)
        tasks = tuple(CHOOSERS[each.what](work, wanted, Random(f"{seed}:{place}")))
        seen = {**seen, **{task.id: datetime.now(UTC) for task in tasks}}
        missing = "" if tasks else MISSING[each.what]
        found.append(MockRound(each.round, minutes, each.what, tasks, round(each.pause * share), missing))
    return tuple(found)


def _seen(work: Work) -> dict[str, datetime]:
    """What was asked in the rounds of all mocks that were begun, by id, with when last."""
    return {
        task.id: each.started
        for mock in reversed(list(work.mocks.everything()))
        for each in mock.rounds
        if each.started is not None
        for task in each.tasks
    }


def _problems(work: Work, wanted: Wanted, rng: Random) -> list[MockTask]:
    """Problems that fit into the time, of the difficulties that suit the level, not tried yet, each of a new topic."""
    rounds = {topic.id: topic.round for topic in work.library.outline}
    listed = [one for one in work.library.problems.values() if rounds[one.topic] == wanted.round]
    rng.shuffle(listed)
    touched = {**work.drafts.touched(), **{slug: last for slug, (last, _) in work.attempts.standings().items()}}
    touched = _latest(touched, wanted.seen)
    suits = wanted.level.problems if wanted.level else tuple(Difficulty)
    tasks, left, topics = list[MockTask](), wanted.minutes, set[str]()
    for place in range(min(wanted.count, len(listed))):
        room = left - LEAST * (wanted.count - place - 1)
        one = min(listed, key=lambda each: _order(each, room, suits, topics, touched, any_level=wanted.level is None))
        listed.remove(one)
        tasks.append(MockTask(one.slug, why=_why(one, room, suits, touched.get(one.slug))))
        left, topics = left - one.minutes, {*topics, one.topic}
    return tasks


def _order(
    problem: Problem,
    room: int,
    suits: tuple[Difficulty, ...],
    topics: set[str],
    touched: Mapping[str, datetime],
    *,
    any_level: bool,
) -> tuple[int, bool, datetime, bool, int]:
    """How well a problem is to be asked: the least comes first."""
    fit, last = problem.difficulty in suits, touched.get(problem.slug, NEVER)
    rank = suits.index(problem.difficulty) if fit and not any_level else 0
    return max(0, problem.minutes - room), not fit, last, problem.topic in topics, rank


def _why(problem: Problem, room: int, suits: tuple[Difficulty, ...], last: datetime | None) -> str:
    words = []
    if problem.minutes > room:
        words.append(f"None fits into {room} minutes: this one has {problem.minutes}.")
    elif problem.difficulty not in suits:
        words.append(f"None that is {' or '.join(suits)} fits into {room} minutes: this one is {problem.difficulty}.")
    if last is not None:
        words.append(f"All of this level that fit were seen: this one {ago(last)}.")
    return " ".join(words)


def ago(last: datetime) -> str:
    """How long ago something was met, in words."""
    days = max(0, (datetime.now(UTC) - last).days)
    return f"{days} days ago" if days > 1 else "a day ago" if days else "today"


def _cards(work: Work, wanted: Wanted, rng: Random) -> list[MockTask]:
    """Cards that were never met, each of another topic as long as there are others."""
    rounds = {topic.id: topic.round for topic in work.library.outline}
    items = [one for one in work.library.cards.index().values() if rounds.get(one.topic) == wanted.round]
    rng.shuffle(items)
    known = work.memories.of_items(one.id for one in items)
    last = _latest({id_: here.memory.last for id_, here in known.items() if here.memory}, wanted.seen)
    asked = sorted(
        (one for one in items if one.id not in known or not known[one.id].suspended),
        key=lambda one: last.get(one.id, NEVER),
    )
    taken: list[MockTask] = []
    topics: set[str] = set()
    while asked and len(taken) < wanted.count:
        fresh = [one for one in asked if one.topic not in topics and one.id not in last]
        one = fresh[0] if fresh else asked[0]
        asked.remove(one)
        seed = rng.randrange(MOST_SEED)
        try:
            EXERCISES[one.kind].shown(work, one, seed)
        except Exception:  # a card that cannot be shown is better left out than in the way
            continue
        topics = {*topics, one.topic} if fresh else set()
        why = f"No card of this round is new: you met this one {ago(last[one.id])}." if one.id in last else ""
        taken.append(MockTask(one.id, seed, why))
    return taken


def _dive(work: Work, _wanted: Wanted, rng: Random) -> list[MockTask]:
    """A project of the learner: one without a dive, else that of the dive longest ago."""
    projects = list(work.projects.names())
    rng.shuffle(projects)
    last = {one: max((dive.started for dive in work.dives.summaries(one)), default=NEVER) for one in projects}
    return [MockTask(one) for one in sorted(projects, key=last.__getitem__)[:1]]


def _case(work: Work, wanted: Wanted, rng: Random) -> list[MockTask]:
    """A case that nobody sat at, one that suits the level if there is one, else the one of the sitting longest ago."""
    cases = list(work.library.cases)
    rng.shuffle(cases)
    last: dict[str, datetime] = {}
    for sitting in work.sittings.summaries():
        last[sitting.case] = max(last.get(sitting.case, NEVER), sitting.started)
    last = _latest(last, wanted.seen)
    suits, shelf = wanted.level.cases if wanted.level else (), work.library.cases
    slug = min(cases, key=lambda one: (last.get(one, NEVER), _apart(shelf[one].difficulty, suits)), default=None)
    if slug is None:
        return []
    why = _off_level("case", shelf[slug].difficulty, suits)
    return [MockTask(slug, why=f"You sat at every case: at this one {ago(last[slug])}." if slug in last else why)]


def _stories(work: Work, wanted: Wanted, rng: Random) -> list[MockTask]:
    """Questions that were not answered yet, each about another competency, of the difficulties that suit the level."""
    questions = list(work.library.questions.values())
    rng.shuffle(questions)
    told = {id_: one.last for id_, one in work.tellings.by_question().items() if one.last}
    last = _latest(told, wanted.seen)
    tasks, competencies = list[MockTask](), set[str]()
    suits = wanted.level.questions if wanted.level else ()

    def order(each: Question) -> tuple[bool, datetime, int]:
        return each.main in competencies, last.get(each.id, NEVER), _apart(each.difficulty, suits)

    for _ in range(min(wanted.count, len(questions))):
        one = min(questions, key=order)
        questions.remove(one)
        competencies.add(one.main)
        why = _off_level("question", one.difficulty, suits)
        tasks.append(MockTask(one.id, why=f"You answered it {ago(last[one.id])}." if one.id in last else why))
    return tasks


def _apart(difficulty: Difficulty, suits: Sequence[Difficulty]) -> int:
    """How far a difficulty is from the usual one of a level: least for that, most for one that does not suit it."""
    return suits.index(difficulty) if difficulty in suits else len(suits)


def _off_level(noun: str, difficulty: Difficulty, suits: Sequence[Difficulty]) -> str:
    """What is said of something new that does not suit the level; empty where it does, and without a level."""
    if not suits or difficulty in suits:
        return ""
    return f"No {noun} that is {' or '.join(suits)} is new: this one is {difficulty}."


def _latest(*times: Mapping[str, datetime]) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for each in times:
        for id_, when in each.items():
            found[id_] = max(found.get(id_, NEVER), when)
    return found


CHOOSERS: dict[What, Chooser] = {
    What.PROBLEMS: _problems,
    What.CARDS: _cards,
    What.DIVE: _dive,
    What.CASE: _case,
    What.STORIES: _stories,
}
MISSING = {
    What.PROBLEMS: "The library has no problem of this round.",
    What.CARDS: "The library has no card of this round.",
    What.DIVE: "You have not written about a project yet, and the round goes into one of yours.",
    What.CASE: "The library has no case.",
    What.STORIES: "The library has no question.",
}
"""Why nothing can be asked."""
