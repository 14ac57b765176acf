# A heap of minutes and the centers that are reached at each.
from heapq import heappop, heappush


def arrival(links, source, target, start):
    departing = {}
    for link in links:
        departing.setdefault(link[0], []).append(link)
    minutes, at, reached = [start], {start: {source}}, set()
    while minutes:
        now = heappop(minutes)
        for center in at.pop(now) - reached:
            if center == target:
                return now
            reached.add(center)
            for _, end, every, takes in departing.get(center, []):
                there = (now + every - 1) // every * every + takes
                if end not in reached:
                    if there not in at:
                        at[there] = set()
                        heappush(minutes, there)
                    at[there].add(end)
