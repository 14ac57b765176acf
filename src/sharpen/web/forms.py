"""Forms: what a page sends, read with care."""

from starlette.datastructures import FormData

from sharpen.practice.errors import BadPlan

LONGEST_WHOLE = 15
"""Digits of the largest whole number that anything here asks for; `int` refuses thousands of them with an error."""


def number(form: FormData, name: str) -> float:
    """What a script of ours measured; 0 without scripts, or for nonsense."""
    try:
        return float(str(form.get(name, 0)))
    except ValueError:
        return 0.0


def whole(text: str) -> int | None:
    """A whole number, not negative, in the digits that we write; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_WHOLE else None


def weights_in(form: FormData) -> dict[str, float]:
    """The weights in a form. Raises BadPlan for what is no number."""
    try:
        return {name: float(str(value)) for name, value in form.items()}
    except ValueError:
        raise BadPlan("A weight is a number from 0 to 4. Nothing was changed.") from None
