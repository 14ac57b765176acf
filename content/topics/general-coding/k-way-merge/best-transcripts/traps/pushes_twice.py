# caught by: Up to three words with few candidates
# Best first over whole transcripts, but one that is reached by two paths is found twice.
import heapq


def best_transcripts(options, k):
    heap, found = [(sum(costs[0] for costs in options), (0,) * len(options))], []
    while heap and len(found) < k:
        cost, choices = heapq.heappop(heap)
        found.append((cost, choices))
        for word, at in enumerate(choices):
            if at + 1 < len(options[word]):
                rise = options[word][at + 1] - options[word][at]
                heapq.heappush(heap, (cost + rise, (*choices[:word], at + 1, *choices[word + 1 :])))
    return found
