"""The picture of the LSTM's lesson shows gradients as they are."""

import runpy
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from sharpen.content.library import bundled
from tests.content.recomputing import slope_of


@pytest.mark.parametrize("bias", [0.0, 1.0, 3.0])
def test_the_picture_of_the_lstm_shows_true_gradients(bias: float) -> None:
    from scipy.special import expit

    picture = runpy.run_path(str(bundled() / "topics/breadth/lstm/pictures.py"))
    units, steps = picture["UNITS"], picture["STEPS"]
    rng = np.random.default_rng(1)
    weights = rng.normal(0, 1 / np.sqrt(units), (4, units, units))
    drive = rng.normal(0, 0.5, (steps, 4, units))
    drive[:, 1] += bias

    def last(unit: NDArray[np.float64], moved: float) -> float:
        """The cells after the last step, if one of them is moved four steps before."""
        c = h = np.zeros(units)
        for step in range(steps):
            z = weights @ h + drive[step]
            i, f, o = expit(z[:3])
            c = f * c + i * np.tanh(z[3]) + (moved * unit if step == steps - 5 else 0)
            h = o * np.tanh(c)
        return float(c.sum() / np.sqrt(units))

    whole, _ = picture["gradient_norms"](bias)
    gradient = [slope_of(partial(last, unit), 0.0) for unit in np.eye(units)]
    assert whole[4] == pytest.approx(np.linalg.norm(gradient), rel=1e-6)
