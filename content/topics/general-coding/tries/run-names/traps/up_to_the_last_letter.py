# caught by: Letters that somebody takes for the end of a name
# Looks up to `text + "\uffff"` in a sorted list: there are letters after that one.
from bisect import bisect_left, insort


class RunNames:
    def __init__(self):
        self.names, self.known = [], set()

    def add(self, name):
        if name in self.known:
            return False
        self.known.add(name)
        insort(self.names, name)
        return True

    def remove(self, name):
        if name not in self.known:
            return False
        self.known.remove(name)
        del self.names[bisect_left(self.names, name)]
        return True

    def resolve(self, text):
        if text in self.known:
            return text
        first, after = bisect_left(self.names, text), bisect_left(self.names, text + "\uffff")
        return self.names[first] if after - first == 1 else None

    def shortest(self, name):
        if name not in self.known:
            return None
        return next(name[:stop] for stop in range(1, len(name) + 1) if self.resolve(name[:stop]) == name)
