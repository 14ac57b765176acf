"""Forms: what a page sends, read with care."""

from starlette.datastructures import FormData

from sharpen.practice.errors import BadAnswer, BadPlan

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


def places_in(form: FormData) -> tuple[int, ...]:
    """The places chosen or ticked, or the steps in the order they were given. Raises BadAnswer."""
    positions = [str(position) for position in form.getlist("position")]
    if not any(positions):
        chosen = (str(value) for name, value in form.multi_items() if name == "place" or name.startswith("part-"))
        return tuple(place for each in chosen if (place := whole(each)) is not None)
    if sorted(positions) != sorted(str(rank) for rank in range(1, len(positions) + 1)):
        left = positions.count("")
        raise BadAnswer(
            f"{left} step{'s have' if left > 1 else ' has'} no place yet."
            if left
            else f"Give each step a place of its own, from 1 to {len(positions)}."
        )
    return tuple(sorted(range(len(positions)), key=lambda place: int(positions[place])))
