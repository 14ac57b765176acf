"""Every kind of exercise there is. A new one is a line here, and mypy asks for it."""

from typing import assert_never

from sharpen.domain.item import ItemKind
from sharpen.practice.cards.choice import CHOICE
from sharpen.practice.cards.numeric import NUMERIC
from sharpen.practice.cards.order import ORDER
from sharpen.practice.cards.recall import RECALL
from sharpen.practice.depth.exercise import LADDER
from sharpen.practice.drills.exercise import DRILL
from sharpen.practice.items.exercise import Exercise
from sharpen.practice.sheet.exercise import SHEET
from sharpen.practice.solving.exercise import PROBLEM
from sharpen.practice.stories.exercise import STORY


def exercise_of(kind: ItemKind) -> Exercise:
    """What knows how items of a kind are shown, judged, rated and timed."""
    match kind:
        case ItemKind.CHOICE:
            return CHOICE
        case ItemKind.NUMERIC:
            return NUMERIC
        case ItemKind.ORDER:
            return ORDER
        case ItemKind.RECALL:
            return RECALL
        case ItemKind.PROBLEM:
            return PROBLEM
        case ItemKind.DRILL:
            return DRILL
        case ItemKind.SHEET:
            return SHEET
        case ItemKind.LADDER:
            return LADDER
        case ItemKind.STORY:
            return STORY
        case _:
            assert_never(kind)


EXERCISES = {kind: exercise_of(kind) for kind in ItemKind}
ELSEWHERE = frozenset(kind for kind, exercise in EXERCISES.items() if not exercise.asked_here)
"""The kinds that are done on a page of their own."""
SOURCES = tuple(dict.fromkeys(exercise.source for exercise in EXERCISES.values()))
"""Where all items come from, each source once."""
