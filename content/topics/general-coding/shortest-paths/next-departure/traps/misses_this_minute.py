# caught by: Every graph of three centers
# Takes the next departure after this minute, also where one departs right now.
from heapq import heappop, heappush


def arrival(links, source, target, start):
    departing = {}
    for origin, end, every, takes in links:
        departing.setdefault(origin, []).append((end, every, takes))
    reached, heap = set(), [(start, source)]
    while heap:
        now, center = heappop(heap)
        if center == target:
            return now
        if center not in reached:
            reached.add(center)
            for end, every, takes in departing.get(center, ()):
                heappush(heap, ((now // every + 1) * every + takes, end))
    return None
