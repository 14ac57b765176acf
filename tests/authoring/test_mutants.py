import ast
from textwrap import dedent

import pytest

from sharpen.authoring.mutants import Mutant, mutants


def of(source: str) -> list[Mutant]:
    return list(mutants(dedent(source)))


def becomes(source: str) -> set[tuple[str, str, str]]:
    return {(mutant.operator, mutant.before, mutant.after) for mutant in of(source)}


@pytest.mark.parametrize(
    ("code", "operator", "before", "after"),
    [
        ("a < b", "comparison", "a < b", "a <= b"),
        ("a < b", "comparison", "a < b", "a >= b"),
        ("a >= b", "comparison", "a >= b", "a > b"),
        ("a == b", "comparison", "a == b", "a != b"),
        ("0 <= a < b", "comparison", "0 <= a < b", "0 <= a <= b"),
        ("a not in b", "comparison", "a not in b", "a in b"),
        ("a + b", "arithmetic", "a + b", "a - b"),
        ("a / b", "arithmetic", "a / b", "a * b"),
        ("a @ b", "arithmetic", "a @ b", "a * b"),
        ("-a", "sign", "-a", "a"),
        ("not a", "sign", "not a", "a"),
        ("a and b", "logic", "a and b", "a or b"),
        ("a[3]", "constant", "a[3]", "a[4]"),
        ("a[3]", "constant", "a[3]", "a[2]"),
        ("a[0]", "constant", "a[0]", "a[1]"),
        ("a + 1e-09", "constant", "a + 1e-09", "a + 2e-09"),
        ("a + 1e-09", "constant", "a + 1e-09", "a + 0.0"),
        ("a * 0.5", "constant", "a * 0.5", "a * 1.5"),
        ("a.sum(axis=1)", "keyword", "a.sum(axis=1)", "a.sum(axis=0)"),
        ("a.sum(axis=0)", "keyword", "a.sum(axis=0)", "a.sum(axis=1)"),
        ("a.sum(axis=-1)", "keyword", "a.sum(axis=-1)", "a.sum(axis=0)"),
        ("a.sum(axis=1)", "keyword", "a.sum(axis=1)", "a.sum()"),
        ("a.max(keepdims=True)", "keyword", "a.max(keepdims=True)", "a.max(keepdims=False)"),
        ("f(a, side='right')", "keyword", "f(a, side='right')", "f(a, side='left')"),
        ("a[:b]", "bound", "a[:b]", "a[:b + 1]"),
        ("a[:b]", "bound", "a[:b]", "a[:b - 1]"),
        ("a[b:]", "bound", "a[b:]", "a[b + 1:]"),
        ("range(a, b)", "bound", "range(a, b)", "range(a, b - 1)"),
        ("min(a, b)", "name", "min(a, b)", "max(a, b)"),
        ("a.argmin(b)", "name", "a.argmin(b)", "a.argmax(b)"),
        ("a.sum()", "name", "a.sum()", "a.mean()"),
        ("math.floor(a)", "name", "math.floor(a)", "math.ceil(a)"),
        ("any(a)", "name", "any(a)", "all(a)"),
        ("a if b else 7", "condition", "a if b else 7", "a if True else 7"),
        ("a if b else 7", "condition", "a if b else 7", "a if False else 7"),
        ("[x for x in a if x]", "condition", "[x for x in a if x]", "[x for x in a if True]"),
    ],
)
def test_expressions_are_mutated(code: str, operator: str, before: str, after: str) -> None:
    assert (operator, f"return {before}", f"return {after}") in becomes(f"def f(a, b):\n    return {code}\n")


def test_statements_are_mutated() -> None:
    found = becomes(
        """
        def f(a):
            a = list(a)
            total = 0
            for x in a:
                if x < 0:
                    raise ValueError(f"negative {x + 1}")
                if x:
                    break
                total += x
                a.append(total)
            return total
        """
    )
    assert ("removal", "a = list(a)", "(removed)") in found
    assert ("removal", "total += x", "(removed)") in found
    assert ("arithmetic", "total += x", "total -= x") in found
    assert ("removal", "a.append(total)", "(removed)") in found
    assert ("condition", "x < 0", "False") in found, "the guard is forgotten"
    assert ("leaving", "break", "continue") in found
    assert ("removal", "total = 0", "(removed)") not in found, "a first assignment only crashes"
    assert not any("negative" in before for _, before, _ in found)


def test_text_annotations_and_decorators_are_left_alone() -> None:
    source = '''
        """Module with 1 + 1."""
        @cache(maxsize=10)
        def f(a: Array[3], name: str = "min") -> Array[4]:
            """Say 1 + 1."""
            held: list[5] = a
            return f"{a + 1}", zip(a, held, strict=True)
    '''
    assert becomes(source) == set()


def test_defaults_are_mutated() -> None:
    assert ("constant", "100", "99") in becomes("def f(a, steps: int = 100):\n    return a\n")


def test_a_name_of_the_module_is_not_a_builtin() -> None:
    assert becomes("def f(min, a):\n    return min(a)\n") == set()


def test_the_rest_of_the_source_stays_as_it_is() -> None:
    source = "def f(a):\n    # a comment, é\n    b = (a  +  2) * a  # ünder\n\n    return b\n"
    mutant = next(m for m in mutants(source) if m.after == "b = (a - 2) * a")
    assert mutant.source == source.replace("a  +  2", "a - 2")
    assert (mutant.line, mutant.description) == (3, "line 3: `b = (a + 2) * a` becomes `b = (a - 2) * a`")


def test_parentheses_keep_the_meaning() -> None:
    mutant = next(m for m in of("def f(a, b, c):\n    return a * (b + c)\n") if "b - c" in m.after)
    assert ast.unparse(ast.parse(mutant.source)).endswith("return a * (b - c)")
    found = {m.after: m.source for m in of("def f(a, b):\n    return a[-b] ** -2\n")}
    assert found["return a[-b] ** (-3)"].endswith("a[-b] ** -3\n")
    for source in found.values():
        compile(source, "mutant", "exec")


def test_keys_are_unique_stable_and_survive_edits_elsewhere() -> None:
    source = "def f(a):\n    g(a)\n    g(a)\n    return a + 1\n"
    keys = [m.key for m in mutants(source)]
    assert keys == [m.key for m in mutants(source)]
    assert len(keys) == len(set(keys))
    assert "f: removal: g(a) -> (removed) #2" in keys
    edited = "import math\n\ndef h(a):\n    return a * 2\n\n" + source.replace("return", "# why\n    return")
    assert set(keys) <= {m.key for m in mutants(edited)}


def test_methods_are_named_with_their_class() -> None:
    keys = [m.key for m in of("class A:\n    def f(self, a):\n        return a + self.b\n")]
    assert keys == ["A.f: arithmetic: return a + self.b -> return a - self.b"]


def test_every_mutant_differs_and_compiles() -> None:
    source = """
        def f(a, n):
            if n <= 0 or not a:
                raise ValueError("n")
            while n > 0:
                n -= 1
                if a[n] == 1:
                    continue
                a[n], a[0] = a[0], a[n]
            return max(a[:n], key=lambda x: -x, default=None)
    """
    found = of(source)
    assert len({m.source for m in found}) == len(found) > 20
    for mutant in found:
        compile(mutant.source, "mutant", "exec")
        assert ast.dump(ast.parse(mutant.source)) != ast.dump(ast.parse(dedent(source)))


def test_source_that_is_not_python_is_refused() -> None:
    with pytest.raises(SyntaxError):
        of("def f(:\n")
