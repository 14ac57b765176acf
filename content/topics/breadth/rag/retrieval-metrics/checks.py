import itertools
import math
from fractions import Fraction

from sharpen import checks

NAMES = ("recall", "mrr", "ndcg")
near = checks.close(1e-6, 1e-12)


def documents(count):
    """Names that are nearly alike; a third of them have the sign that ends a name in the middle."""
    plain = checks.names("guide", count)
    return [f"{name}#{place % 4}" if place % 3 == 2 else name for place, name in enumerate(plain)]


def library(rng, size):
    """`size` is queries, documents, chunks a query, k. Some queries retrieve nothing, some have nothing to find."""
    queries, count, length, k = size
    names, runs, grades = documents(count), {}, {}
    for turn, query in enumerate(checks.names("query", queries)):
        drawn = rng.integers(0, count, length).tolist()
        numbers = rng.permutation(length).tolist()
        found = [f"{names[document]}#{number}" for document, number in zip(drawn, numbers, strict=True)]
        some = rng.permutation(count)[: int(rng.integers(0, count + 1))].tolist()
        graded = {names[document]: int(rng.choice([0, 0, 1, 1, 2, 3])) for document in some}
        if turn == 0:
            graded[names[drawn[-1]]] = 2
        if turn == 0 or rng.random() < 0.85:
            runs[query] = found
        if turn == 0 or rng.random() < 0.85:
            grades[query] = graded
    return runs, grades, k


def step_by_step(runs, grades, k):
    """Walks down each list until k documents are seen."""
    sums, queries = [Fraction(0), Fraction(0), 0.0], 0
    for query, graded in grades.items():
        relevant = {document for document, grade in graded.items() if grade}
        if not relevant:
            continue
        queries, seen, gain, first = queries + 1, set(), 0.0, None
        for chunk in runs.get(query, ()):
            document = chunk[: len(chunk) - 1 - chunk[::-1].index("#")]
            if document in seen:
                continue
            if len(seen) == k:
                break
            seen.add(document)
            gain += math.log(2) * (2 ** graded.get(document, 0) - 1) / math.log(len(seen) + 1)
            if document in relevant and first is None:
                first = len(seen)
        left, ideal = sorted(graded.values()), 0.0
        for rank in range(1, min(k, len(left)) + 1):
            ideal += math.log(2) * (2 ** left.pop() - 1) / math.log(rank + 1)
        sums[0] += Fraction(len(seen & relevant), len(relevant))
        sums[1] += Fraction(1, first) if first else 0
        sums[2] += gain / ideal
    return {name: float(value) / queries for name, value in zip(NAMES, sums, strict=True)}


def parts(got):
    """The three values, or a sentence that says what is not of the documented form."""
    if not isinstance(got, dict) or set(got) != set(NAMES):
        return 'expected a dictionary with "recall", "mrr" and "ndcg"'
    return [float(got[name]) for name in NAMES]


def shares(got, _runs, _grades, _k):
    found = parts(got)
    if isinstance(found, str):
        return found
    for name, value in zip(NAMES, found, strict=True):
        if not -1e-9 <= value <= 1 + 1e-9:
            return f"{name} is {value:.6g}, and must lie between 0 and 1"
    recall, mrr, ndcg = found
    if (recall > 0) != (mrr > 0) or (recall > 0) != (ndcg > 0):
        return f"recall is {recall:.6g}, mrr {mrr:.6g}, ndcg {ndcg:.6g}; if one is 0 nothing was found, and all are"
    return None


