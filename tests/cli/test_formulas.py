"""Formulas in a terminal read as a person would write them in a line."""

import pytest

from sharpen.cli.terminal.formulas import plain


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"x_i^2 \le \frac{a}{b}", "x_i² ≤ a/b"),
        (r"\frac12", "1/2"),
        (r"\frac{\frac12}{n}", "(1/2)/n"),
        (r"\frac{1}{n_{ij}}", "1/(n_ij)"),
        (r"\sum_{t=1}^{T} x_t", "Σ[t=1..T] x_t"),
        (r"\bar w", "w̄"),
        (r"\hat{y}_i", "ŷ_i"),
        (r"\mathbb{R}^d", "Rᵈ"),
        (r"\sqrt{\lambda t}", "√(λ t)"),
        (r"\langle w, x \rangle", "⟨w, x⟩"),
        (r"\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}", "1 x > 0; 0 otherwise"),
        (r"10^{-8}", "10⁻⁸"),
        (r"\frac{1}{1 + e^{-z}}", "1/(1 + e^(-z))"),
        (r"r^{1/d}", "r^(1/d)"),
        (r"50{,}257", "50,257"),
        (r"X^\top X = \begin{pmatrix} 2 & -1 \\ -1 & 3 \end{pmatrix}", "Xᵀ X = [2, -1; -1, 3]"),
        (r"\frac{1}{2}\ln\frac{1 - \varepsilon}{\varepsilon}", "1/2 ln((1 - ε)/ε)"),
        (r"\ln\frac{0.7}{0.3}", "ln(0.7/0.3)"),
        (r"\sqrt 2 x_1", "√2 x_1"),
        (r"(1 - p)^T", "(1 - p)^T"),
        (r"\hat\mu + \hat{\theta}", "μ̂ + θ̂"),
        (r"13 \equiv 8 \iff k > 5", "13 ≡ 8 ⇔ k > 5"),
        (r"\underbrace{(a - b)^2}_{\text{bias}^2}", "(a - b)²_(bias²)"),
    ],
)
def test_a_formula_in_plain_characters(tex: str, shown: str) -> None:
    assert plain(tex) == shown
