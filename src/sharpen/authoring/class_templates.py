"""What stands in the files of a new problem whose answer is a class, where it differs from one with a function."""

STATEMENT = """\
TODO: the task as an interviewer says it: two sentences of context, then the contract. What does each method take,
return and raise, what happens when nothing is there yet, what may time and memory grow with?

### Example

TODO: one example that a person can verify by hand; it is run against the solution.

```pycon
>>> recent = {entry}(2)
>>> [recent.add(item) for item in "abc"]
[1, 2, 2]
>>> recent.items()
['b', 'c']
```

### Constraints

- TODO: sizes, ranges and types of the arguments, and how many calls there are.

### Follow-up

TODO: the question an interviewer asks next.
"""

SOLUTION = '''\
class {entry}:
    """TODO: what it does, in one line.

    Parameters
    ----------
    size : int
        TODO

    Notes
    -----
    TODO: the idea and the complexity. The starter leaves this section out.
    """

    def __init__(self, size: int) -> None:
        raise NotImplementedError("TODO: the model solution, at most 60 lines")

    def add(self, item: str) -> int:
        """TODO: what it does and returns."""
        raise NotImplementedError

    def items(self) -> list[str]:
        """TODO: what it returns."""
        raise NotImplementedError
'''

CHECKS = """\
from sharpen import checks


class Model:
    \"\"\"TODO: the same methods, as plain as can be; it may be slow.\"\"\"

    def __init__(self, size):
        self.size, self.all = size, []

    def add(self, item):
        self.all.append(item)
        return len(self.items())

    def items(self):
        return self.all[-self.size :]


def steps(rng, size):
    \"\"\"The arguments of the class, and the steps: each a method's name and its arguments.\"\"\"
    calls = [("add", str(rng.choice(list("abc")))) if rng.random() < 0.7 else ("items",) for _ in range(size)]
    return (int(rng.integers(1, 4)),), calls


def no_more_than(got, size):
    if len(got[-1]) > size:  # TODO: what must be true of any right answer; got has what each step returned
        return f"{len(got[-1])} items are kept, at most {size} may be"
    return None


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("{entry}", 2).method("add", "a").method("add", "b").method("add", "c").method("items"),
        [1, 2, 2, ["b", "c"]],
        same=checks.exactly(),
    ),
    checks.sequence("Random steps", "{entry}", steps, [2, 5, 20, 100], model=Model),
    checks.property(
        "No more is kept than there is room for",
        "{entry}",
        lambda rng, size: checks.call("{entry}", 3).method("add", "a").method("items"),
        [1],
        holds=no_more_than,
    ),
    # TODO: growth with the number of calls, memory, error, where they apply
]
"""
