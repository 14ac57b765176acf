# Looks up the rank of each graded document instead of the grade of each rank; statistics.mean at the end.
import math
import statistics


def retrieval_metrics(runs, grades, k):
    if not k >= 1:
        raise ValueError
    per_query = []
    for query, judged in grades.items():
        positives = [doc for doc in judged if judged[doc] >= 1]
        if positives:
            order = {}
            for chunk in runs.get(query) or []:
                order.setdefault(chunk[: chunk.rfind("#")], len(order) + 1)
            hits = sorted((order[doc], judged[doc]) for doc in positives if order.get(doc, math.inf) <= k)
            best = sorted((judged[doc] for doc in positives), reverse=True)[:k]
            ideal = sum((2**g - 1) / math.log(r, 2) for r, g in enumerate(best, start=2))
            gained = sum((2**g - 1) / math.log(r + 1, 2) for r, g in hits)
            per_query.append((len(hits) / len(positives), 1 / hits[0][0] if hits else 0, gained / ideal))
    if not per_query:
        raise ValueError("nothing to find")
    return dict(zip(["recall", "mrr", "ndcg"], map(statistics.mean, zip(*per_query))))
