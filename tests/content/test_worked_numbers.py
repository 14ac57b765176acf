"""The numbers that lessons work out by hand are the numbers that come out."""

import re
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from sharpen.content.library import bundled
from tests.content.recomputing import floats
from tests.content.ways.choosing import entries_of_triangles, root_of_volume, where_answers_cost_the_same
from tests.content.ways.ensembles import (
    best_say,
    binomial_tail,
    first_stage,
    minimal_exponential_loss,
    never_drawn,
    objective_of,
    sum_of_covariances,
    sum_of_weights,
)
from tests.content.ways.linear import columns, explicit_features, polyfit_slope, where_densities_meet
from tests.content.ways.logistic import numerical_step
from tests.content.ways.trees import stump_gain, where_costs_meet


def newton(gradient: float, hessian: float) -> float:
    return -objective_of(gradient, hessian, 1)


def logistic_cost(weight: float, intercept: float) -> float:
    x, y = floats([-1, 1, 2]), floats([0, 1, 1])
    return float(np.logaddexp(0, (1 - 2 * y) * (weight * x + intercept)).mean())


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("tree-training-and-stopping", "0.420", lambda: stump_gain((4, 0), (2, 4), "entropy")),
    ("tree-training-and-stopping", "0.213", lambda: stump_gain((4, 0), (2, 4), "gini")),
    ("tree-inference-and-pruning", "0.02", lambda: where_costs_meet(10, 4, 4, 100)),
    ("bagging-vs-boosting", "0.307", lambda: sum_of_covariances(1, Fraction(3, 10), 100)),
    ("bagging-vs-boosting", "0.837", lambda: binomial_tail(5, Fraction(7, 10))),
    ("random-forest", "0.349", lambda: never_drawn(10, 10)),
    ("adaboost", "0.424", lambda: best_say(3, 10)),
    ("adaboost", "0.917", lambda: sum_of_weights(0.3)),
    ("adaboost", "0.1667", lambda: minimal_exponential_loss(np.ones(10), np.arange(10) < 3)[1][0]),
    ("adaboost", "0.0714", lambda: minimal_exponential_loss(np.ones(10), np.arange(10) < 3)[1][9]),
    ("gradient-boosting", "4.25", lambda: first_stage([1, 2], [6, 7], Fraction(1, 10))),
    ("xgboost", "0.847", lambda: newton(-1, 1) + newton(1.5, 0.75) - newton(0.5, 1.75)),
    ("xgboost", "1.695", lambda: 2 * (newton(-1, 1) + newton(1.5, 0.75) - newton(0.5, 1.75))),
    ("parametric-vs-nonparametric", "0.63", lambda: root_of_volume(1, 10)),
    ("parametric-vs-nonparametric", "65", lambda: entries_of_triangles(10, 1)),
    ("linear-vs-nonlinear", "36", lambda: explicit_features([1, 2], [3, 1])),
    ("linear-vs-nonlinear", "5151", lambda: columns(100, 2)),
    ("least-squares-and-residuals", "1.2", lambda: polyfit_slope([0, 1, 2, 3], [1, 2, 2, 5])),
    ("least-squares-and-residuals", "1.8", lambda: np.polyfit([0, 1, 2, 3], [1, 2, 2, 5], 1, full=True)[1][0]),
    ("logistic-cost-and-sigmoid", "0.667", lambda: numerical_step([-1, 1, 2], [0, 1, 1], 1.0)),
    ("logistic-cost-and-sigmoid", "0.345", lambda: logistic_cost(2 / 3, 1 / 6)),
    ("linear-discriminant-analysis", "5.386", lambda: where_densities_meet(2, 6, 4, 8)),
    ("classification-regression-clustering", "0.1", lambda: where_answers_cost_the_same(1, 9)),
    ("classification-regression-clustering", "4", lambda: float(np.mean([1, 2, 3, 10]))),
]
"""Topic, the number as its lesson shows it, and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    lesson = (bundled() / "topics" / "breadth" / topic / "lesson.md").read_text("utf-8")
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?![\d]|\.\d)", lesson), f"the lesson does not show {shown}"
    assert round(compute(), len(shown.partition(".")[2])) == float(shown)
