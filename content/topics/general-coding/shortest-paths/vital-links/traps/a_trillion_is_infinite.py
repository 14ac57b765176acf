# caught by: 5,000 links of the greatest length, one after another
# A trillion stands for infinity, but a shortest path may be five times as long.
import heapq
from collections import defaultdict


def _search(graph, start):
    dist = {start: 0}
    heap = [(0, start)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]:
            continue
        for v, w in graph.get(u, ()):
            if d + w < dist.get(v, 10**12):
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
        alone = lo >= reach and (x + 1 == len(spans) or spans[x + 1][0] >= hi)
        if alone:
            answer.append(i)
        reach = max(reach, hi)
    return sorted(answer)
