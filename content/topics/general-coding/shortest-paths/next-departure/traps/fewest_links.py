# caught by: The example in the statement
# Breadth first: the path with the fewest links is not the earliest.
from collections import deque


def arrival(links, source, target, start):
    departing = {}
    for origin, end, every, takes in links:
        departing.setdefault(origin, []).append((end, every, takes))
    best, queue = {source: start}, deque([source])
    while queue:
        center = queue.popleft()
        for end, every, takes in departing.get(center, ()):
            if end not in best:
                best[end] = best[center] + -best[center] % every + takes
                queue.append(end)
    return best.get(target)
