"""Drills as a kind of exercise: a statement without its title; choose the pattern, the time and the space."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random

from sharpen.domain.drill import Drill
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.session import Given
from sharpen.practice.errors import BadAnswer, NotAnswered
from sharpen.practice.items import card_pool
from sharpen.practice.items.asked import Elsewhere, Judged, Marked, Part, Shown
from sharpen.practice.items.exercise import Exercise, Pace, Source, paced
from sharpen.practice.work import Work

PREFIX = "drill/"
"""What the ids of drills begin with; no topic is called so."""
PATTERNS = 6
"""How many patterns there are to choose from."""
USUAL_MINUTES = 2.0
MISSED, RECOGNIZED, KNOWN = (Rating.AGAIN,), (Rating.HARD,), (Rating.GOOD, Rating.EASY)
"""The ratings that fit an answer: the pattern missed; recognized; recognized with what it costs."""


def item_of(drill: Drill) -> Item:
    """A drill as an item of its pattern."""
    return Item(f"{PREFIX}{drill.problem}", ItemKind.DRILL, drill.pattern)


def _met(work: Work, met: Collection[str]) -> list[Item]:
    slugs = (item.removeprefix(PREFIX) for item in met if item.startswith(PREFIX))
    return [item_of(work.library.drills[slug]) for slug in slugs if slug in work.library.drills]


def _item(work: Work, item: str) -> Item | None:
    drill = work.library.drills.get(item.removeprefix(PREFIX)) if item.startswith(PREFIX) else None
    return item_of(drill) if drill else None


class Drills(Exercise):
    """The first time, a drill is met on the page of drills; then it comes back like a card."""

    kind = ItemKind.DRILL
    source = Source(_met, _item)
    advice = "Say which words of the statement decide, and what else they could mean; then read the lesson once more."
    asked_here = True
    to_answer = "Choose a pattern, a time and a space first"

    def title(self, work: Work, item: Item) -> str:
        problem = work.library.problems.get(item.id.removeprefix(PREFIX))
        return f"Drill: {problem.title}" if problem else ""

    def minutes(self, work: Work, item: Item, pace: Pace) -> float:
        return paced(self.kind, USUAL_MINUTES, pace)

    def shown(self, work: Work, item: Item, seed: int) -> Shown:
        drill, titles = self._drill(work, item), card_pool.titles(work)
        questions = _questions(work, drill, seed)
        return Shown(
            work.library.drills.statement(drill.problem),
            tuple(titles.get(option, option) for question in questions for option in question.options),
            parts=tuple(Part(question.name, len(question.options)) for question in questions),
            hides_topic=True,
        )

    def judged(self, work: Work, item: Item, seed: int, given: Given) -> Judged:
        drill, titles = self._drill(work, item), card_pool.titles(work)
        questions = _questions(work, drill, seed)
        options = [(option, option in question.right) for question in questions for option in question.options]
        hits = _hits(given.places, questions)
        ratings = MISSED if not hits or not hits[0] else KNOWN if all(hits) else RECOGNIZED
        problem = work.problem(drill.problem)
        words = ", ".join(f"“{each}”" for each in drill.words)
        return Judged(
            given,
            ratings is KNOWN,
            ratings[0],
            options=tuple(
                Marked(titles.get(option, option), right, place in given.places, _why(drill, option))
                for place, (option, right) in enumerate(options)
            ),
            explanation=f"The words that give it away: {words}.",
            ratings=ratings,
            next=Elsewhere(problem.title, f"/problems/{problem.slug}", problem.difficulty, problem.minutes),
        )

    def check_rating(self, rating: Rating, judged: Judged | None) -> None:
        if judged is None:
            raise NotAnswered("Answer first: choose the pattern, the time and the space, or reveal them.")
        if rating not in judged.ratings:
            raise NotAnswered(WHY[judged.ratings])

    def begin(self, work: Work, item: Item) -> None:
        """Nothing to get ready: it is answered in the session."""

    def _drill(self, work: Work, item: Item) -> Drill:
        """The drill. Raises KeyError when it is gone."""
        return work.library.drills[item.id.removeprefix(PREFIX)]


WHY = {
    MISSED: "The pattern was not recognized, so the drill comes back soon: rate it 1.",
    RECOGNIZED: "The pattern was recognized, what it costs was not: rate it 2.",
    KNOWN: "All of it was right: rate it 3 or 4.",
}
"""Why another rating is refused: recognition is a score, and counts what was answered."""


@dataclass(frozen=True)
class _Question:
    """One of the three questions of a showing: its options in their order, and those that are right."""

    name: str
    options: list[str]
    right: Collection[str]


def _questions(work: Work, drill: Drill, seed: int) -> tuple[_Question, ...]:
    """What one showing asks. The tempting pattern is among the options, and of those that are right only its own."""
    rng = Random(f"{drill.problem}:{seed}")
    others = [
        each
        for each in work.library.outline.wanting("drill")
        if each not in (drill.pattern, drill.tempting, *drill.also)
    ]
    among = [drill.pattern, drill.tempting, *rng.sample(others, min(PATTERNS - 2, len(others)))]
    asked = {"Pattern": among, "Time": drill.time, "Extra space": drill.space}
    return tuple(_Question(name, rng.sample(all_, len(all_)), all_[:1]) for name, all_ in asked.items())


def _hits(places: Sequence[int], questions: Sequence[_Question]) -> list[bool]:
    """Whether each question was answered rightly; nothing for no answer at all. Raises BadAnswer."""
    if not places:
        return []
    asked = [(question, option) for question in questions for option in question.options]
    chosen = [asked[place] for place in sorted(set(places)) if 0 <= place < len(asked)]
    if [question for question, _ in chosen] != list(questions) or len(chosen) != len(places):
        raise BadAnswer("Choose one pattern, one time and one space, or say that you do not know.")
    return [option in question.right for question, option in chosen]


def _why(drill: Drill, pattern: str) -> str:
    if pattern == drill.pattern:
        return drill.why
    return drill.cost if pattern == drill.tempting else ""


DRILL = Drills()
