"""Order cards: steps to be put in their order."""

from sharpen.domain.card import Order
from sharpen.domain.item import ItemKind
from sharpen.domain.session import Given
from sharpen.practice.cards.card import SEED, CardExercise, places, suggested
from sharpen.practice.cards.markdown import bullets, numbered, paragraphs
from sharpen.practice.cards.shuffling import shuffled
from sharpen.practice.items.asked import Judged, Shown


class OrderCards(CardExercise[Order]):
    """Steps, never shown in their right order."""

    kind = ItemKind.ORDER
    card = Order
    usual_minutes = 0.75
    advice = "Learn what each step needs from the one before, not the list."
    to_answer = "Choose first"

    def show(self, card: Order, seed: int) -> Shown:
        return Shown(card.question, tuple(card.steps[place] for place in shuffled(card, seed)))

    def judge(self, card: Order, seed: int, given: Given) -> Judged:
        order = shuffled(card, seed)
        placed = [order[place] for place in places(given, len(order))]
        had = {step: number for number, step in enumerate(placed, 1)}
        right, moved = card.is_right(placed), card.moved(placed)
        return Judged(
            given,
            right,
            suggested(right),
            steps=card.steps,
            had=tuple(had.get(step) for step in range(len(card.steps))),
            moved=tuple(step in moved for step in range(len(card.steps))),
            explanation=card.why,
        )

    def sides(self, card: Order) -> tuple[str, str]:
        asked = [card.steps[place] for place in shuffled(card, SEED)]
        return paragraphs(card.question, bullets(asked)), paragraphs(numbered(card.steps), card.why)


ORDER = OrderCards()
