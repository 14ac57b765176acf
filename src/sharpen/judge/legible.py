"""Text that hostile code had a hand in, made fit to show: bounded, encodable, with no codes that command a terminal."""

from dataclasses import replace
from typing import Any, TypeVar

from sharpen.domain.verdict import CheckResult, TrialResult

Result = TypeVar("Result", CheckResult, TrialResult)

LONGEST, MOST_PRINTED = 8000, 65 << 10
"""Characters that a field of a result may have, and what was printed (an honest child stops at 64 KiB itself)."""

CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def legible(text: str, longest: int = LONGEST) -> str:
    """The text, cut at `longest` characters; control characters and lone surrogates are written as escapes."""
    if len(text) <= longest and text.isascii() and text.isprintable():
        return text
    text = text if len(text) <= longest else f"{text[:longest]}\n… (cut at {longest:,} characters)"
    return text.translate(CONTROLS).encode("utf-8", "backslashreplace").decode()


def legible_result(result: Result) -> Result:
    """The result with every text of it legible."""
    # Verdicts and kinds are strings too, but our own.
    texts = {name: text for name, text in vars(result).items() if text and type(text) is str}
    limits = {"printed": MOST_PRINTED}
    shown: dict[str, Any] = {name: legible(text, limits.get(name, LONGEST)) for name, text in texts.items()}
    return replace(result, **shown) if shown != texts else result
