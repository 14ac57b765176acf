"""Text that hostile code had a hand in, made fit to show: bounded, encodable, with no codes that command a terminal."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from sharpen.domain.verdict import CheckResult, TrialResult

Result = TypeVar("Result", CheckResult, TrialResult)

LONGEST, MOST_PRINTED = 8000, 65 << 10
"""Characters that a field of a result may have, and what was printed (an honest child stops at 64 KiB itself)."""

CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def legible(text: str, longest: int = LONGEST) -> str:
    """The text, cut at `longest` characters; control characters and lone surrogates are written as escapes."""
    text = text if len(text) <= longest else f"{text[:longest]}\n… (cut at {longest:,} characters)"
    return text.translate(CONTROLS).encode("utf-8", "backslashreplace").decode()


def legible_result(result: Result) -> Result:
    """The result with every text of it legible."""
    texts = {field.name: getattr(result, field.name) for field in fields(result)}
    limits = dict.fromkeys(texts, LONGEST) | {"printed": MOST_PRINTED}
    # Verdicts and kinds are strings too, but our own.
    shown: dict[str, Any] = {n: legible(text, limits[n]) for n, text in texts.items() if type(text) is str}
    return replace(result, **shown)
