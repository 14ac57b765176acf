# caught by: 30 words with 10 candidates each, the 600 cheapest
# Best first over whole transcripts, with those that were pushed in a list: each look-up goes through it.
import heapq


def best_transcripts(options, k):
    first = (0,) * len(options)
    heap, pushed, found = [(sum(costs[0] for costs in options), first)], [first], []
    while heap and len(found) < k:
        cost, choices = heapq.heappop(heap)
        found.append((cost, choices))
        for word, at in enumerate(choices):
            if at + 1 < len(options[word]):
                raised = (*choices[:word], at + 1, *choices[word + 1 :])
                if raised not in pushed:
                    pushed.append(raised)
                    heapq.heappush(heap, (cost - options[word][at] + options[word][at + 1], raised))
    return found
