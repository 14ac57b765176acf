#!/bin/sh
# hmmlearn 0.3.3: GaussianHMM.fit is documented as EM, yet with its defaults it does not reach the likelihood's maximum:
# covars_prior = 0.01 is added to the sum of squares of each state before it is divided. With one state, where the
# maximum is the variance of the data, what comes out is that variance + 0.01 / n, which for data of small scale (returns
# per day, rates) is several times the truth. covars_prior=0 gives the variance; so does scaling the data first, nearly.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check hmmlearn==0.3.3 numpy==2.4.6 scikit-learn==1.9.1
"$dir/venv/bin/python" - <<'PYTHON'
import numpy as np
from hmmlearn.hmm import GaussianHMM

x = 0.01 * np.random.default_rng(0).standard_normal((50, 1))
by_default = GaussianHMM(1, n_iter=100, tol=1e-12).fit(x).covars_.item()
without = GaussianHMM(1, n_iter=100, tol=1e-12, covars_prior=0).fit(x).covars_.item()
print(f"variance {x.var():.3e}, fitted {by_default:.3e}, fitted with covars_prior=0 {without:.3e}")
assert np.isclose(by_default, x.var() + 0.01 / len(x), rtol=1e-9)
assert np.isclose(without, x.var(), rtol=1e-9)
assert by_default > 3 * x.var()
PYTHON
