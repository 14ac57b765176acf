"""Proof of a topic's cards: their form, and every generator on two hundred seeds."""

import ast
import math
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import assert_never

from sharpen.authoring.finding import Finding
from sharpen.content.cards import read_cards
from sharpen.domain.card import Card, Choice, Generator, Numeric, Order, Recall, show_number

SEEDS = 200
FEWEST_INSTANCES = 20
"""A generator asks at least so many different questions in SEEDS seeds."""
LIGHT = {"math", "random", "fractions", "statistics", "itertools", "functools", "collections", "sharpen"}
"""What cards.py may import: the server runs it, and starts in a second."""
FEWEST_CARDS = 5
MOST_STEPS = 8


def prove_cards(folder: Path) -> Iterator[Finding]:
    """What is wrong with the cards of a topic folder."""
    cards, faults = read_cards(folder)
    for fault in faults:
        yield Finding(fault.path, fault.line, fault.message[:1].upper() + fault.message[1:] + ".")
    if cards and len(cards) < FEWEST_CARDS:
        yield Finding(folder / "cards.md", 0, f"There are {len(cards)} cards.", f"Write at least {FEWEST_CARDS}.")
    path = folder / "cards.py"
    if path.is_file() and all(fault.path != path for fault in faults):
        yield from _imports(path)
    for card in cards:
        yield from _card(folder, card)


def _imports(path: Path) -> Iterator[Finding]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            if name.split(".")[0] not in LIGHT:
                do = f"Use one of: {', '.join(sorted(LIGHT))}. Check against other libraries in the tests."
                yield Finding(path, getattr(node, "lineno", 0), f"cards.py imports {name}.", do)


def _card(folder: Path, card: Card) -> Iterator[Finding]:
    match card:
        case Choice():
            return _choice(folder / "cards.md", card)
        case Generator():
            return _generator(folder / "cards.py", card)
        case Order():
            return _order(folder / "cards.md", card)
        case Recall():
            return iter(())  # its form is all there is, and reading it proves that
        case _:
            assert_never(card)


def _choice(path: Path, card: Choice) -> Iterator[Finding]:
    texts = [option.text for option in card.options]
    if len(set(texts)) < len(texts):
        yield Finding(path, 0, f"{card.id}: two options are the same.")
    longest = max(len(text) for text in texts)
    right = [len(option.text) for option in card.options if option.right]
    second = sorted(map(len, texts))[-2]
    if len(right) == 1 and right[0] == longest > 1.6 * second:
        do = "Make a wrong option as long, or the right one shorter."
        yield Finding(path, 0, f"{card.id}: the right option gives itself away by its length.", do)


def _order(path: Path, card: Order) -> Iterator[Finding]:
    if len(card.steps) > MOST_STEPS:
        yield Finding(path, 0, f"{card.id}: {len(card.steps)} steps are too many to order.", "Ask for fewer.")


def _generator(path: Path, card: Generator) -> Iterator[Finding]:
    questions = set()
    for seed in range(SEEDS):
        try:
            first = card.instance(seed)
            again = card.instance(seed)
        except Exception as problem:
            yield Finding(path, 0, f"{card.id}, seed {seed}: {type(problem).__name__}: {problem}.")
            return
        fault = _instance(first) or ("the same seed gives two instances" if first != again else "")
        if fault:
            yield Finding(path, 0, f"{card.id}, seed {seed}: {fault}.")
            return
        questions.add(first.question)
    if len(questions) < FEWEST_INSTANCES:
        what = f"{card.id}: {SEEDS} seeds give only {len(questions)} different questions."
        yield Finding(path, 0, what, f"Draw from more values, for {FEWEST_INSTANCES} at least.")


def _instance(made: object) -> str:
    """What is wrong with one instance of a numeric card, or nothing."""
    if not isinstance(made, Numeric):
        return f"it returns a {type(made).__name__}, not a Numeric"
    if not isinstance(made.answer, int | float | Fraction) or isinstance(made.answer, bool):
        return f"the answer is a {type(made.answer).__name__}, not an int, float or Fraction"
    if not math.isfinite(made.answer):
        return f"the answer is {made.answer}"
    if isinstance(made.answer, float) and not made.tolerance > 0:
        return "the answer is a float, but there is no tolerance"
    if made.tolerance and made.tolerance > 0.05 * abs(float(made.answer)) and made.tolerance > 0.011:
        return f"the tolerance {made.tolerance:g} is wide for the answer {float(made.answer):g}"
    if not made.question.strip() or not made.explanation.strip():
        return "there is no question or no explanation"
    if not made.is_right(show_number(made.answer, 6)):
        return f"the answer {show_number(made.answer, 6)} is not accepted when typed with six digits"
    return ""
