# A list that is kept sorted: inserting moves up to k references, which is quick for a few thousand.
from bisect import insort


class Shortlist:
    def __init__(self, k):
        if k < 1:
            raise ValueError("k")
        self.k, self.kept, self.added = k, [], 0

    def add(self, name, score):
        self.added += 1
        insort(self.kept, (-score, self.added, name))
        return self.kept.pop()[2] if len(self.kept) > self.k else None

    def best(self):
        return [name for _, _, name in self.kept]
