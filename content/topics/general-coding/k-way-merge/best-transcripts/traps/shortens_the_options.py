# caught by: The options are not changed
# Cuts off candidates beyond the first k, which are never needed, in the lists of the caller.
def best_transcripts(options, k):
    best = [(0, ())]
    for costs in options:
        del costs[k:]
        longer = [(cost + more, (*choices, at)) for cost, choices in best for at, more in enumerate(costs)]
        best = sorted(longer)[:k]
    return best
