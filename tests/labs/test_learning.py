"""What a design may have at the top of its module and still be known by its object alone; and what it may not."""

from pathlib import Path

import pytest

from sharpen.content.library import bundled
from sharpen.labs.learning import learning

DESIGN = """
class Design:
    def fit(self, log, day):
        self.n = len(log)
        return self
    def act(self, requests):
        return self.n
"""
LABS = ("ads-click-ranking", "feed-ranking", "movie-recommendation", "package-search", "query-autocomplete")


def in_fit(top: str, line: str) -> str:
    """A design with something at the top of its module, and a line in its `fit`."""
    head, before, after = DESIGN.partition("        return self\n")
    return f"import numpy as np\n{top}\n{head}        {line}\n{before}{after}"


@pytest.mark.parametrize("slug", LABS)
def test_of_the_reference_designs_all_are_known_and_act_decides_nothing_of_what_they_learn(slug: str) -> None:
    source = Path(bundled() / "cases" / slug / "reference.py").read_text("utf-8")
    head, act, rest = source.partition("    def act(self, requests):\n")
    known = learning(source)
    assert known is not None
    assert learning(f"{head}{act}        requests = dict(requests)\n{rest}") == known
    assert learning(f"{source}\nEXTRA = 1\n") != known


@pytest.mark.parametrize(
    ("top", "line"),
    [
        ("K = np.array([0.6, 1.0])", "self.x = log['click'] / K[log['age']]"),
        ("K = 0.9 * 0.8 ** np.arange(8)", "self.x = np.where(log['a'], 1 / K, np.log(K))"),
        ("S = {'rate': 0.1, 'seed': 1}", "self.x = {**S, 'threads': 1}"),
        ("S = {'rate': 0.1}\nT = S | {'seed': 1}", "self.x = dict(T), T['seed'], S.get('rate')"),
        ("W = ['a', 'b']", "self.x = [w + 'c' for w in W if w in W], len(W), sorted(W, key=len)"),
        ("W = 'the of and'.split()", "for w in W: self.x = w"),
        ("K = np.zeros((2, 3))", "self.x = K.sum(), K.shape, K.T @ log['a'], K[:, 0] * 2"),
        ("K = np.arange(4)", "self.x = np.bincount(log['a'], K[log['a']], minlength=4), log['a'][K]"),
        ("import re\nWORD = re.compile('[a-z]+')", "self.x = 1"),
        ("def half(x):\n    return x / 2", "self.x = list(map(half, log['a'])), sorted(log['a'], key=half)"),
        ("class Part:\n    def __init__(self):\n        self.n = 0", "self.x = Part(); self.x.n = 3"),
        ("", "self.rng = np.random.default_rng(day)"),
        ("", "table = np.zeros(3); table[1] = 2; np.add.at(table, 0, 1); self.x = table"),
    ],
)
def test_what_is_bound_once_and_only_read_is_constant(top: str, line: str) -> None:
    source = in_fit(top, line)
    compile(source, "design.py", "exec")
    assert learning(source) == learning(source.replace("return self.n", "return 2 * self.n")) is not None


