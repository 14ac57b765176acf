"""Mistakes in the hinge loss."""

from tests.content.mistakes import Mistake

MISTAKES = (
    Mistake("hinge-loss/mean-hinge", "the sum", lambda rows, power: sum(max(0, 1 - y * f) ** power for y, f in rows)),
)
