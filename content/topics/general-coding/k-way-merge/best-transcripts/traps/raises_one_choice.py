# caught by: Up to three words with few candidates
# Raises the cheapest single choice of the last transcript each time, and never comes back to the others.
def best_transcripts(options, k):
    choices = [0] * len(options)
    found = []
    while len(found) < k:
        found.append((sum(costs[at] for costs, at in zip(options, choices, strict=True)), tuple(choices)))
        rises = [
            (costs[at + 1] - costs[at], -word)
            for word, (costs, at) in enumerate(zip(options, choices, strict=True))
            if at + 1 < len(costs)
        ]
        if not rises:
            break
        choices[-min(rises)[1]] += 1
    return found
