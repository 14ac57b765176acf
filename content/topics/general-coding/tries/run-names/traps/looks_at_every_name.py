# caught by: 10,000 names
# Looks at all names for each question.
class RunNames:
    def __init__(self):
        self.names = set()

    def add(self, name):
        if name in self.names:
            return False
        self.names.add(name)
        return True

    def remove(self, name):
        if name not in self.names:
            return False
        self.names.remove(name)
        return True

    def resolve(self, text):
        if text in self.names:
            return text
        fitting = [name for name in self.names if name.startswith(text)]
        return fitting[0] if len(fitting) == 1 else None

    def shortest(self, name):
        if name not in self.names:
            return None
        for stop in range(1, len(name)):
            if sum(other.startswith(name[:stop]) for other in self.names) == 1:
                return name[:stop]
        return name
