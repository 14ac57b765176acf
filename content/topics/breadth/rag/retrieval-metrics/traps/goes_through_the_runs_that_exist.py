# caught by: Queries with nothing retrieved, with nothing to find, and without grades
# A query that is missing in the runs is left out, an empty one is not.
import math


def dcg(grades):
    return sum((2**g - 1) / math.log2(i + 2) for i, g in enumerate(grades))


def retrieval_metrics(runs, grades, k):
    if k < 1:
        raise ValueError("k")
    recalls, ranks, gains = [], [], []
    for query, graded in grades.items():
        if query not in runs:
            continue
        relevant = {d for d, g in graded.items() if g >= 1}
        if not relevant:
            continue
        docs, seen = [], set()
        for chunk in runs.get(query, []):
            doc = chunk.rsplit("#", 1)[0]
            if doc not in seen:
                seen.add(doc)
                docs.append(doc)
        docs = docs[:k]
        recalls.append(sum(d in relevant for d in docs) / len(relevant))
        ranks.append(next((1 / (i + 1) for i, d in enumerate(docs) if d in relevant), 0.0))
        ideal = sorted(graded.values(), reverse=True)[:k]
        gains.append(dcg([graded.get(d, 0) for d in docs]) / dcg(ideal))
    if not recalls:
        raise ValueError("nothing to find")
    n = len(recalls)
    return {"recall": sum(recalls) / n, "mrr": sum(ranks) / n, "ndcg": sum(gains) / n}
