"""Ids of what is kept and of edits, and the seeds of attempts."""

import secrets
import time

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Digits that are not taken for each other (Crockford's base 32)."""


def new_id() -> str:
    """A new id, 18 characters; later ones sort after earlier ones (to the millisecond)."""
    number = time.time_ns() // 1_000_000 << 40 | secrets.randbits(40)
    return "".join(ALPHABET[number >> shift & 31] for shift in range(85, -1, -5))


def new_edit() -> str:
    """An edit that was typed on no page: one of ours."""
    return f"{new_id()}.0"


MOST_SEED = 2**31
"""Seeds are below it."""


def new_seed() -> int:
    """A new seed, which nobody can foretell."""
    return secrets.randbelow(MOST_SEED)
