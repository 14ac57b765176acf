"""Numeric cards: a number to work out, drawn afresh for each showing."""

from fractions import Fraction

from sharpen.domain.card import Generator, show_number
from sharpen.domain.item import ItemKind
from sharpen.domain.session import Given
from sharpen.practice.cards.card import SEED, CardExercise, suggested
from sharpen.practice.cards.markdown import paragraphs
from sharpen.practice.errors import BadAnswer
from sharpen.practice.items.asked import Judged, Shown


class NumericCards(CardExercise[Generator]):
    """A number to type; each seed is another instance."""

    kind = ItemKind.NUMERIC
    card = Generator
    usual_minutes = 1.5
    advice = "Work one instance on paper, slowly, beside the lesson; then ask it again."
    to_answer = "Type a number"
    seeded = True

    def show(self, card: Generator, seed: int) -> Shown:
        instance = card.instance(seed)
        return Shown(instance.question, unit=instance.unit)

    def judge(self, card: Generator, seed: int, given: Given) -> Judged:
        instance = card.instance(seed)
        try:
            right = bool(given.typed.strip()) and instance.is_right(given.typed)
        except ValueError as problem:
            raise BadAnswer(f"{str(problem)[:1].upper()}{str(problem)[1:]}.") from None
        return Judged(
            given,
            right,
            suggested(right),
            answer=show_number(instance.answer),
            decimal=_decimal(instance.answer),
            unit=instance.unit,
            explanation=instance.explanation,
        )

    def sides(self, card: Generator) -> tuple[str, str]:
        instance = card.instance(SEED)
        answer = f"**{show_number(instance.answer)}** {instance.unit}".strip()
        return instance.question, paragraphs(answer, instance.explanation)


def _decimal(number: int | float | Fraction) -> str:
    if not isinstance(number, Fraction) or number.denominator == 1:
        return ""
    short = show_number(float(number))
    return f"{'=' if Fraction(short) == number else '≈'} {short}"


NUMERIC = NumericCards()
