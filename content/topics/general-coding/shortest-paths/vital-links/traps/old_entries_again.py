# caught by: A hub that is found again and again, by shorter ways
# Entries of the heap that are out of date are expanded again, each with all links of its center.
import heapq
from collections import defaultdict


def _search(graph, start):
    dist = {start: 0}
    heap = [(0, start)]
    while heap:
        d, u = heapq.heappop(heap)
        for v, w in graph.get(u, ()):
            if v not in dist or d + w < dist[v]:
                dist[v] = d + w
                heapq.heappush(heap, (d + w, v))
    return dist


def vital(links, source, target):
    out, back = defaultdict(list), defaultdict(list)
    for u, v, w in links:
        out[u].append((v, w))
        back[v].append((u, w))
    a, b = _search(out, source), _search(back, target)
    if target not in a:
        return []
    spans = sorted(
        (a[u], a[v], i) for i, (u, v, w) in enumerate(links) if u in a and v in b and a[u] + w + b[v] == a[target]
    )
    answer = []
    reach = -1
    for x, (lo, hi, i) in enumerate(spans):
        if lo >= reach and (x + 1 == len(spans) or spans[x + 1][0] >= hi):
            answer.append(i)
        reach = max(reach, hi)
    return sorted(answer)
