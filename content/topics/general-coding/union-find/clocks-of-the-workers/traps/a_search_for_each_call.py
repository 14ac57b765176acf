# caught by: A row of 10,000 workers
# Keeps a graph, and walks over the whole group for each question.
from collections import defaultdict, deque


class Clocks:
    def __init__(self):
        self.edges = defaultdict(list)

    def measure(self, one, other, ahead):
        known = self._around(other).get(one)
        if known is None:
            self.edges[one].append((other, -ahead))
            self.edges[other].append((one, ahead))
        return known in (None, ahead)

    def ahead(self, one, other):
        return self._around(other).get(one)

    def spread(self, worker):
        places = self._around(worker).values()
        return max(places) - min(places)

    def _around(self, worker):
        places, queue = {worker: 0}, deque([worker])
        while queue:
            here = queue.popleft()
            for there, more in self.edges[here]:
                if there not in places:
                    places[there] = places[here] + more
                    queue.append(there)
        return places
