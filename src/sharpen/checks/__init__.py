"""The vocabulary that checks.py files are written in.

A problem's `checks.py` defines one list, `CHECKS`, in the order a reviewer would ask::

    from sharpen import checks

    CHECKS = [
        checks.example("The example in the statement", checks.call("mean", [1, 2, 6]), 3.0),
        checks.oracle("Random lists", "mean", inputs, sizes=[1, 2, 50], expected=statistics.fmean),
    ]
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpen.checks.alternatives import any_order, one_of, relinked, same_clusters, up_to_sign
    from sharpen.checks.calls import (
        Call,
        binary_tree,
        call,
        die,
        floats,
        generator,
        graph,
        linked_list,
        python_random,
        script,
        stream,
        uniforms,
        weighted_stream,
        words,
    )
    from sharpen.checks.check import Candidate, Case, Check, Failed, Finding
    from sharpen.checks.comparing import Difference, close, exactly
    from sharpen.checks.every_input import exhaustive
    from sharpen.checks.inputs import names
    from sharpen.checks.measures import gradient, growth, memory, statistics
    from sharpen.checks.nodes import Nodes
    from sharpen.checks.sequences import sequence
    from sharpen.checks.showing import show
    from sharpen.checks.sources import exact_chances, follows_source, stateless
    from sharpen.checks.standard import reference
    from sharpen.checks.tails import biased, dependent, draws_to_detect, off_mean
    from sharpen.checks.universes import graphs, lists, orders, texts, trees
    from sharpen.checks.vocabulary import (
        error,
        example,
        oracle,
        property,
        relation,
        stability,
        unchanged,
    )

__all__ = [
    "Call",
    "Candidate",
    "Case",
    "Check",
    "Difference",
    "Failed",
    "Finding",
    "Nodes",
    "any_order",
    "biased",
    "binary_tree",
    "call",
    "close",
    "dependent",
    "die",
    "draws_to_detect",
    "error",
    "exact_chances",
    "exactly",
    "example",
    "exhaustive",
    "floats",
    "follows_source",
    "generator",
    "gradient",
    "graph",
    "graphs",
    "growth",
    "linked_list",
    "lists",
    "memory",
    "names",
    "off_mean",
    "one_of",
    "oracle",
    "orders",
    "property",
    "python_random",
    "reference",
    "relation",
    "relinked",
    "same_clusters",
    "script",
    "sequence",
    "show",
    "stability",
    "stateless",
    "statistics",
    "stream",
    "texts",
    "trees",
    "unchanged",
    "uniforms",
    "up_to_sign",
    "weighted_stream",
    "words",
]

_HOMES = (
    "alternatives",
    "calls",
    "check",
    "comparing",
    "every_input",
    "inputs",
    "measures",
    "nodes",
    "sequences",
    "showing",
    "sources",
    "standard",
    "tails",
    "universes",
    "vocabulary",
)


def __getattr__(name: str) -> object:
    # Whoever only needs `sharpen.checks.calls` (the command line, the child of the stdlib profile) must not load NumPy.
    if name in __all__:
        for home in _HOMES:
            module = import_module(f"sharpen.checks.{home}")
            if name in vars(module):
                globals()[name] = vars(module)[name]
                return globals()[name]
    raise AttributeError(f"module 'sharpen.checks' has no attribute {name!r}")
