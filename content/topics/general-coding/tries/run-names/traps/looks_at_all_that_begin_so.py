# caught by: A beginning that 5,000 names have
# Keeps the names of every beginning, and makes a list of them to look at: as long as all names where all begin alike.
from collections import defaultdict


class RunNames:
    def __init__(self):
        self.beginning = defaultdict(set)

    def add(self, name):
        if name in self.beginning.get(name, ()):
            return False
        for stop in range(len(name) + 1):
            self.beginning[name[:stop]].add(name)
        return True

    def remove(self, name):
        if name not in self.beginning.get(name, ()):
            return False
        for stop in range(len(name) + 1):
            self.beginning[name[:stop]].remove(name)
        return True

    def resolve(self, text):
        names = list(self.beginning.get(text, ()))
        if text in names:
            return text
        return names[0] if len(names) == 1 else None

    def shortest(self, name):
        if name not in self.beginning.get(name, ()):
            return None
        for stop in range(1, len(name)):
            if len(self.beginning[name[:stop]]) == 1:
                return name[:stop]
        return name
