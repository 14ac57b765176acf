# caught by: Ranges of up to a trillion
# A set of all samples that were seen, one by one.
class Seen:
    def __init__(self):
        self.samples = set()

    def add(self, start, stop):
        if stop <= start:
            raise ValueError
        new = 0
        for sample in range(start, stop):
            if sample not in self.samples:
                self.samples.add(sample)
                new += 1
        return new

    def forget(self, start, stop):
        if stop <= start:
            raise ValueError
        known = 0
        for sample in range(start, stop):
            if sample in self.samples:
                self.samples.discard(sample)
                known += 1
        return known

    def next_unseen(self, position):
        while position in self.samples:
            position += 1
        return position
