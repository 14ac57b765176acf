# caught by: A row of 5,000 centers, listed from its end
# A queue in place of the heap: a center goes on again for each better time, and all behind it do.
from collections import deque


def arrival(links, source, target, start):
    departing = {}
    for origin, end, every, takes in links:
        departing.setdefault(origin, []).append((end, every, takes))
    best, queue = {source: start}, deque([source])
    while queue:
        center = queue.popleft()
        for end, every, takes in departing.get(center, ()):
            there = best[center] + -best[center] % every + takes
            if end not in best or there < best[end]:
                best[end] = there
                queue.append(end)
    return best.get(target)
