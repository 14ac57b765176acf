"""A name for what a file holds, which changes with any byte of it."""

import hashlib


def digest(content: bytes) -> str:
    """Sixteen letters and digits that no other content has but by a chance nobody meets."""
    return hashlib.sha256(content).hexdigest()[:16]
