"""Formulas in a terminal: the TeX of a text turned into what a line of characters can show."""

# ruff: noqa: RUF001 (Greek letters are the point)

import re
import unicodedata
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
    r"\langle": "⟨", r"\rangle": "⟩", r"\kappa": "κ", r"\psi": "ψ", r"\xi": "ξ", r"\chi": "χ", r"\ell": "ℓ",
    r"\Lambda": "Λ", r"\Phi": "Φ", r"\Theta": "Θ", r"\Gamma": "Γ", r"\propto": "∝", r"\mp": "∓", r"\gg": "≫",
    r"\ll": "≪", r"\mapsto": "↦", r"\cap": "∩", r"\cup": "∪", r"\int": "∫", r"\circ": "∘", r"\Vert": "‖",
    r"\equiv": "≡", r"\iff": "⇔",
    r"\,": " ", r"\;": " ", r"\:": " ", r"\ ": " ", r"\!": "", r"\quad": "  ", r"\qquad": "   ",
    r"\left": "", r"\right": "", r"\big": "", r"\Big": "", r"\bigl": "", r"\bigr": "", r"\displaystyle": "",
    r"\bigg": "", r"\Bigg": "", r"\biggl": "", r"\biggr": "", r"\Bigl": "", r"\Bigr": "", r"\textstyle": "",
}  # fmt: skip
RAISED = str.maketrans("0123456789+-=()nijkd", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱʲᵏᵈ")
LONGEST = 2_000
"""Characters of the longest formula that is rewritten; what is longer nobody could read in a line of characters."""
FENCED = re.compile(r"(^```.*?^```\s*$|`[^`\n]+`)", re.M | re.S)
FORMULA = re.compile(r"(?<!\\)(?:\$\$(.+?)\$\$|\$((?:\\.|[^$\\\n])+)\$)", re.S)
"""A formula; `\\$` is money, before one and inside it."""
OPEN, CLOSED = "\ue000", "\ue001"
"""Braces that are to be seen, while those that only group are taken away."""
MIXED = {
    "1/2": "½",
    "1/3": "⅓",
    "2/3": "⅔",
    "1/4": "¼",
    "3/4": "¾",
    "1/5": "⅕",
    "2/5": "⅖",
    "3/5": "⅗",
    "4/5": "⅘",
    "1/6": "⅙",
    "5/6": "⅚",
    "1/8": "⅛",
    "3/8": "⅜",
    "5/8": "⅝",
    "7/8": "⅞",
}
"""The fractions of mixed numbers such as 7⅔; 72/3 would be another number."""

ACCENTS = {"hat": "\u0302", "bar": "\u0304", "overline": "\u0304", "tilde": "\u0303", "vec": "\u20d7"}
GROUP = r"\{([^{}]*)\}"
MATRIX = re.compile(r"\\begin\{[pbv]?matrix\}\s*(.*?)\s*\\end\{[pbv]?matrix\}")
REWRITTEN: list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]] = [
    (re.compile(r"\{([,.])\}"), r"\1"),
    (MATRIX, lambda m: "[" + re.sub(r"\s*&\s*", ", ", m[1]) + "]"),
    (re.compile(r"\\[td]?frac\s*(\w)\s*(\w)"), r"\\frac{\1}{\2}"),
    (re.compile(r"\\[td]?frac\s*(\w)\s*(\\[A-Za-z]+)"), r"\\frac{\1}{\2}"),
    (re.compile(r"\\[td]?frac\s*(\w)\s*\{"), r"\\frac{\1}{"),
    (re.compile(r"\\(?:text|text[a-z]{2}|math[a-z]{2,4}|operatorname\*?|boldsymbol)\s*" + GROUP), r"\1"),
    (
        re.compile(r"\\(hat|bar|tilde)\s*(?:(\\[A-Za-z]+)|\{(\\[A-Za-z]+)\})"),
        lambda m: SIGNS.get(m[2] or m[3], m[2] or m[3]) + ACCENTS[m[1]],
    ),
    (
        re.compile(r"\\(hat|bar|overline|tilde|vec)\s*(?:" + GROUP + r"|([A-Za-z])(?![A-Za-z]))"),
        lambda m: (m[2] or m[3]) + (ACCENTS[m[1]] if len(m[2] or m[3]) == 1 else ""),
    ),
    (re.compile(r"\\math[a-z]{2}\s*([A-Za-z])(?![A-Za-z])"), r"\1"),
    (
        re.compile(r"\\(sum|prod)\s*_" + GROUP + r"\s*\^\s*(?:" + GROUP + r"|(\w))"),
        lambda m: f"{SIGNS[chr(92) + m[1]]}[{m[2]}..{m[3] or m[4]}] ",
    ),
    (re.compile(r"_" + GROUP), lambda m: f"_{m[1]}" if re.fullmatch(rf"\w+|{OPEN}.*{CLOSED}", m[1]) else f"_({m[1]})"),
    (re.compile(r"\^" + GROUP), lambda m: _raised(m[1].strip())),
    (re.compile(r"(\\(?:ln|log))\s*(\\[td]?frac\s*" + GROUP + r"\s*" + GROUP + ")"), r"\1(\2)"),
    (
        re.compile(r"(?<![\w.}])(\d+)\s*\\[td]?frac\s*\{(\d+)\}\s*\{(\d+)\}"),
        lambda m: m[1] + MIXED.get(f"{m[2]}/{m[3]}", f" {m[2]}/{m[3]}"),
    ),
    (
        re.compile(r"(?:(?<=[\w)}])(\s*))?\\[td]?frac\s*" + GROUP + r"\s*" + GROUP + r"(?=\s*(\\[A-Za-z]+|[\w(])?)"),
        lambda m: _fraction(m[1], m[2], m[3], m[4] or ""),
    ),
    (re.compile(r"\\underbrace\s*" + GROUP), r"\1"),
    (re.compile(r"\\sqrt\s+(\w)"), r"√\1"),
    (re.compile(r"(?<=[\w)}])\s*\\(ln|log)(?![A-Za-z])"), r" \\\1"),
    (re.compile(r"\\sqrt\s*" + GROUP), lambda m: f"√{_group(m[1])}"),
    (re.compile(r"\\binom\s*" + GROUP + r"\s*" + GROUP), r"C(\1, \2)"),
    (re.compile(r"\\(?:begin|end)\{(?:cases|aligned)\}"), ""),
    (re.compile(r"\s*\\\\\s*"), "; "),
    (re.compile(r"\s*&\s*"), " "),
    (re.compile(r"(\\l(?:Vert|vert|floor|ceil|angle))(?![A-Za-z]) *"), lambda m: SIGNS[m[1]]),
    (re.compile(r" *(\\r(?:Vert|vert|floor|ceil|angle))(?![A-Za-z])"), lambda m: SIGNS[m[1]]),
]
"""What is written in another form, in this order, again and again until nothing changes."""


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
    return "".join(
        part if number % 2 else FORMULA.sub(formula, part).replace(r"\$", "$") for number, part in enumerate(parts)
    )


