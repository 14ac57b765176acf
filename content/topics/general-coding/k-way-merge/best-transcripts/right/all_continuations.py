# All continuations of the k best prefixes by one word, sorted: c times as many as are needed.
def best_transcripts(options, k):
    best = [(0, ())]
    for costs in options:
        grown = [(total + cost, (*choices, at)) for total, choices in best for at, cost in enumerate(costs)]
        best = sorted(grown)[:k]
    return best
