"""What the lesson on momentum says of its stability and its speed."""

import numpy as np
import pytest


def slowest(rate: float, beta: float, curvatures: list[float]) -> float:
    """The largest factor of the error a step of heavy ball, in the long run."""
    return max(
        float(abs(np.linalg.eigvals(np.array([[1 + beta - rate * c, -beta], [1, 0]]))).max()) for c in curvatures
    )


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9])
def test_momentum_is_stable_as_far_as_its_lesson_says(beta: float) -> None:
    limit = 2 * (1 + beta) / 25
    assert slowest(0.999 * limit, beta, [25.0]) < 1 < slowest(1.001 * limit, beta, [25.0])


def test_momentum_is_as_fast_as_its_lesson_says() -> None:
    best = (9 / 11) ** 2
    assert slowest(4 / 11**2, best, [1.0, 30.0, 100.0]) == pytest.approx(9 / 11, abs=1e-6)
    around = [(rate, beta) for rate in (0.03, 0.033, 0.036) for beta in (0.6, 0.67, 0.74)]
    assert all(slowest(rate, beta, [1.0, 100.0]) > 9 / 11 for rate, beta in around)
