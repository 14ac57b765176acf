# caught by: 10,000 questions about a group of 10,000
# The members of a group are at hand, as the smaller one is moved to the larger, so their spread is looked up when asked.
class Clocks:
    def __init__(self):
        self.groups = {}

    def group(self, worker):
        return self.groups.setdefault(worker, {worker: 0})

    def measure(self, one, other, ahead):
        into, moved = self.group(one), self.group(other)
        if into is moved:
            return into[one] - into[other] == ahead
        shift = into[one] - ahead - moved[other]
        if len(into) < len(moved):
            into, moved, shift = moved, into, -shift
        for worker, clock in moved.items():
            into[worker] = clock + shift
            self.groups[worker] = into
        return True

    def ahead(self, one, other):
        group = self.group(one)
        return group[one] - group[other] if other in group else None

    def spread(self, worker):
        clocks = self.group(worker).values()
        return max(clocks) - min(clocks)
