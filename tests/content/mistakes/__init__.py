"""Mistakes that a learner is likely to make on numeric cards, which no tolerance may let through.

They stand in the modules of this package, whose names are those of `ways/`: a mistake is where the
other way to its card's answer is.
"""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from tests.content.recomputing import Compute


class Mistake(NamedTuple):
    """What a mistake on the card with this id gives, as a function of the numbers that the card's way is given.

    `harmless` says for which of them the mistake cannot be made or gives the right answer by construction.
    """

    card: str
    what: str
    gives: Compute
    harmless: Callable[..., bool] = lambda *_: False


def every_mistake() -> list[Mistake]:
    """The MISTAKES of all modules, in the order of the modules' names."""
    modules = [import_module(module.name) for module in pkgutil.iter_modules(__path__, f"{__name__}.")]
    return [mistake for module in modules for mistake in module.MISTAKES]
