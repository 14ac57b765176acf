"""Every numeric card of the library: its answer is found another way, and a wrong one is not accepted."""

import pkgutil
from importlib import import_module
from random import Random

import pytest

from tests.content import ways
from tests.content.mistakes import Mistake, every_mistake
from tests.content.recomputing import WAYS, generators, instance, typed

MISTAKES = every_mistake()
SEEDS = 50
NEAR_ZERO = {"auc/auc-with-ties", "confusion-matrix/one-metric", "logistic-loss/best-score", "sgd/epoch-by-hand"}
"""Cards whose answer may come so near to zero that their tolerance is more than 12 % of it."""

for module in pkgutil.iter_modules(ways.__path__, f"{ways.__name__}."):
    import_module(module.name)


def test_every_numeric_card_has_another_way() -> None:
    missing = sorted(generators().keys() - WAYS.keys())
    assert not missing, f"no way to the answer of {', '.join(missing)}; add one to a file of tests/content/ways"


def test_every_way_and_every_mistake_is_of_a_card() -> None:
    named = WAYS.keys() | {mistake.card for mistake in MISTAKES} | NEAR_ZERO
    unknown = sorted(named - generators().keys())
    assert not unknown, f"there is no numeric card {', '.join(unknown)}"


@pytest.mark.parametrize("card", sorted(WAYS))
def test_the_answer_is_found_another_way(card: str) -> None:
    for seed in range(SEEDS):
        made, numbers = instance(card, seed)
        found = WAYS[card].compute(*numbers)
        assert found == pytest.approx(float(made.answer), rel=1e-6, abs=1e-7), (seed, made.question)
        assert made.is_right(typed(found, made.answer, made.tolerance)), (seed, made.question)


def test_no_tolerance_is_so_wide_that_zero_or_an_answer_12_percent_off_is_right() -> None:
    for card, generator in generators().items():
        for seed in range(SEEDS):
            made = generator.make(Random(seed))
            if made.answer:
                least = abs(float(made.answer)) * (1 if card in NEAR_ZERO else 0.12)
                assert made.tolerance < least, (card, seed, made.question)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.card}: {mistake.what}")
def test_a_likely_mistake_is_not_accepted(mistake: Mistake) -> None:
    rejected = 0
    for seed in range(4 * SEEDS):
        made, numbers = instance(mistake.card, seed)
        if not mistake.harmless(*numbers):
            wrong = float(mistake.gives(*numbers))
            assert abs(wrong - float(made.answer)) > made.tolerance, (seed, numbers, made.question)
            rejected += 1
    assert rejected, "harmless on every seed"
