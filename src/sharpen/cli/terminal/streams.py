"""Standard input and output as they are found: closed ones, and those that cannot show every sign."""

# ruff: noqa: RUF001 (signs that look alike are the point)

import codecs
import os
import sys
import unicodedata

SIGNS = {
    "│": "|", "─": "-", "━": "-", "·": "-", "•": "*", "…": "...", "–": "-", "−": "-", "✓": "ok", "✗": "x", "└": "`",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "→": "->", "←": "<-", "×": "x", "‖": "||", "√": "sqrt ", "∈": "in",
    "“": '"', "”": '"', "‘": "'", "’": "'", "∞": "inf", "⊙": "*", "ᵀ": "^T",
}  # fmt: skip
"""How signs are written where they cannot be shown."""


def prepare() -> bool:
    """Make the three standard streams usable; False when there is nowhere to print to.

    A descriptor that is closed would else be taken by the next file or pipe that is opened, and written to.
    """
    shut = [descriptor for descriptor in range(3) if not _is_open(descriptor)]
    for descriptor in shut:
        os.open(os.devnull, os.O_RDWR)  # takes the lowest that is free, so this one
        os.set_inheritable(descriptor, True)  # the judge's processes need it as well
        opened = os.fdopen(descriptor, "r" if descriptor == 0 else "w", encoding="utf-8", closefd=False)
        setattr(sys, ("stdin", "stdout", "stderr")[descriptor], opened)
    codecs.register_error("sharpen.plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and ":" not in os.environ.get("PYTHONIOENCODING", ""):
            stream.reconfigure(errors="sharpen.plain")
    return 1 not in shut


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def _plain(error: UnicodeError) -> tuple[str, int]:
    """For an encoder: what to write in place of what it cannot."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_in_ascii, error.object[error.start : error.end])), error.end


def _in_ascii(char: str) -> str:
    if char in SIGNS:
        return SIGNS[char]
    name, parts = unicodedata.name(char, ""), unicodedata.normalize("NFKD", char)
    plain = parts.replace("\u2044", "/").encode("ascii", "ignore").decode()
    if "GREEK" in name:
        letter = name.rpartition(" LETTER ")[2].partition(" ")[0]
        return letter.capitalize() if "CAPITAL" in name else letter.lower()
    if "VULGAR FRACTION" in name:
        return f" {plain}"
    if "SUPERSCRIPT" in name:
        return f"^{plain}"
    if unicodedata.combining(char):
        return ""
    return plain or char.encode("ascii", "backslashreplace").decode()
