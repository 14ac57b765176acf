# caught by: 20,000 additions to a list of 10,000
# Looks through the whole list for its worst entry at every addition.
class Shortlist:
    def __init__(self, k):
        if k < 1:
            raise ValueError("k")
        self.k, self.kept, self.added = k, [], 0

    def add(self, name, score):
        self.added += 1
        self.kept.append((score, -self.added, name))
        if len(self.kept) <= self.k:
            return None
        worst = min(self.kept)
        self.kept.remove(worst)
        return worst[2]

    def best(self):
        return [name for _, _, name in sorted(self.kept, reverse=True)]
