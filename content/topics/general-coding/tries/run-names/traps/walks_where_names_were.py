# caught by: The one name that is left of thousands
# Looks below a prefix for two names at most, which is quick until names go: their letters are never taken out.
class RunNames:
    def __init__(self):
        self.root, self.names = {}, set()

    def add(self, name):
        if name in self.names:
            return False
        self.names.add(name)
        node = self.root
        for letter in name:
            node = node.setdefault(letter, {})
        node[""] = name
        return True

    def remove(self, name):
        if name not in self.names:
            return False
        self.names.remove(name)
        node = self.root
        for letter in name:
            node = node[letter]
        del node[""]
        return True

    def resolve(self, text):
        if text in self.names:
            return text
        node = self.root
        for letter in text:
            node = node.get(letter, {})
        found, todo = [], [node]
        while todo and len(found) < 2:
            for letter, below in todo.pop().items():
                (todo if letter else found).append(below)
        return found[0] if len(found) == 1 else None

    def shortest(self, name):
        prefixes = (name[:end] for end in range(1, len(name) + 1))
        return next((text for text in prefixes if self.resolve(text) == name), None) if name in self.names else None
