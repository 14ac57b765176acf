# Counts as it walks, ends when k documents are seen, and adds to running sums; regular expression for the name.
import re
from math import log

NAME = re.compile(r"(.*)#[^#]*", re.DOTALL)


def retrieval_metrics(runs, grades, k):
    if k <= 0:
        raise ValueError(f"k = {k}")
    total = {"ndcg": 0, "mrr": 0, "recall": 0}
    n = 0
    for q in grades:
        judged = grades[q]
        n_relevant = len([g for g in judged.values() if g])
        if n_relevant == 0:
            continue
        n += 1
        rank, hits, gain, seen = 0, 0, 0.0, {}
        for chunk in runs[q] if q in runs else ():
            name = NAME.fullmatch(chunk).group(1)
            if name in seen:
                continue
            rank += 1
            if rank > k:
                break
            seen[name] = rank
            grade = judged[name] if name in judged else 0
            if grade > 0:
                hits += 1
                if hits == 1:
                    total["mrr"] += 1 / rank
                gain += (pow(2, grade) - 1) * log(2) / log(rank + 1)
        ideal = 0.0
        for place, grade in enumerate(sorted(judged.values())[::-1]):
            if place < k:
                ideal += (pow(2, grade) - 1) * log(2) / log(place + 2)
        total["ndcg"] += gain / ideal
        total["recall"] += hits / n_relevant
    if not n:
        raise ValueError("no query has a relevant document")
    for metric in total:
        total[metric] /= n
    return total
