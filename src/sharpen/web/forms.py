"""Forms: what a page sends, read with care."""

from starlette.datastructures import FormData


def number(form: FormData, name: str) -> float:
    """What a script of ours measured; 0 without scripts, or for nonsense."""
    try:
        return float(str(form.get(name, 0)))
    except ValueError:
        return 0.0