ALIASES = [
    ("K = np.zeros(3)", "k = K; k[0] += 1"),
    ("K = np.zeros(3)", "k = K[:]; k += 1"),
    ("K = np.zeros((2, 2))", "k = K[0]; k[0] = 1"),
    ("K = np.zeros((2, 2))", "for row in K: row += 1"),
    ("K = np.zeros((2, 2))", "a, b = K; a += 1"),
    ("K = np.zeros((2, 2))", "rows = [*K]; rows[0] += 1"),
    ("K = np.zeros((2, 2))", "rows = []; rows += K; rows[0][0] = 1"),
    ("K = np.zeros((2, 2))", "rows = [row for row in K]; rows[0] += 1"),
    ("K = np.zeros((2, 2))", "rows = list(K); rows[0] += 1"),
    ("K = np.zeros(3)\nB = K", "B[0] = 1"),
    ("K = np.zeros(3)\nB = K[1:]", "B[0] = 1"),
    ("K = np.zeros(3)", "k = K.T; k[0] = 1"),
    ("K = np.zeros(3)", "k = np.asarray(K); k[0] = 1"),
    ("K = np.zeros(3)", "k = K or None; k[0] = 1"),
    ("K = np.zeros(3)", "k = K if day else None; k[0] = 1"),
    ("K = np.zeros(3)", "(k := K)[0] = 1"),
    ("K = np.zeros(3)", "self.k = K"),
    ("K = np.zeros(3)", "self.k = [K]; self.k[0][0] = 1"),
    ("K = np.zeros(3)", "self.k = {'a': K}"),
    ("K = np.zeros(3)", "return K"),
    ("K = np.zeros(3)", "k = K.view(); k[0] = 1"),
    ("K = np.zeros(3)", "k = K.astype(float, copy=False); k[0] = 1"),
    ("K = np.zeros(3)", "k = np.array(K, copy=False); k[0] = 1"),
    ("L = [1]", "l = L; l.append(1)"),
    ("L = [[1]]", "L[0].append(1)"),
    ("L = [1]", "match log:\n            case {'a': L}: pass"),
]
CHANGES = [
    ("K = np.zeros(3)", "K[0] = 1"),
    ("K = np.zeros(3)", "K[0] += 1"),
    ("K = np.zeros(3)", "del K"),
    ("K = np.zeros(3)", "K.sort()"),
    ("K = np.zeros(3)", "K.fill(1)"),
    ("K = np.zeros(3)", "K.shape = 1, 3"),
    ("K = np.zeros(3)", "np.log(log['a'], out=K)"),
    ("K = np.zeros(3)", "np.log(log['a'], K)"),
    ("K = np.zeros(3)", "np.add(1, 2, K)"),
    ("K = np.zeros(3)", "np.clip(log['a'], 0, 1, K)"),
    ("K = np.zeros(3)", "log['a'].sum(0, None, K)"),
    ("K = np.zeros(3)", "log['a'].cumsum(out=K)"),
    ("K = np.zeros(3)", "np.add.at(K, 0, 1)"),
    ("K = np.zeros(3)", "np.put(K, 0, 1)"),
    ("K = np.zeros(3)", "np.copyto(K, 1)"),
    ("K = np.zeros(3)", "np.fill_diagonal(K, 1)"),
    ("K = np.zeros(3)", "np.random.default_rng(1).shuffle(K)"),
    ("K = np.zeros(3)", "np.ndarray.sort(K)"),
    ("K = np.zeros(3)\ndef put(a):\n    a[0] = 1", "put(K)"),
    ("K = np.zeros(3)\ndef put(a):\n    a[0] = 1", "put(*[K])"),
    ("K = np.zeros(3)\ndef put(a=K):\n    a[0] = 1", "put()"),
    ("K = np.zeros(3)\ndef put():\n    def inner():\n        K[0] = 1\n    return inner", "put()()"),
    ("K = np.zeros(3)\nput = lambda: K", "put()[0] = 1"),
    ("L = [1]", "L.append(2)"),
    ("L = [1]", "L += [2]"),
    ("L = [1]", "append = L.append; append(2)"),
    ("L = [1]", "list.append(L, 2)"),
    ("S = {'a': 1}", "S.update(b=2)"),
    ("S = {'a': 1}", "S |= {'b': 2}"),
    ("S = {'a': 1}", "S.setdefault('b', []).append(1)"),
    ("import operator\nS = {'a': 1}", "operator.setitem(S, 'b', 2)"),
    ("import json\nS = {'a': 1}", "json.loads('{}', object_hook=S.update)"),
    ("S = {'a': 1}\nlen = dict.clear", "len(S)"),
    ("class Odd:\n    def __radd__(self, other):\n        other.append(1)\nL = [1]", "L + Odd()"),
    ("class Odd:\n    def __eq__(self, other):\n        other.append(1)\nL = [1]", "L == Odd()"),
    ("class Odd:\n    def __getitem__(self, at):\n        at.append(1)\nL = [1]", "Odd()[L]"),
    ("G = (n for n in [1, 2])", "next(G)"),
    ("G = iter([1, 2])", "for n in G: break"),
    ("K = np.array([{}])", "K[0]['a'] = 1"),
    ("K = np.full(1, [1], object)", "K.tolist()[0].append(1)"),
]
ELSEWHERE = [
    ("", "Design.n = 1"),
    ("", "type(self).n = 1"),
    ("", "self.__class__.n = 1"),
    ("", "kind = type(self); kind.n = 1"),
    ("", "kind = Design; kind.n = 1"),
    ("", "for kind in (Design,): kind.n = 1"),
    ("", "self.kind = Design; self.kind.n = 1"),
    ("", "Design.fit(Design, log, day)"),
    ("def f(x):\n    return x", "g = f; g.n = 1"),
    ("def f(x):\n    return x", "max(f, f, key=id).n = 1"),
    ("def f(x, seen=[]):\n    return seen", "f(1).append(1)"),
    ("def f(self):\n    self.n = 1", "self.x = 1"),
    ("class Part(list):\n    pass", "self.x = Part()"),
    ("class Part(type):\n    pass", "self.x = 1"),
    ("class Part:\n    seen = []", "Part().seen.append(1)"),
    ("class Part:\n    def __getstate__(self):\n        return {}", "self.x = Part()"),
    ("class Part:\n    def __reduce__(self):\n        return (int, ())", "self.x = Part()"),
    ("class Part:\n    @classmethod\n    def put(self):\n        self.n = 1", "Part().put()"),
    ("", "np.random.seed(day)"),
    ("", "self.x = np.random.rand(3)"),
    ("", "r = np.random; self.x = r.rand(3)"),
    ("from numpy.random import rand", "self.x = rand(3)"),
    ("from numpy import random as r", "self.x = r.rand(3)"),
    ("import numpy.random as r", "self.x = r.rand(3)"),
    ("import random", "self.x = random.random()"),
    ("from random import random", "self.x = random()"),
    ("", "np.seterr(all='raise')"),
    ("", "np.extra = 1"),
    ("", "m = np; m.extra = 1"),
    ("", "m = np.linalg; m.extra = 1"),
    ("", "setattr(np, 'extra', 1)"),
    ("", "getattr(np, 'random').seed(1)"),
    ("", "getattr(self, '__class__').n = 1"),
    ("import sys", "sys.modules['extra'] = 1"),
    ("import importlib", "importlib.import_module('sys')"),
    ("import threading", "threading.local()"),
    ("from functools import cache\n@cache\ndef f(x):\n    return x", "f(1)"),
    ("", "globals()['n'] = 1"),
]


@pytest.mark.parametrize(("top", "line"), [*ALIASES, *CHANGES, *ELSEWHERE])
def test_what_could_be_changed_or_kept_elsewhere_is_in_doubt(top: str, line: str) -> None:
    source = in_fit(top, line)
    compile(source, "design.py", "exec")
    assert learning(source) is None


def test_it_counts_in_act_as_well_and_in_any_method() -> None:
    top = "import numpy as np\nK = np.zeros(3)\n"
    assert learning(top + DESIGN) is not None
    assert learning(top + DESIGN.replace("return self.n", "K[0] += 1")) is None
    assert learning(top + DESIGN + "    def monitor(self, window):\n        K.fill(1)\n") is None


def test_who_mentions_act_elsewhere_learns_by_it() -> None:
    calls = DESIGN.replace("        return self\n", "        self.act(log)\n        return self\n")
    assert learning(calls) == calls
