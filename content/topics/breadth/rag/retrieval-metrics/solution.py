import math


def retrieval_metrics(runs: dict[str, list[str]], grades: dict[str, dict[str, int]], k: int) -> dict[str, float]:
    """Recall, mean reciprocal rank and nDCG of the first k documents, where chunks were retrieved.

    Parameters
    ----------
    runs : dict
        For each query its chunks `document#number`, the best first.
    grades : dict
        For each query the grades of its documents, by name; relevant from 1 up.
    k : int
        Documents that count.

    Returns
    -------
    dict with "recall", "mrr" and "ndcg"
        Means over the queries with a relevant document.

    Raises
    ------
    ValueError
        If k is less than 1, or no query has a relevant document.

    Notes
    -----
    A dict keeps the order in which its keys came first, so that it makes the ranking of documents: O(chunks).
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    judged = {query: graded for query, graded in grades.items() if any(grade > 0 for grade in graded.values())}
    if not judged:
        raise ValueError("no query has a relevant document")
    rows = [of_query(runs.get(query, []), graded, k) for query, graded in judged.items()]
    return {name: math.fsum(row[name] for row in rows) / len(rows) for name in ("recall", "mrr", "ndcg")}


def of_query(chunks: list[str], graded: dict[str, int], k: int) -> dict[str, float]:
    documents = dict.fromkeys(chunk.rpartition("#")[0] for chunk in chunks)
    found = [graded.get(document, 0) for document in documents][:k]
    best = sorted(graded.values(), reverse=True)
    return {
        "recall": sum(grade > 0 for grade in found) / sum(grade > 0 for grade in best),
        "mrr": next((1 / rank for rank, grade in enumerate(found, 1) if grade > 0), 0.0),
        "ndcg": dcg(found) / dcg(best[:k]),
    }


def dcg(ranked: list[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(1 + rank) for rank, grade in enumerate(ranked, 1))
