"""Which story shows what, and which story for which question."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sharpen.domain.behavioral import Competency, Question
from sharpen.domain.story import StorySummary
from sharpen.domain.telling import Told
from sharpen.practice.work import Work

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Matrix:
    """The stories and the competencies that each shows."""

    stories: list[StorySummary]
    competencies: list[Competency]

    def stories_that_show(self, competency: str) -> list[StorySummary]:
        """The stories that show a competency."""
        return [story for story in self.stories if competency in story.competencies]

    @property
    def holes(self) -> list[Competency]:
        """The competencies that no story shows."""
        shown = {competency for story in self.stories for competency in story.competencies}
        return [competency for competency in self.competencies if competency.id not in shown]


def matrix(work: Work) -> Matrix:
    """The matrix of all stories, the one changed last first."""
    return Matrix(list(work.stories.summaries().values()), list(work.library.questions.competencies.values()))


def hole(competency: Competency) -> str:
    """A hole of the matrix in words."""
    return f"No story shows {competency.title}."


@dataclass(frozen=True)
class Match:
    """A story that could answer a question. `shared` are the competencies that it shows and the question asks for."""

    story: StorySummary
    question: Question
    shared: tuple[str, ...]
    told: Told

    @property
    def main(self) -> bool:
        """Whether it shows what the question asks for first of all."""
        return self.question.main in self.shared

    def why(self, titles: Mapping[str, Competency]) -> str:
        """Why this story, in words."""
        names = [titles[each].title if each in titles else each for each in self.shared]
        if not self.main:
            return f"Shows {_listed(names)}, which the question asks for besides"
        return f"Shows {names[0]}, which the question is about" + (f", and {_listed(names[1:])}" if names[1:] else "")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def by_competency(stories: Iterable[StorySummary]) -> dict[str, list[StorySummary]]:
    """The stories that show each competency."""
    found: dict[str, list[StorySummary]] = {}
    for story in stories:
        for competency in story.competencies:
            found.setdefault(competency, []).append(story)
    return found


def matches(
    question: Question, shown: Mapping[str, list[StorySummary]], told: Mapping[str, Told], most: int | None = None
) -> list[Match]:
    """The stories that show what a question asks for, so many at most: first those with its main competency, then the
    others. Among these the one told longest ago, or never; and of two alike the one that shows more.

    `shown` are the stories by competency, `told` when each was told, by id.
    """
    main = shown.get(question.main, [])
    found = _in_order(question, main, told)
    if most is None or len(found) < most:
        known = {story.id for story in main}
        others = {story.id: story for each in question.competencies[1:] for story in shown.get(each, [])}
        found += _in_order(question, [story for id_, story in others.items() if id_ not in known], told)
    return found[:most]


def _in_order(question: Question, stories: list[StorySummary], told: Mapping[str, Told]) -> list[Match]:
    never = Told()
    found = [
        Match(
            story,
            question,
            tuple(each for each in question.competencies if each in story.competencies),
            told.get(story.id, never),
        )
        for story in stories
    ]
    return sorted(found, key=lambda match: (match.told.last or NEVER, -len(match.shared)))


def fitting(questions: Iterable[Question], competencies: Collection[str], asked: Mapping[str, Told]) -> list[Question]:
    """The questions that a story with these competencies can answer: those about one of them first, then those that
    ask for one besides; of these the one that was answered longest ago."""
    fit = [question for question in questions if set(question.competencies) & set(competencies)]
    return sorted(
        fit, key=lambda question: (question.main not in competencies, asked.get(question.id, Told()).last or NEVER)
    )
