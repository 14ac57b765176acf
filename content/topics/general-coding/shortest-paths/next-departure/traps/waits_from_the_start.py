# caught by: The example in the statement
# Adds up a length for each link that is fixed: its travel and the wait at the start.
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
                heappush(heap, (now + -start % every + takes, end))
    return None
