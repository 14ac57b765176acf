"""Scaffold: the files of a new problem, each with what its author must fill in marked TODO."""

import keyword
import re
import shutil
from pathlib import Path

from sharpen.authoring import class_templates
from sharpen.content.library import Library
from sharpen.domain.errors import SharpenError
from sharpen.domain.topic import Topic
from sharpen.files.whole import create

BLANK = re.compile(r"\{(entry|topic|since|argument|range)\}")


class CannotScaffold(SharpenError):
    """A new problem cannot be begun like this."""


PROBLEM = """\
title = "TODO: what the list of problems shows"
topic = "{topic}"
also = []                    # other topics it touches
difficulty = "medium"        # easy (10-15 minutes), medium (20-30) or hard (35-50)
minutes = 25
profile = "numpy"            # stdlib, numpy, scipy or torch
entry = ["{entry}"]
summary = "TODO: one line on what is asked."
level = "phone screen"       # where it is asked
since = "{since}"

[ranges.{argument}]              # TODO: what the statement allows, one table for each argument
{range}
"""
RANGES = {"values": "length = [1, 1000]\nvalues = [-1e6, 1e6]", "size": "values = [1, 1000]"}
"""By the argument that the files begin with, what it may be."""

DRILL = """\
# TODO: what a good solution costs, each time the right one first and then tempting wrong ones
time = ["O(n)", "O(n log n)", "O(n^2)"]
space = ["O(1)", "O(n)", "O(n^2)"]
words = ["TODO: quotes from the statement that give the pattern away"]
why = "TODO: what these words say."
tempting = "TODO: the topic that people choose wrongly"
cost = "TODO: what that costs, or where it breaks."
"""

STATEMENT = """\
TODO: the task as an interviewer says it: two sentences of context, then the contract. What are the shapes, what is
returned, what is raised, what happens at ties, at zero, for nothing at all?

### Example

TODO: one example that a person can verify by hand; it is run against the solution.

```pycon
>>> {entry}([1, 2, 6])
3.0
```

### Constraints

- TODO: sizes, ranges and types of the input.

### Follow-up

TODO: the question an interviewer asks next.
"""

HINTS = """\
## 1. TODO: the direction

TODO

## 2. TODO: the key identity

TODO

## 3. TODO: the skeleton

TODO
"""

NOTES = """\
## The idea

TODO

## Two alternatives

TODO: and when each is better.

## The follow-up

TODO: a strong answer.

## Sources

- TODO: author, title, year.
"""

SOLUTION = '''\
import numpy as np


def {entry}(values: np.ndarray) -> float:
    """TODO: what it does, in one line.

    Parameters
    ----------
    values : array of shape (n,)
        TODO

    Returns
    -------
    float
        TODO

    Notes
    -----
    TODO: the idea and the complexity. The starter leaves this section out.
    """
    raise NotImplementedError("TODO: the model solution, at most 60 lines")
'''

CHECKS = """\
import numpy as np

from sharpen import checks


def values(rng, size):
    return (rng.normal(size=size),)


def trusted(values):
    return float(np.mean(values))  # TODO: scikit-learn, SciPy or brute force; imported in here


def in_range(got, values):
    if not min(values) <= got <= max(values):  # TODO: what must be true of any right answer
        return "the answer lies outside the range of the values"
    return None


CHECKS = [
    checks.example("The example in the statement", checks.call("{entry}", [1, 2, 6]), 3.0),
    checks.oracle("Random values", "{entry}", values, [1, 2, 10, 100], expected=trusted),
    checks.property("The answer lies between the extremes", "{entry}", values, [1, 5, 50], holds=in_range),
    # TODO: stability, gradient, statistics, growth, error, unchanged, where they apply
]
"""

TRAP = """\
# caught by: TODO: the exact name of a check
# TODO: why people write this
"""


def scaffold(library: Library, root: Path, slug: str, topic_id: str, *, of_class: bool = False) -> Path:
    """Write the files of a new problem below a content folder; where they are. Raises CannotScaffold.

    With `of_class` its answer is a class, else a function.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise CannotScaffold(f"{slug!r} cannot name a problem: use lower case and hyphens, like k-means.")
    if slug in library.problems:
        raise CannotScaffold(f"There is a problem {slug} already, in {library.problems.folder(slug)}.")
    try:
        topic = library.outline.topic(topic_id)
    except KeyError:
        raise CannotScaffold(
            f"outline.toml has no topic {topic_id!r}. Name one of its topics with --topic, or add it there first; "
            "`sharpen content stats --json` lists them."
        ) from None
    folder = root / "topics" / topic.round / topic.id / slug
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        raise CannotScaffold(
            f"{folder} is there already. `sharpen content check {folder}` reports what it lacks."
        ) from None
    try:
        (folder / "traps").mkdir()
        for name, text in _files(slug, topic, of_class).items():
            create(folder / name, text)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)  # half of it would be in the way of the next try
        raise
    return folder


def _files(slug: str, topic: Topic, of_class: bool) -> dict[str, str]:
    from sharpen import __version__

    argument = "size" if of_class else "values"
    blanks = {
        "entry": _class_name(slug) if of_class else _function_name(slug),
        "topic": topic.id,
        "since": ".".join(__version__.split(".")[:2]),
        "argument": argument,
        "range": RANGES[argument],
    }
    texts = {"problem.toml": PROBLEM, "statement.md": STATEMENT, "hints.md": HINTS, "notes.md": NOTES}
    texts |= {"solution.py": SOLUTION, "checks.py": CHECKS}
    if of_class:
        texts |= {
            "statement.md": class_templates.STATEMENT,
            "solution.py": class_templates.SOLUTION,
            "checks.py": class_templates.CHECKS,
        }
    if "drill" in topic.wants:
        texts["drill.toml"] = DRILL
    texts |= {f"traps/todo_{number}.py": TRAP for number in ("one", "two", "three")}
    return {name: BLANK.sub(lambda blank: blanks[blank[1]], text) for name, text in texts.items()}


def _function_name(slug: str) -> str:
    name = re.sub(r"^(?=\d)", "_", slug.replace("-", "_"))
    return f"{name}_" if keyword.iskeyword(name) else name


def _class_name(slug: str) -> str:
    return re.sub(r"^(?=\d)", "_", "".join(word.capitalize() for word in slug.split("-")))
