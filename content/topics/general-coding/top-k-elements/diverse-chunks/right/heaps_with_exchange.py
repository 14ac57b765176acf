# A heap for each document and one of all that is taken; a new hit replaces the worst of its document, or the worst of all.
import heapq
from collections import defaultdict


def best_chunks(hits, k, most):
    taken, everything, documents = set(), [], defaultdict(list)

    def worst(heap):
        while heap[0] not in taken:
            heapq.heappop(heap)
        return heap[0]

    counts = defaultdict(int)
    for chunk, score in hits:
        entry, document = (score, -chunk), chunk // 100
        if counts[document] == most:
            rival = worst(documents[document])
        elif len(taken) == k:
            rival = worst(everything)
        else:
            rival = None
        if rival is not None:
            if rival > entry:
                continue
            taken.remove(rival)
            counts[-rival[1] // 100] -= 1
        taken.add(entry)
        counts[document] += 1
        heapq.heappush(documents[document], entry)
        heapq.heappush(everything, entry)
        if len(everything) > 4 * k:
            everything = sorted(taken)
            documents = defaultdict(list)
            for kept in everything:
                documents[-kept[1] // 100].append(kept)
            counts = defaultdict(int, {name: len(heap) for name, heap in documents.items()})
    return [-chunk for _, chunk in sorted(taken, reverse=True)]
