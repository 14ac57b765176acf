"""Every input of a small universe, and sequences of steps: asked of a real child, the first failure shown."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

import numpy as np

from sharpen import checks
from sharpen.checks import Check
from sharpen.domain.problem import Limits, Profile
from sharpen.domain.verdict import CheckResult, Verdict
from sharpen.judge.judging import judge_submission
from sharpen.judge.prepared import Prepared
from sharpen.sandbox.nursery import nursery
from tests.judge.conftest import DOUBLING


def judged(source: str, check: Check, entry: str) -> CheckResult:
    prepared = Prepared(DOUBLING, "", None)
    prepared.checks = [check]
    with closing(nursery(Profile.STDLIB)) as children:
        (result,) = judge_submission(prepared, children, source, [entry], Limits())
    return result


# exhaustive


def position(numbers: list[int], wanted: int) -> int:
    return next((at for at, number in enumerate(numbers) if number >= wanted), len(numbers))


UNIVERSE = [
    (numbers, wanted) for numbers in checks.lists(range(4), 5) if numbers == sorted(numbers) for wanted in range(5)
]
SEARCH = checks.exhaustive("All of them", "search", UNIVERSE, expected=position)
RIGHT = """
def search(numbers, wanted):
    low, high = 0, len(numbers)
    while low < high:
        middle = (low + high) // 2
        if numbers[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low
"""


def test_a_right_answer_passes_every_input() -> None:
    assert judged(RIGHT, SEARCH, "search").passed


def test_the_first_wrong_input_is_shown() -> None:
    result = judged(RIGHT.replace("< wanted", "<= wanted"), SEARCH, "search")
    assert (result.verdict, result.input) == (Verdict.WRONG_ANSWER, "search([0], 0)")
    assert (result.expected, result.got) == ("0", "1")


def test_an_exception_is_shown_with_its_input_and_line() -> None:
    result = judged(RIGHT.replace("len(numbers)", "len(numbers) + 1"), SEARCH, "search")
    assert (result.verdict, result.input, result.line) == (Verdict.RUNTIME_ERROR, "search([], 0)", 6)
    assert result.why == "IndexError: list index out of range"


def test_an_endless_loop_is_shown_with_its_input() -> None:
    result = judged(RIGHT.replace("middle + 1", "middle"), SEARCH, "search")
    assert (result.verdict, result.input) == (Verdict.TIME_LIMIT, "search([0], 1)")


def test_a_wrong_answer_is_told_though_what_is_asked_later_never_ends() -> None:
    first = checks.example("Found at once", checks.call("search", [7], 5), 0)
    later = checks.oracle("Forty numbers", "search", [(list(range(40)), 7)], expected=position)
    prepared = Prepared(DOUBLING, "", None)
    prepared.checks = [first, SEARCH, later]
    endless = "    while len(numbers) > 9:\n        pass\n    return low"
    source = RIGHT.replace("< wanted", "<= wanted").replace("    return low", endless)
    with closing(nursery(Profile.STDLIB)) as children:
        assert all(result.passed for result in judge_submission(prepared, children, RIGHT, ["search"], Limits()))
        # What is prepared now is all asked ahead.
        _, told, stopped = judge_submission(prepared, children, source, ["search"], Limits(cpu=0.5))
    assert (told.verdict, told.input) == (Verdict.WRONG_ANSWER, "search([0], 0)")
    assert stopped.verdict is Verdict.TIME_LIMIT


def test_what_ends_the_process_is_shown_with_its_input() -> None:
    result = judged(
        f"{RIGHT}\nimport os\nfind = search\ndef search(n, w):\n    return find(n, w) if w < 4 else os._exit(0)",
        SEARCH,
        "search",
    )
    assert (result.verdict, result.input) == (Verdict.RUNTIME_ERROR, "search([], 4)")


def test_what_is_kept_for_the_next_call_is_named() -> None:
    keeping = "seen = []\ndef search(numbers, wanted):\n    seen.append(1)\n    "
    keeping += "return find(numbers, wanted) + (len(seen) == 9)\n"
    result = judged(RIGHT.replace("search", "find") + keeping, SEARCH, "search")
    assert result.verdict is Verdict.WRONG_ANSWER
    assert result.why.endswith("Called once more it is right: something is kept between calls")


def test_lists_tuples_and_arrays_are_alike_and_one_is_not_true() -> None:
    check = checks.exhaustive(
        "Back", "back", [(values,) for values in checks.lists([0, 1], 3)], expected=lambda v: v[::-1]
    )
    assert judged("def back(values):\n    return tuple(reversed(values))", check, "back").passed
    assert judged("def back(values):\n    return iter(values[::-1])", check, "back").passed
    assert not judged("def back(values):\n    return values[::-1][:2]", check, "back").passed


def test_a_property_of_every_input() -> None:
    check = checks.exhaustive(
        "Sorted",
        "order",
        [(values,) for values in checks.orders(4)],
        holds=lambda got, values: None if list(got) == sorted(values) else "not in order",
    )
    assert judged("order = sorted", check, "order").passed
    result = judged("def order(values):\n    return values", check, "order")
    assert (result.why, result.input) == ("not in order", "order([1, 0])")


# universes


def test_universes_hold_what_counting_says() -> None:
    assert len(list(checks.lists("ab", 3))) == 1 + 2 + 4 + 8
    assert list(checks.texts("ab", 1)) == ["", "a", "b"]
    assert len(list(checks.orders(4, least=4))) == 24
    assert len(list(checks.graphs(4))) == 2**6
    assert len(list(checks.graphs(3, directed=True))) == 2**6
    assert [len(list(checks.trees(n, least=n))) for n in range(7)] == [1, 1, 2, 5, 14, 42, 132]  # Catalan's numbers
    assert all(len({str(tree) for tree in checks.trees(n, least=n)}) == c for n, c in [(3, 5), (4, 14)])


# sequence


class Recent:
    """The model: the keys used last, at most so many."""

    def __init__(self, capacity: int) -> None:
        self.capacity, self.items = capacity, list[tuple[Any, Any]]()

    def put(self, key: Any, value: Any) -> None:
        self.items = [*(item for item in self.items if item[0] != key), (key, value)][-self.capacity :]

    def get(self, key: Any) -> Any:
        value = dict(self.items)[key]
        self.put(key, value)
        return value

    def __len__(self) -> int:
        return len(self.items)


def steps(rng: np.random.Generator, size: int) -> tuple[Sequence[Any], list[Sequence[Any]]]:
    def one() -> Sequence[Any]:
        key = "abc"[rng.integers(3)]
        return [("put", key, int(rng.integers(9))), ("get", key), ("__len__",)][rng.integers(3)]

    return (2,), [one() for _ in range(size)]


SEQUENCE = checks.sequence("Any use", "Cache", steps, [1, 2, 5, 20, 100, 100], model=Recent)
CACHE = """
class Cache:
    def __init__(self, capacity):
        self.capacity, self.values = capacity, {}

    def put(self, key, value):
        self.values.pop(key, None)
        self.values[key] = value
        if len(self.values) > self.capacity:
            del self.values[next(iter(self.values))]

    def get(self, key):
        self.values[key] = value = self.values.pop(key)
        return value

    def __len__(self):
        return len(self.values)
"""


def test_a_right_class_passes() -> None:
    assert judged(CACHE, SEQUENCE, "Cache").passed


def test_the_first_failure_is_a_short_transcript_that_can_be_typed() -> None:
    forgets = CACHE.replace("self.values[key] = value = self.values.pop(key)", "value = self.values[key]")
    result = judged(forgets, SEQUENCE, "Cache")
    assert result.verdict is Verdict.WRONG_ANSWER
    lines = result.input.splitlines()
    assert lines[0] == "cache = Cache(2)"
    assert [line.split("(")[0] for line in lines[1:]] == [
        "cache.put",
        "cache.put",
        "cache.get",
        "cache.put",
        "cache.get",
    ]
    assert "# expected " in lines[-1]
    assert "got KeyError" in lines[-1]
    namespace: dict[str, Any] = {"Cache": Recent}
    exec(result.input, namespace)


def test_what_must_be_raised_is_expected_too() -> None:
    lenient = CACHE.replace("self.values.pop(key)\n        return", "self.values.pop(key, None)\n        return")
    result = judged(lenient, SEQUENCE, "Cache")
    assert result.input.splitlines()[-1].endswith("# expected KeyError raised, got None")
    assert len(result.input.splitlines()) == 1
    assert result.why == "expected KeyError raised, got None"


PILE = """
class Pile:
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)
        return self.items
