"""One table of ranks, and scikit-learn for nDCG: what was not retrieved stands behind enough documents of no gain."""

import numpy as np

from sharpen import checks


def ranks_of(chunks, k):
    """The rank of each of the first k documents."""
    ranks = {}
    for chunk in chunks:
        pieces = chunk.split("#")
        ranks.setdefault("#".join(pieces[:-1]), len(ranks) + 1)
    return {name: rank for name, rank in ranks.items() if rank <= k}


def ndcg(ranks, graded, k):
    from sklearn.metrics import ndcg_score

    order = {rank: name for name, rank in ranks.items()}
    places = max([0, *order]) + min(k, 1_000)
    gains = [2.0 ** graded.get(order.get(rank), 0) - 1 for rank in range(1, places + 1)]
    missed = [2.0**grade - 1 for name, grade in graded.items() if name not in ranks]
    gains = np.array([*gains, *missed, 0.0])
    return float(ndcg_score([gains], [-np.arange(len(gains))], k=min(k, len(gains))))


def retrieval_metrics(runs, grades, k):
    if k < 1 or not any(any(graded.values()) for graded in grades.values()):
        raise ValueError("k, or nothing to find")
    rows = []
    for query in grades:
        graded, ranks = grades[query], ranks_of(runs.get(query, []), k)
        wanted = np.array([name for name in graded if graded[name]], object)
        if not wanted.size:
            continue
        places = np.array([ranks.get(name, np.inf) for name in wanted])
        rows.append((np.isfinite(places).mean(), 1 / places.min(), ndcg(ranks, graded, k)))
    return dict(zip(("recall", "mrr", "ndcg"), np.mean(rows, axis=0).tolist(), strict=True))


def inputs(rng, draw):
    names = ["a", "A", "a#", "#", "b c", "b#c", "é"]
    runs, grades = {}, {}
    for query in range(int(rng.integers(1, 4))):
        length = int(rng.integers(0, 9))
        if rng.random() < 0.9:
            runs[f"q{query}"] = [f"{names[int(rng.integers(7))]}#{number}" for number in range(length)]
        if rng.random() < 0.9:
            graded = rng.permutation(7)[: int(rng.integers(0, 8))].tolist()
            grades[f"q{query}"] = {names[at]: int(rng.choice([0, 1, 2, 10])) for at in graded}
    return runs, grades, int(rng.choice([0, 1, 2, 3, 5, 100]))


same = {"retrieval_metrics": checks.close(1e-6, 1e-12)}
