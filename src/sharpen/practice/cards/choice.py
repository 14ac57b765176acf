"""Choice cards: one or several options are right."""

from string import ascii_uppercase

from sharpen.domain.card import Choice
from sharpen.domain.item import ItemKind
from sharpen.domain.session import Given
from sharpen.practice.cards.card import SEED, CardExercise, places, suggested
from sharpen.practice.cards.markdown import bullets, paragraphs
from sharpen.practice.cards.shuffling import shuffled
from sharpen.practice.items.asked import Judged, Marked, Shown


class ChoiceCards(CardExercise[Choice]):
    """Options to choose from, shuffled for each showing."""

    kind = ItemKind.CHOICE
    card = Choice
    usual_minutes = 0.5
    advice = "Say aloud why each wrong option is wrong, and read the lesson once more."
    to_answer = "Choose first"

    def show(self, card: Choice, seed: int) -> Shown:
        options = tuple(card.options[place].text for place in shuffled(card, seed))
        return Shown(card.question, options, sum(option.right for option in card.options) > 1)

    def judge(self, card: Choice, seed: int, given: Given) -> Judged:
        order = shuffled(card, seed)
        chosen = places(given, len(order))
        right = card.is_right([order[place] for place in chosen])
        shown = [card.options[place] for place in order]
        options = (Marked(option.text, option.right, place in chosen, option.why) for place, option in enumerate(shown))
        return Judged(given, right, suggested(right), tuple(options))

    def sides(self, card: Choice) -> tuple[str, str]:
        shown = [card.options[place] for place in shuffled(card, SEED)]
        options = list(zip(ascii_uppercase, shown, strict=False))
        asked = bullets([f"**{letter}** {option.text}" for letter, option in options])
        right = " and ".join(f"**{letter}**" for letter, option in options if option.right)
        why = [f"**{letter}** {'Right' if option.right else 'Wrong'}. {option.why}" for letter, option in options]
        return paragraphs(card.question, asked), paragraphs(right, bullets(why))


CHOICE = ChoiceCards()
