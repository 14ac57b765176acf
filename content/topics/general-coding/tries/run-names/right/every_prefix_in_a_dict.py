# A dict from every prefix to the names that have it.
class RunNames:
    def __init__(self):
        self.names, self.fitting = set(), {}

    def add(self, name):
        if name in self.names:
            return False
        self.names.add(name)
        for stop in range(len(name) + 1):
            self.fitting.setdefault(name[:stop], {})[name] = None
        return True

    def remove(self, name):
        if name not in self.names:
            return False
        self.names.discard(name)
        for stop in range(len(name) + 1):
            del self.fitting[name[:stop]][name]
        return True

    def resolve(self, text):
        if text in self.names:
            return text
        fitting = self.fitting.get(text, {})
        return list(fitting)[0] if len(fitting) == 1 else None

    def shortest(self, name):
        if name not in self.names:
            return None
        beginnings = [name[:stop] for stop in range(1, len(name))]
        return next((one for one in beginnings if len(self.fitting[one]) == 1), name)
