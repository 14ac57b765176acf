from collections.abc import Sequence


def shared_weight(document: Sequence[str], question: Sequence[str], common: Sequence[str]) -> int:
    """The largest weight of a run of tokens that stands in both lists.

    Parameters
    ----------
    document, question : lists of str
        The tokens in their order.
    common : list of str
        Tokens that weigh nothing; all others weigh one.

    Returns
    -------
    int
        How many tokens of the heaviest shared run are not common, 0 if no run is shared.

    Notes
    -----
    `row[j + 1]` is the weight of the longest shared run that ends with this token of the document and token j of the
    question: O(n * m) time, O(m) space.
    """
    light = set(common)
    best = 0
    before = [0] * len(question)
    for token in document:
        weight = token not in light
        row = [0]
        for other, so_far in zip(question, before, strict=False):
            row.append(so_far + weight if token == other else 0)
        best = max(best, *row)
        before = row
    return best
