"""Recall cards: an open question, answered aloud and rated by the learner."""

from sharpen.domain.card import Recall
from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Rating, self_rating
from sharpen.domain.session import Given
from sharpen.practice.cards.card import CardExercise, places
from sharpen.practice.cards.markdown import bullets, paragraphs
from sharpen.practice.items.asked import Judged, Shown


class RecallCards(CardExercise[Recall]):
    """A question; an answer reveals the rubric, and places are the points ticked in it."""

    kind = ItemKind.RECALL
    card = Recall
    usual_minutes = 1.5
    advice = "Too much at once: write the answer in your own words, in three points, and learn those."
    ticked = True

    def show(self, card: Recall, seed: int) -> Shown:
        return Shown(card.question)

    def judge(self, card: Recall, seed: int, given: Given) -> Judged:
        ticked = places(given, len(card.points))
        rating = self_rating(len(ticked), len(card.points)) if card.points else Rating.GOOD
        return Judged(given, None, rating, answer=card.answer, points=card.points, misconceptions=card.misconceptions)

    def sides(self, card: Recall) -> tuple[str, str]:
        points = paragraphs("A good answer says:", bullets(card.points)) if card.points else ""
        wrong = paragraphs("Common misconceptions:", bullets(card.misconceptions)) if card.misconceptions else ""
        return card.question, paragraphs(card.answer, points, wrong)


RECALL = RecallCards()