"""


def test_what_a_step_returned_is_looked_at_as_it_was_then() -> None:
    namespace: dict[str, Any] = {}
    exec(PILE, namespace)
    added = [("add", item) for item in range(3)]
    check = checks.sequence("Piled", "Pile", lambda _rng, n: ((), added[:n]), [3], model=namespace["Pile"])
    assert judged(PILE, check, "Pile").passed
    assert not judged(PILE.replace("return self.items", "return self.items[:2]"), check, "Pile").passed


def test_a_class_that_cannot_be_made_or_lacks_a_method() -> None:
    result = judged(CACHE.replace("self.capacity, self.values = capacity, {}", "self.missing"), SEQUENCE, "Cache")
    assert (result.verdict, result.input, result.line) == (Verdict.RUNTIME_ERROR, "Cache(2)", 4)
    result = judged(CACHE.replace("__len__", "size"), SEQUENCE, "Cache")
    assert result.input == "len(Cache(2))  # expected 0, got AttributeError: 'Cache' object has no attribute '__len__'"


def test_objects_that_share_their_state_are_found_out() -> None:
    shared = CACHE.replace("self.values", "Cache.values").replace("class Cache:", "class Cache:\n    values = {}")
    result = judged(shared, SEQUENCE, "Cache")
    assert result.verdict is Verdict.WRONG_ANSWER
    assert "Cache(2)" in result.input.splitlines()[1:], result.input


def test_a_step_that_never_ends_ends_the_check() -> None:
    result = judged(CACHE.replace("self.values.pop(key, None)", "while key in self.values: pass"), SEQUENCE, "Cache")
    assert result.verdict is Verdict.TIME_LIMIT


def test_a_child_that_ends_while_its_failure_is_made_short_is_not_waited_for() -> None:
    """Trials to make the failure short go on asking; the first of them that never ends must not be the last word."""
    tired = CACHE.replace("class Cache:", "MADE = []\n\n\nclass Cache:").replace("len(self.values)\n", "-1\n")
    tired = tired.replace(
        "capacity, {}\n", "capacity, {}\n        MADE.append(1)\n        while len(MADE) > 14: pass\n"
    )
    assert judged(tired, SEQUENCE, "Cache").verdict is Verdict.TIME_LIMIT


# nodes

LIST = """
from dataclasses import dataclass

