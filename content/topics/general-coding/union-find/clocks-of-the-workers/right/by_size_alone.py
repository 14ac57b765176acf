# Never shortens a path: joining the smaller group to the larger one keeps each path below fifteen steps.
class Clocks:
    def __init__(self):
        self.nodes = {}

    def _find(self, name):
        node = self.nodes.setdefault(name, {"up": None, "by": 0, "size": 1, "ends": (0, 0)})
        total = 0
        while node["up"] is not None:
            total += node["by"]
            node = node["up"]
        return node, total

    def measure(self, one, other, ahead):
        (a, x), (b, y) = self._find(one), self._find(other)
        if a is b:
            return x == y + ahead
        by = y + ahead - x
        if a["size"] > b["size"]:
            a, b, by = b, a, -by
        a["up"], a["by"] = b, by
        b["size"] += a["size"]
        b["ends"] = (min(b["ends"][0], a["ends"][0] + by), max(b["ends"][1], a["ends"][1] + by))
        return True

    def ahead(self, one, other):
        (a, x), (b, y) = self._find(one), self._find(other)
        if a is b:
            return x - y

    def spread(self, worker):
        low, high = self._find(worker)[0]["ends"]
        return high - low
