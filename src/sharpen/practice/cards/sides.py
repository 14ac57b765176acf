"""Sides: a card of any kind as a question and its answer, Markdown, for where nothing can be judged."""

from sharpen.domain.card import Card, Choice, Generator, Order, Recall, show_number
from sharpen.practice.cards.asking import shuffled

SEED = 0
"""Which showing of a card it is: always the same one, so that exporting again changes nothing."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def sides(card: Card) -> tuple[str, str]:
    """The question of a card, with all that is needed to answer it, and the answer with all that explains it."""
    if isinstance(card, Choice):
        return _choice(card)
    if isinstance(card, Order):
        steps = [card.steps[place] for place in shuffled(card, SEED)]
        return _joined(card.question, _list(steps)), _joined(_list(card.steps, numbered=True), card.why)
    if isinstance(card, Generator):
        made = card.instance(SEED)
        answer = f"**{show_number(made.answer)}** {made.unit}".strip()
        return made.question, _joined(answer, made.explanation)
    return card.question, _recall(card)


def _choice(card: Choice) -> tuple[str, str]:
    options = [(letter, card.options[place]) for letter, place in zip(LETTERS, shuffled(card, SEED), strict=False)]
    right = " and ".join(f"**{letter}**" for letter, option in options if option.right)
    asked = _list([f"**{letter}** {option.text}" for letter, option in options])
    why = [f"**{letter}** {'Right' if option.right else 'Wrong'}. {option.why}" for letter, option in options]
    return _joined(card.question, asked), _joined(right, _list(why))


def _recall(card: Recall) -> str:
    points = _joined("A good answer says:", _list(card.points)) if card.points else ""
    wrong = _joined("It is not so that:", _list(card.misconceptions)) if card.misconceptions else ""
    return _joined(card.answer, points, wrong)


def _list(texts: list[str] | tuple[str, ...], *, numbered: bool = False) -> str:
    """A Markdown list; what follows the first line of a text is indented, and so stays part of it."""
    heads = [f"{number}. " if numbered else "- " for number in range(1, len(texts) + 1)]
    return "\n".join(head + text.replace("\n", "\n" + " " * len(head)) for head, text in zip(heads, texts, strict=True))


def _joined(*parts: str) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip())
