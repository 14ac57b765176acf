# caught by: 10,000 names
# Keeps the names of every beginning in a list, and looks along it for the one that goes.
class RunNames:
    def __init__(self):
        self.names, self.beginning = set(), {}

    def add(self, name):
        if name in self.names:
            return False
        self.names.add(name)
        for stop in range(len(name) + 1):
            self.beginning.setdefault(name[:stop], []).append(name)
        return True

    def remove(self, name):
        if name not in self.names:
            return False
        self.names.remove(name)
        for stop in range(len(name) + 1):
            self.beginning[name[:stop]].remove(name)
        return True

    def resolve(self, text):
        names = self.beginning.get(text, [])
        if text in self.names:
            return text
        return names[0] if len(names) == 1 else None

    def shortest(self, name):
        if name not in self.names:
            return None
        shorter = (name[:stop] for stop in range(1, len(name)))
        return next((text for text in shorter if len(self.beginning[text]) == 1), name)
