# caught by: The example in the statement
# Takes grade 0 for relevant, as it is in the dictionary.
import math


def dcg(grades):
    return sum((2**g - 1) / math.log2(i + 2) for i, g in enumerate(grades))


def retrieval_metrics(runs, grades, k):
    if k < 1:
        raise ValueError("k")
    recalls, ranks, gains = [], [], []
    for query, graded in grades.items():
        relevant = set(graded)
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
        gains.append(dcg([graded.get(d, 0) for d in docs]) / (dcg(ideal) or 1))
    if not recalls:
        raise ValueError("nothing to find")
    n = len(recalls)
    return {"recall": sum(recalls) / n, "mrr": sum(ranks) / n, "ndcg": sum(gains) / n}
