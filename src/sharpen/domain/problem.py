"""Problems: a task an interviewer sets, and the contract of its answer."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Difficulty(StrEnum):
    """How hard a problem is: easy takes 10-15 minutes, medium 20-30, hard 35-50."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Profile(StrEnum):
    """The packages, beside the standard library, that a submission finds imported and may use: its name, then those."""

    packages: tuple[str, ...]

    STDLIB = "stdlib"
    NUMPY = "numpy", "numpy"
    SCIPY = "scipy", "numpy", "scipy"
    TORCH = "torch", "numpy", "torch"
    LAB = "lab", "numpy", "scipy", "sklearn", "lightgbm", "implicit", "bm25s"

    def __new__(cls, name: str, *packages: str) -> "Profile":
        profile = str.__new__(cls, name)
        profile._value_, profile.packages = name, packages
        return profile


_SITES = {"leetcode": "LeetCode"}
_TITLES = {
    "numpy": "NumPy",
    "scipy": "SciPy",
    "torch": "PyTorch",
    "sklearn": "scikit-learn",
    "lightgbm": "LightGBM",
}


def libraries(packages: Iterable[str]) -> str:
    """What code may use that is judged with these packages: `NumPy and the standard library`."""
    titles = [_TITLES.get(package, package) for package in packages]
    return f"{', '.join(titles)}{' and ' if titles else ''}the standard library"


PACKAGES = frozenset(package for profile in Profile for package in profile.packages)
"""Every package that some profile has."""


@dataclass(frozen=True)
class Limits:
    """What one submission may use: CPU and wall seconds, memory in MiB beyond the profile's own, output in MiB.

    The CPU time is that of all checks together.
    """

    cpu: float = 2.0
    wall: float = 6.0
    memory: int = 512
    output: int = 16


@dataclass(frozen=True)
class Problem:
    """What is known of a problem without reading its texts.

    `entry` names the functions or classes a submission must define; `version` is a digest of
    everything that decides a verdict, so that an old verdict can be distinguished from a current one.
    `place` is the author's, among the problems of the topic; those without one follow by difficulty.
    `kin` names problems elsewhere that train the same, each as site, number and title: `leetcode:704 Binary Search`.
    With `torch` it may be answered in PyTorch as well.
    """

    slug: str
    title: str
    topic: str
    difficulty: Difficulty
    minutes: int
    entry: tuple[str, ...]
    version: str
    summary: str = ""
    also: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    place: int | None = None
    level: str = ""
    since: str = ""
    profile: Profile = Profile.NUMPY
    torch: bool = False
    limits: Limits = field(default_factory=Limits)

    @property
    def relatives(self) -> str:
        """In words, the problems elsewhere that train the same; shown with the solution, empty where there are none."""
        named = (each.partition(":") for each in self.kin)
        listed = [f"{_SITES.get(site, site)} {number.replace(' ', ', ', 1)}" for site, _, number in named]
        return f"Elsewhere this is trained by {'; '.join(listed)}." if listed else ""

    @property
    def packages(self) -> frozenset[str]:
        """Every package that some answer to it may use."""
        return frozenset(self.profile.packages + (Profile.TORCH.packages if self.torch else ()))

    def profile_of(self, answer: str) -> Profile:
        """The packages that an answer finds: PyTorch, where it may import that and does."""
        return Profile.TORCH if self.torch and in_torch(answer) else self.profile

    @property
    def terms(self) -> str:
        """What an answer may use, in words; shown below the statement."""
        torch = "An answer that imports torch is judged with PyTorch, and given tensors. " if self.torch else ""
        return (
            f"Judged with {libraries(self.profile.packages)}; other packages are not there. {torch}All checks together "
            f"may take {self.limits.cpu:g} s of CPU time, and {self.limits.memory} MiB of memory."
        )


def in_torch(answer: str) -> bool:
    """Whether an answer is written in PyTorch: a line of it begins by importing that."""
    return _IMPORTS_TORCH.search(answer) is not None


_IMPORTS_TORCH = re.compile(r"^(?:import|from)[ \t]+torch\b", re.MULTILINE)
