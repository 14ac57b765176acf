"""Dives: limited interviews about one project, each ladder deeper and deeper until the candidate is stuck."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from sharpen.domain.ladder import Depth
from sharpen.domain.memory import Rating, self_rating
from sharpen.domain.passage import Passage, SetAside, merged_aside, with_merged

MOST_STUCK = 2
"""Stuck so many times, a ladder is left."""
SHORTEST, LONGEST = 20, 45
"""Minutes."""
USUAL = 30
GAP = "field-gap"
"""The rung that asks what the file about the project leaves empty; no rung of a ladder is called so."""
NEXT = "/next"
"""How the names of what is asked after a rung end."""
TURN = "/turn-"
"""What stands between the name of a question and the number of what an interviewer asked on it, from 1."""
DEPTHS = tuple(Depth)


class How(StrEnum):
    """How an answer went, by the candidate's own word."""

    STRONG = "strong"
    PARTIAL = "partial"
    STUCK = "stuck"


@dataclass(frozen=True)
class Answer:
    """A rung that was asked. `how` it went, and `then` how the follow-up did, are None until the candidate says.

    `ticked` are the numbers of the points that the answer had, of `points` that there were; None while nobody ticked.
    `why` is the reason for its ladder, where that begins.
    """

    ladder: str
    rung: str
    depth: Depth
    how: How | None = None
    then: How | None = None
    seconds: float = 0.0
    ticked: tuple[int, ...] | None = None
    points: int = 0
    why: str = ""

    @property
    def name(self) -> str:
        """What the question and the text that answers it are called."""
        return f"{self.ladder}/{self.rung}"

    @property
    def stuck(self) -> int:
        """How many times the candidate was stuck: at the question, and at the follow-up."""
        return (self.how, self.then).count(How.STUCK)

    @property
    def held(self) -> bool:
        """Whether there was an answer: not stuck, and if points were ticked, not none."""
        return self.how in (How.STRONG, How.PARTIAL) and self.ticked != ()


@dataclass(frozen=True)
class Question:
    """What is in front of the candidate. `follows` says how the rung above it went, None for a rung itself.

    `on` is the name of the question that an interviewer asks on; empty where it is a question of ours.
    """

    name: str
    text: str
    answer: Answer
    follows: How | None = None
    on: str = ""


@dataclass(frozen=True)
class DiveSummary:
    """What lists and maps say of a dive, read without its texts."""

    id: str
    project: str
    minutes: int
    started: datetime
    updated: datetime
    finished: datetime | None
    seconds: float
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Dive:
    """An interview about a project. Times are UTC; `seconds` is the time worked; it is over once it is `finished`.

    `first` is the ladder that the candidate asked for, or empty. `questions` are the words that were asked, and
    `passages` what was answered, by the same names. `rated` are the reviews that ladders led to, by slug.
    """

    learner: str
    id: str
    project: str
    minutes: int
    seed: int
    started: datetime
    updated: datetime
    finished: datetime | None = None
    seconds: float = 0.0
    first: str = ""
    answers: tuple[Answer, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)
    passages: Mapping[str, Passage] = field(default_factory=dict)
    aside: tuple[SetAside, ...] = ()
    rated: Mapping[str, str] = field(default_factory=dict)

    def passage(self, name: str) -> Passage:
        """What was answered to a question; an empty passage where nothing was typed."""
        return self.passages.get(name, Passage())

    def text(self, name: str) -> str:
        """The text of an answer."""
        return self.passage(name).text

    @property
    def time_left(self) -> float:
        """Seconds until no further question is asked; not negative."""
        return max(0.0, 60 * self.minutes - self.seconds)

    @property
    def front(self) -> Question | None:
        """The question that waits for an answer; None when the next one is to be chosen, or the dive is over."""
        last = self.answers[-1] if self.answers and self.finished is None else None
        if last is None:
            return None
        name = last.name if last.how is None else last.name + NEXT
        if last.how is not None and (last.then is not None or name not in self.questions):
            return None
        if turns := self.turns(name):
            return Question(turns[-1], self.questions[turns[-1]], last, last.how, on=name)
        return Question(name, self.questions.get(name, ""), last, last.how)

    def turns(self, name: str) -> list[str]:
        """The names of what an interviewer asked on a question, in order."""
        found = list[str]()
        while (turn := f"{name}{TURN}{len(found) + 1}") in self.questions:
            found.append(turn)
        return found

    def asked_on(self, name: str, text: str) -> "Dive":
        """The dive with one more turn of an interviewer on a question."""
        return replace(self, questions={**self.questions, f"{name}{TURN}{len(self.turns(name)) + 1}": text})

    def with_last(self, answer: Answer) -> "Dive":
        """The dive with another answer in place of the last one."""
        return replace(self, answers=(*self.answers[:-1], answer))


