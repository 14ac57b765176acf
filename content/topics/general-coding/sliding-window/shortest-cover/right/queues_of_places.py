# The last places of each needed kind, and a heap of the oldest of them: O(n log n), and the events are never looked at again.
import heapq
from collections import deque


def shortest_cover(events, needed):
    places = {kind: deque(maxlen=count) for kind, count in needed.items() if count > 0}
    if not places:
        return (0, 0)
    full, heads, best = 0, [], None
    for place, event in enumerate(events):
        queue = places.get(event)
        if queue is None:
            continue
        filled = len(queue) == queue.maxlen
        queue.append(place)
        if len(queue) == queue.maxlen:
            full += not filled
            heapq.heappush(heads, (queue[0], event))
        if full == len(places):
            while places[heads[0][1]][0] != heads[0][0]:
                heapq.heappop(heads)
            length = place + 1 - heads[0][0]
            if best is None or length < best[1] - best[0]:
                best = (heads[0][0], place + 1)
    return best
