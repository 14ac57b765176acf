"""Formulas in a terminal read as a person would write them in a line."""

from pathlib import Path

import pytest

from sharpen.cli.terminal.formulas import FENCED, FORMULA, plain, readable, unformatted

CONTENT = Path(__file__).parents[2] / "content"


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
        (r"\ln\frac{1 + n}{1 + \text{df}(t)} + 1", "ln((1 + n)/(1 + df(t))) + 1"),
        (r"\sqrt 2 x_1", "√2 x_1"),
        (r"(1 - p)^T", "(1 - p)^T"),
        (r"\hat\mu + \hat{\theta}", "μ̂ + θ̂"),
        (r"13 \equiv 8 \iff k > 5", "13 ≡ 8 ⇔ k > 5"),
        (r"7\frac{2}{3}", "7⅔"),
        (r"7\tfrac{2}{3}", "7⅔"),
        (r"2 \frac{3}{7}", "2 3/7"),
        (r"x_1\frac{1}{n}", "x_1 1/n"),
        (r"\frac{n-1}{n}\sigma^2", "(n-1)/n σ²"),
        (r"\left(\frac{a}{b}\right)", "(a/b)"),
        (r"\frac12 x", "1/2 x"),
        (r"(0 \cdot {-1} + 1 \cdot {-3})/2", "(0 · -1 + 1 · -3)/2"),
        (r"W_{\{i,f,o\}} x", "W_{i,f,o} x"),
        (r"z \in \{0, 1\}", "z ∈ {0, 1}"),
        (r"\text{gain} = \$5", "gain = $5"),
        (r"\underbrace{(a - b)^2}_{\text{bias}^2}", "(a - b)²_(bias²)"),
    ],
)
def test_a_formula_in_plain_characters(tex: str, shown: str) -> None:
    assert plain(tex) == shown


def test_money_is_no_formula() -> None:
    text = r"A fraud costs \$500, an alarm \$5, and $p \le \frac{1}{2}$."
    assert unformatted(text) == "A fraud costs $500, an alarm $5, and p ≤ 1/2."
    assert readable(text) == "A fraud costs $500, an alarm $5, and `p ≤ 1/2`."


def test_no_formula_of_the_content_keeps_what_only_tex_can_read() -> None:
    for path in CONTENT.rglob("*.md"):
        for part in FENCED.split(path.read_text())[::2]:
            for match in FORMULA.finditer(part):
                tex = match[1] or match[2]
                shown = plain(tex)
                assert "\\" not in shown, (path, tex)
                assert shown.count("{") == tex.count(r"\{"), (path, tex, shown)