@dataclass(eq=False)
class ListNode:
    value: int
    next: "ListNode | None" = None

"""
REVERSE = """
def reverse(head):
    before = None
    while head is not None:
        head.next, before, head = before, head, head.next
    return before
"""


def reversing(**more: Any) -> Check:
    return checks.oracle("Reversed", "reverse", [(checks.linked_list(range(n)),) for n in range(4)], **more)


def judged_beside(model: str, source: str, check: Check, entry: str) -> CheckResult:
    """What a check whose expected answers are the model's says of a submission."""
    namespace: dict[str, Any] = {}
    exec(model, namespace)
    cases = check.prepare(namespace)
    return judged(source, replace(check, prepare=lambda _: cases), entry)


def test_a_list_comes_in_and_goes_out_as_nodes() -> None:
    model = LIST + REVERSE
    assert judged_beside(model, model, reversing(), "reverse").passed
    copying = LIST + (
        "def reverse(head):\n    back = None\n    while head:\n        back = ListNode(head.value, back)\n"
        "        head = head.next\n    return back\n"
    )
    assert judged_beside(model, copying, reversing(), "reverse").passed
    result = judged_beside(model, copying, reversing(same=checks.relinked()), "reverse")
    assert result.why == "1 of its nodes are new; the given ones are to be linked again"
    assert result.input == "reverse(linked_list([0]))"
    assert judged_beside(model, model, reversing(same=checks.relinked()), "reverse").passed


