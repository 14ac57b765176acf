"""How many of something, in words: 1 attempt, 2 attempts."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun, in the plural unless it is 1; `many` is the plural where an s alone does not make it."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