def plain(tex: str) -> str:
    """One formula in plain characters: `x_i^2 \\le \\frac{a}{b}` as `x_i² ≤ a/b`."""
    text = " ".join(tex.split())
    if len(text) > LONGEST:
        return text
    text = text.replace(r"\{", OPEN).replace(r"\}", CLOSED)
    before = ""
    while before != text:  # from the inside out, for what stands inside another
        before = text
        for pattern, shown in REWRITTEN:
            text = pattern.sub(shown, text)
    text = re.sub(r"\\(?:[A-Za-z]+|[^A-Za-z])", lambda m: SIGNS.get(m[0], m[0].lstrip("\\")), text)
    text = re.sub(r"\^([0-9nijkdᵀ])", lambda m: m[1].translate(RAISED), text)
    text = re.sub(r"[{}]", "", re.sub(r" {2,}", " ", text)).strip()
    return unicodedata.normalize("NFC", text.replace(OPEN, "{").replace(CLOSED, "}"))


def _fraction(before: str | None, over: str, under: str, after: str) -> str:
    """A fraction apart from the factors before and after it, which would else join its numbers."""
    sign = SIGNS.get(after, after)
    factor = bool(sign) and (sign[0].isalnum() or sign[0] in "(√∂∇∫‖⌊⌈⟨")
    gap = "" if before is None else " "
    return f"{gap}{_group(over)}/{_group(under)}{' ' if factor else ''}"


def _group(text: str) -> str:
    return text if re.fullmatch(r"\\?[A-Za-z]+|\d+(?:\.\d+)?", text) else f"({text})"


def _raised(text: str) -> str:
    """An exponent in raised characters, or after a caret where there are none."""
    if all(ord(char) in RAISED for char in text):
        return text.translate(RAISED)
    return f"^{text}" if re.fullmatch(r"\\?[A-Za-z]+|\w|\*", text) else f"^({text})"
