"""What designs have learned, kept: the same code that is fitted on the same log need not learn it again.

What decides it is the code that learns, the log and the day, and what the design was before, which its own object says:
code that may keep something elsewhere is always trained.
"""

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from sharpen.checks.check import Failed
from sharpen.files.whole import replacing
from sharpen.labs.design import Design
from sharpen.labs.learning import learning

LARGEST = 64 << 20
"""Bytes of a state that is worth keeping."""


class Fits:
    """A folder of states by what they were learned from."""

    def __init__(self, folder: Path, source: str, world: str) -> None:
        """`world` says which log it is: the version of the lab and its seed."""
        self._folder, self._code, self._world = folder, learning(source), world

    def fit(self, design: Design, trail: bytes, day: int, learn: Callable[[], None]) -> None:
        """Let a design learn of a log, or put back what it learned of the same before. Raises what `learn` raises.

        `trail` and the day decide the log of a world, and all else that `learn` may tell. A design that has learned
        goes on as what was kept of it, so that it does the same whether it learned now or before.
        """
        before = design.state() if self._code is not None else b""
        if not 0 < len(before) <= LARGEST:
            self._code = None  # nor would what it learns be kept
            learn()
            return
        path = self._folder / f"{self._learned(before, trail, day)}.fit"
        try:
            kept = path.read_bytes()
        except OSError:
            kept = b""
        if not kept or not self._put_back(design, kept):
            learn()
            state = design.state()
            if 0 < len(state) <= LARGEST and self._put_back(design, state) and not kept:
                self._folder.mkdir(parents=True, exist_ok=True)
                with replacing(path) as unfinished:
                    unfinished.write_bytes(state)

    def _learned(self, before: bytes, trail: bytes, day: int) -> str:
        """A digest of all that decides what is learned."""
        digest = blake2b(f"{self._world}\0{self._code}\0{day}\0{trail.hex()}\0".encode(), digest_size=20)
        digest.update(before)
        return digest.hexdigest()

    def _put_back(self, design: Design, state: bytes) -> bool:
        """Let a design go on from a state; where that cannot be read back, from the one it is in. Raises Failed."""
        try:
            design.restore(state)
        except Failed as failure:
            if failure.fatal:
                raise
            self._code = None
            return False
        return True