def more_chunks_of_the_same(ask, runs, grades, k):
    """After each chunk, others of documents that have come already."""
    before = parts(ask(runs, grades, k))
    longer = {}
    for query, chunks in runs.items():
        row = []
        for place, chunk in enumerate(chunks):
            again = chunks[place // 2]
            row += [chunk, f"{again[: again.rindex('#')]}#9{place}", f"{chunk[: chunk.rindex('#')]}#8{place}"]
        longer[query] = row
    after = parts(ask(longer, grades, k))
    for name, old, new in zip(NAMES, before, after, strict=True) if isinstance(before, list) else ():
        if isinstance(after, list) and abs(old - new) > 1e-9:
            return f"{name} goes from {old:.6g} to {new:.6g} by chunks of documents that are already in the list"
    return next((one for one in (before, after) if isinstance(one, str)), None)


def the_best_order(ask, _runs, grades, k):
    """A run that lists all documents by their grades."""
    ranked = {query: sorted(graded, key=graded.get, reverse=True) for query, graded in grades.items()}
    found = parts(ask({query: [f"{name}#1" for name in names] for query, names in ranked.items()}, grades, k))
    if isinstance(found, str):
        return found
    if abs(found[1] - 1) > 1e-9 or abs(found[2] - 1) > 1e-9:
        return f"for the best ranking of each query mrr is {found[1]:.6g} and ndcg {found[2]:.6g}; both must be 1"
    return None


def small_runs():
    """Every order of up to four chunks of three documents, for two sets of grades and three cuts."""
    chunks = ["a#0", "b#0", "a#1", "c#0"]
    for grades in ({"a": 1, "b": 0, "d": 2}, {"b": 3, "c": 1}):
        for length in range(5):
            for order in itertools.permutations(chunks, length):
                for k in (1, 2, 3):
                    yield {"q": list(order)}, {"q": grades}, k


def long_run(rng, size):
    """All documents are different."""
    order = rng.permutation(size).tolist()
    graded = {f"document {at}": at % 3 for at in order[:500]} | {"nowhere": 2}
    return {"q": [f"document {at}#{at % 7}" for at in order]}, {"q": graded}, size


RUNS = {"refund": ["faq#3", "faq#1", "terms#0", "blog#2"], "login": []}
GRADES = {"refund": {"terms": 2, "blog": 1, "faq": 0}, "login": {"faq": 1}}
LOG3 = math.log2(3)
SIZES = [(1, 1, 1, 1), (1, 3, 4, 2), (3, 4, 6, 2), (6, 25, 12, 5), (40, 45, 30, 10), (8, 6, 20, 100_000)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("retrieval_metrics", RUNS, GRADES, 2),
        {"recall": 0.25, "mrr": 0.25, "ndcg": 3 / LOG3 / (3 + 1 / LOG3) / 2},
        same=near,
    ),
    checks.oracle("Random lists, step by step", "retrieval_metrics", library, SIZES, expected=step_by_step, same=near),
    checks.exhaustive(
        "Every order of up to four chunks of three documents",
        "retrieval_metrics",
        list(small_runs()),
        expected=step_by_step,
        same=near,
    ),
    checks.oracle(
        "Names with # in them, and names that differ by case or spaces",
        "retrieval_metrics",
        [
            ({"q": ["c#/intro#0", "c#1"]}, {"q": {"c#/intro": 1, "c": 2}}, 1),
            ({"q": ["c#/intro#0", "c#1"]}, {"q": {"c": 2}}, 5),
            ({"q": ["##1", "a##0", "a#0"]}, {"q": {"a#": 1, "a": 3, "#": 1}}, 2),
            ({"q": ["FAQ#0", "faq #0", "faq#10"]}, {"q": {"faq": 1}}, 9),
            ({"q ": ["a#0"], "Q": ["a#0"]}, {"q": {"a": 1}, "Q": {"a": 1}}, 1),
            ({"": ["a#0"]}, {"": {"a": 1}, "b": {"a": 1}}, 1),
        ],
        expected=step_by_step,
        same=near,
    ),
    checks.oracle(
        "Queries with nothing retrieved, with nothing to find, and without grades",
        "retrieval_metrics",
        [
            ({}, {"q": {"a": 1}}, 3),
            ({"q": ["a#0"], "r": []}, {"q": {"a": 1}, "r": {"a": 2}, "s": {"b": 1}}, 3),
            ({"q": ["a#0"], "r": ["a#0"]}, {"q": {"a": 1}, "r": {"a": 0}, "s": {}}, 3),
            ({"q": ["b#0", "a#0"], "r": ["a#0"]}, {"q": {"a": 1}}, 2),
            ({"q": ["b#0", "c#0"]}, {"q": {"a": 3}}, 1),
        ],
        expected=step_by_step,
        same=near,
    ),
    checks.property("Each value is a share", "retrieval_metrics", library, SIZES[1:5], holds=shares),
    checks.relation(
        "More chunks of documents that are there change nothing",
        "retrieval_metrics",
        library,
        SIZES[1:5],
        holds=more_chunks_of_the_same,
    ),
    checks.relation(
        "The best ranking has 1 for mrr and ndcg", "retrieval_metrics", library, SIZES[1:4], holds=the_best_order
    ),
    checks.stability(
        "High grades, and more graded documents than k",
        "retrieval_metrics",
        [
            ({"q": ["a#0", "b#0", "c#0"]}, {"q": {"a": 1, "b": 10, "c": 9}}, 3),
            ({"q": ["a#0", "b#0"]}, {"q": {f"x{at}": 10 for at in range(1000)} | {"a": 1}}, 1),
            ({"q": [f"x{at}#0" for at in range(300)]}, {"q": {f"x{at}": at % 11 for at in range(1000)}}, 200),
            ({"q": [f"x{at}#0" for at in range(5000)] + ["a#0"]}, {"q": {"a": 1}}, 100_000),
        ],
        expected=step_by_step,
        same=near,
    ),
    checks.error(
        "k below 1, and nothing to find, raise ValueError",
        [
            checks.call("retrieval_metrics", RUNS, GRADES, 0),
            checks.call("retrieval_metrics", RUNS, GRADES, -1),
            checks.call("retrieval_metrics", {}, GRADES, -5),
            checks.call("retrieval_metrics", RUNS, {}, 2),
            checks.call("retrieval_metrics", RUNS, {"refund": {"faq": 0}, "login": {}}, 2),
            checks.call("retrieval_metrics", {}, {"other": {}}, 2),
        ],
    ),
    checks.unchanged(
        "No argument is changed",
        "retrieval_metrics",
        [
            (RUNS, GRADES, 2),
            ({}, {"q": {"a": 1}}, 1),
            ({"q": ["b#0", "a#0"], "r": ["a#0"]}, {"q": {"a": 1, "b": 0, "c": 2}, "s": {"b": 0}}, 1),
        ],
    ),
    checks.oracle(
        "A thousand queries",
        "retrieval_metrics",
        library,
        [(1000, 22, 12, 5)],
        expected=step_by_step,
        same=near,
        drawn=False,
    ),
    checks.growth(
        "Time grows in proportion to the chunks",
        "retrieval_metrics",
        long_run,
        [2_000, 30_000],
        expected=step_by_step,
        same=near,
    ),
]