@dataclass(frozen=True)
class Visit:
    """A ladder as it went in one dive, rung by rung."""

    ladder: str
    answers: tuple[Answer, ...]

    @property
    def why(self) -> str:
        """Why the dive took it."""
        return self.answers[0].why

    @property
    def stuck(self) -> int:
        """How many times the candidate was stuck."""
        return sum(answer.stuck for answer in self.answers)

    @property
    def said(self) -> tuple[Answer, ...]:
        """The answers of which the candidate said how they went."""
        return tuple(answer for answer in self.answers if answer.how is not None)

    @cached_property
    def reached(self) -> Depth | None:
        """The deepest question that had an answer; None when none had."""
        return max((answer.depth for answer in self.answers if answer.held), key=DEPTHS.index, default=None)

    @property
    def rubric(self) -> tuple[int, int] | None:
        """The points ticked of how many; None until every answer that has points was ticked."""
        asked = [answer for answer in self.said if answer.rung != GAP]
        if not asked or any(answer.ticked is None for answer in asked):
            return None
        return sum(len(answer.ticked or ()) for answer in asked), sum(answer.points for answer in asked)

    @property
    def broke(self) -> bool:
        """Whether the candidate was stuck twice, or their answers had none of the points."""
        rubric = self.rubric
        return self.stuck >= MOST_STUCK or (rubric is not None and not rubric[0])

    @property
    def ended(self) -> bool:
        """Whether it went down to the limits."""
        return any(answer.depth is DEPTHS[-1] and answer.how is not None for answer in self.answers)

    @property
    def rating(self) -> Rating | None:
        """What it says to memory: the share of the points ticked, else the candidate's own word.

        None for a ladder that time cut off before it broke or ended.
        """
        if self.broke:
            return Rating.AGAIN
        if not self.ended:
            return None
        if self.rubric is not None and self.rubric[1]:
            return self_rating(*self.rubric)
        words = [word for answer in self.said for word in (answer.how, answer.then) if word is not None]
        if How.STUCK in words or 2 * words.count(How.PARTIAL) > len(words):
            return Rating.HARD
        return Rating.EASY if words.count(How.STRONG) == len(words) else Rating.GOOD


def visits(answers: Iterable[Answer]) -> tuple[Visit, ...]:
    """The ladders of a dive, in the order they were taken; each is taken once."""
    rungs = dict[str, list[Answer]]()
    for answer in answers:
        rungs.setdefault(answer.ladder, []).append(answer)
    return tuple(Visit(ladder, tuple(asked)) for ladder, asked in rungs.items())


def answered(dive: Dive, how: How, follow_up: str, seconds: float) -> Dive:
    """The dive after the candidate said how the answer in front went.

    After a rung `follow_up` is asked, unless time is over or they are stuck for the last time; empty for none.
    `seconds` is the time worked in all.
    """
    question = dive.front
    if question is None:
        return dive
    spent = max(dive.seconds, seconds)
    before = sum(each.seconds for each in dive.answers[:-1])
    answer = replace(question.answer, seconds=max(0.0, spent - before))
    if question.follows is not None:
        return replace(dive.with_last(replace(answer, then=how)), seconds=spent)
    after = replace(dive.with_last(replace(answer, how=how)), seconds=spent)
    if not follow_up or not after.time_left or visits(after.answers)[-1].stuck >= MOST_STUCK:
        return after
    return replace(after, questions={**dive.questions, answer.name + NEXT: follow_up})


def taken_back(dive: Dive) -> Dive:
    """The dive before the last word on how an answer went; what was typed stays. The same dive if there was none."""
    if dive.finished is not None or not dive.answers:
        return dive
    if dive.answers[-1].how is None:
        dive = replace(dive, answers=dive.answers[:-1])
        if not dive.answers:
            return dive
    last = dive.answers[-1]
    if last.then is not None:
        return dive.with_last(replace(last, then=None))
    questions = {name: text for name, text in dive.questions.items() if name != last.name + NEXT}
    return replace(dive.with_last(replace(last, how=None)), questions=questions)


def ended(dive: Dive, now: datetime) -> Dive:
    """The dive when it is over. A question to which nothing was typed or said counts as not asked."""
    answers = dive.answers
    if answers and answers[-1].how is None and not dive.text(answers[-1].name).strip():
        answers = answers[:-1]
    return dive if dive.finished is not None else replace(dive, answers=answers, finished=now)


def merged(here: Dive, theirs: Dive) -> Dive:
    """Two states of one dive as one: all questions and answers of both, and of two texts the other put aside.

    What both have said, the one that was changed later decides.
    """
    later, earlier = (theirs, here) if theirs.updated > here.updated else (here, theirs)
    both = replace(
        later,
        seconds=max(here.seconds, theirs.seconds),
        finished=later.finished or earlier.finished,
        answers=_answers(later, earlier),
        questions={**earlier.questions, **later.questions},
        rated={**earlier.rated, **later.rated},
    )
    return with_merged(both, later, earlier, earlier.updated, merged_aside(here.aside, theirs.aside))


def _answers(later: Dive, earlier: Dive) -> tuple[Answer, ...]:
    """The answers of both, and at most one of them, the last, that waits to be answered."""
    behind = {answer.name: answer for answer in earlier.answers}
    names = {answer.name for answer in later.answers}
    mine = [_filled(answer, behind.get(answer.name, answer)) for answer in later.answers]
    every = [*mine, *(answer for answer in earlier.answers if answer.name not in names)]
    waiting = [answer for answer in every if answer.how is None][:1]
    return (*(answer for answer in every if answer.how is not None), *waiting)


def _filled(answer: Answer, other: Answer) -> Answer:
    """An answer with what only its other state says."""
    return replace(
        answer,
        how=answer.how or other.how,
        then=answer.then or other.then,
        seconds=max(answer.seconds, other.seconds),
        ticked=other.ticked if answer.ticked is None else answer.ticked,
        points=answer.points or other.points,
    )
