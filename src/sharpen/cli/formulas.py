"""Formulas in a terminal: the TeX of a text turned into what a line of characters can show."""

# ruff: noqa: RUF001 (Greek letters are the point)

import re
from collections.abc import Callable

SIGNS = {
    r"\alpha": "α", r"\beta": "β", r"\gamma": "γ", r"\delta": "δ", r"\epsilon": "ε", r"\varepsilon": "ε",
    r"\eta": "η", r"\theta": "θ", r"\lambda": "λ", r"\mu": "μ", r"\nu": "ν", r"\pi": "π", r"\rho": "ρ",
    r"\sigma": "σ", r"\tau": "τ", r"\phi": "φ", r"\omega": "ω", r"\Delta": "Δ", r"\Sigma": "Σ", r"\Omega": "Ω",
    r"\le": "≤", r"\leq": "≤", r"\ge": "≥", r"\geq": "≥", r"\ne": "≠", r"\neq": "≠", r"\approx": "≈", r"\sim": "~",
    r"\times": "×", r"\cdot": "·", r"\cdots": "…", r"\ldots": "…", r"\dots": "…", r"\pm": "±", r"\in": "∈",
    r"\sum": "Σ", r"\prod": "Π", r"\sqrt": "√", r"\infty": "∞", r"\partial": "∂", r"\nabla": "∇", r"\leftarrow": "←",
    r"\to": "→", r"\rightarrow": "→", r"\lVert": "‖", r"\rVert": "‖", r"\|": "‖", r"\lvert": "|", r"\rvert": "|",
    r"\lfloor": "⌊", r"\rfloor": "⌋", r"\lceil": "⌈", r"\rceil": "⌉", r"\mid": "|", r"\top": "ᵀ", r"\odot": "⊙",
    r"\max": "max", r"\min": "min", r"\log": "log", r"\exp": "exp", r"\ln": "ln", r"\arg": "arg", r"\bmod": "mod",
    r"\{": "{", r"\}": "}", r"\,": " ", r"\;": " ", r"\:": " ", r"\ ": " ", r"\!": "", r"\quad": "  ", r"\qquad": "   ",
    r"\left": "", r"\right": "", r"\big": "", r"\Big": "", r"\bigl": "", r"\bigr": "", r"\displaystyle": "",
}  # fmt: skip
RAISED = str.maketrans("0123456789+-=()nijkdT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱʲᵏᵈᵀ")
FENCED = re.compile(r"(^```.*?^```\s*$|`[^`\n]+`)", re.M | re.S)
FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+)\$", re.S)


def readable(text: str) -> str:
    """Markdown with its formulas as code, in plain characters, so that nothing in them is taken for emphasis."""
    return _replaced(text, lambda tex: f"`{plain(tex)}`")


def unformatted(text: str) -> str:
    """Markdown with its formulas in plain characters, to be read as it is."""
    return _replaced(text, plain)


def _replaced(text: str, shown: Callable[[str], str]) -> str:
    """The text with each formula shown otherwise; those that stand alone keep a line. Code is left alone."""

    def formula(match: re.Match[str]) -> str:
        return f"\n\n    {plain(match[1])}\n\n" if match[1] else shown(match[2])

    parts = FENCED.split(text)
    return "".join(part if number % 2 else FORMULA.sub(formula, part) for number, part in enumerate(parts))


def plain(tex: str) -> str:
    """One formula in plain characters: `x_i^2 \\le \\frac{a}{b}` as `x_i² ≤ a/b`."""
    text = " ".join(tex.split())
    text = re.sub(
        r"\\(?:text|texttt|mathrm|mathbf|mathbb|operatorname\*?|boldsymbol|hat|bar|tilde|vec)\s*\{([^{}]*)\}",
        r"\1",
        text,
    )
    for _ in range(3):
        text = re.sub(r"\\[td]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", lambda m: f"{_group(m[1])}/{_group(m[2])}", text)
    text = re.sub(
        r"(\\l(?:Vert|vert|floor|ceil))(?![A-Za-z]) *| *(\\r(?:Vert|vert|floor|ceil))(?![A-Za-z])",
        lambda m: SIGNS[m[1] or m[2]],
        text,
    )
    text = re.sub(r"\\(?:[A-Za-z]+|[^A-Za-z])", lambda m: SIGNS.get(m[0], m[0].lstrip("\\")), text)
    text = re.sub(r"\^\{([0-9+\-nijkdT]+)\}|\^([0-9nijkdTᵀ])", lambda m: (m[1] or m[2]).translate(RAISED), text)
    return re.sub(r"\{([^{}\s,])\}", r"\1", re.sub(r" {2,}", " ", text)).strip()


def _group(text: str) -> str:
    return text if re.fullmatch(r"\\?[A-Za-z]+|\d+", text) else f"({text})"