def test_a_list_that_is_wrong_is_shown_as_it_is() -> None:
    model = LIST + REVERSE
    result = judged_beside(model, LIST + "def reverse(head):\n    return head\n", reversing(), "reverse")
    assert (result.expected, result.got) == ("linked_list([1, 0])", "linked_list([0, 1])")
    cyclic = LIST + "def reverse(head):\n    if head:\n        head.next = head\n    return head\n"
    assert judged_beside(model, cyclic, reversing(), "reverse").got == "linked_list([0], cycle=0)"
    plain = LIST + "def reverse(head):\n    return [1] if head else None\n"
    assert judged_beside(model, plain, reversing(), "reverse").why == "expected a linked list, got [1]"


def test_without_the_class_of_a_node_the_reason_is_said() -> None:
    result = judged_beside(LIST + REVERSE, REVERSE, reversing(), "reverse")
    assert result.why == "NameError: name 'ListNode' is not defined: keep the class that the starter begins with"


TREE = """
class TreeNode:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

"""


def test_trees_come_in_and_go_out_and_a_node_in_two_places_is_named() -> None:
    model = TREE + (
        "def mirror(root):\n    if root:\n"
        "        root.left, root.right = mirror(root.right), mirror(root.left)\n    return root\n"
    )
    shapes = [(checks.binary_tree(values),) for values in ([], [1], [1, None, 2], [1, 2, 3, None, 4])]
    check = checks.oracle("Mirrored", "mirror", shapes)
    assert judged_beside(model, model, check, "mirror").passed
    result = judged_beside(model, TREE + "def mirror(root):\n    return root\n", check, "mirror")
    assert (result.expected, result.got) == ("binary_tree([1, 2])", "binary_tree([1, None, 2])")
    shared = TREE + "def mirror(root):\n    if root:\n        root.left = root.right\n    return root\n"
    assert judged_beside(model, shared, check, "mirror").why == "the node with the value 2 hangs in two places"


GRAPH = """
class GraphNode:
    def __init__(self, value, neighbors=None):
        self.value, self.neighbors = value, neighbors or []

"""


def test_graphs_come_in_and_go_out() -> None:
    model = GRAPH + (
        "def clone(node, made=None):\n    made = {} if made is None else made\n    if node not in made:\n"
        "        made[node] = GraphNode(node.value)\n"
        "        made[node].neighbors = [clone(other, made) for other in node.neighbors]\n    return made[node]\n"
    )
    shapes = [(checks.graph(neighbors),) for neighbors in ({1: []}, {1: [2], 2: [1]}, {1: [2, 3], 2: [3], 3: [1]})]
    check = checks.oracle("Cloned", "clone", shapes)
    assert judged_beside(model, model, check, "clone").passed
    result = judged_beside(model, GRAPH + "def clone(node):\n    return GraphNode(node.value)\n", check, "clone")
    assert (result.expected, result.got) == ("graph({1: [2], 2: [1]})", "graph({1: []})")


def test_given_nodes_are_seen_to_stay_as_they_are() -> None:
    shapes = [(checks.graph(neighbors),) for neighbors in ({1: []}, {1: [3], 2: [1], 3: [1, 3]})]
    check = checks.unchanged("Unchanged", "first", shapes)
    reading = GRAPH + "def first(node):\n    return node.value\n"
    assert judged(reading, check, "first").passed
    result = judged(GRAPH + "def first(node):\n    node.neighbors = []\n    return node.value\n", check, "first")
    assert (
        result.why == "the call changed its argument number 1: expected graph({1: [3], 3: [1, 3]}), got graph({1: []})"
    )
    check = checks.unchanged("Unchanged", "first", [([checks.linked_list([1, 2]), checks.linked_list([])],)])
    assert judged(LIST + "def first(heads):\n    return heads[0].value\n", check, "first").passed
    result = judged(LIST + "def first(heads):\n    heads[0].next = None\n    return heads[0].value\n", check, "first")
    assert "expected linked_list([1, 2]), got linked_list([1])" in result.why
