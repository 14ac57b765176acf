# From the cheapest transcript on: each one that is found leads to those with one choice raised, each pushed once.
import heapq


def best_transcripts(options, k):
    first = (0,) * len(options)
    heap, pushed, found = [(sum(costs[0] for costs in options), first)], {first}, []
    while heap and len(found) < k:
        cost, choices = heapq.heappop(heap)
        found.append((cost, choices))
        for word, at in enumerate(choices):
            if at + 1 < len(options[word]):
                raised = (*choices[:word], at + 1, *choices[word + 1 :])
                if raised not in pushed:
                    pushed.add(raised)
                    heapq.heappush(heap, (cost - options[word][at] + options[word][at + 1], raised))
    return found
