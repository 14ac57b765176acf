# caught by: Letters that somebody takes for the end of a name
# Marks the end of a name by `$` among the letters, which may itself be one.
class RunNames:
    def __init__(self):
        self.root = {}

    def _node(self, name):
        node = self.root
        for letter in name:
            node = node.get(letter)
            if node is None:
                return None
        return node

    def add(self, name):
        if "$" in (self._node(name) or ()):
            return False
        node = self.root
        node["runs"] = node.get("runs", 0) + 1
        for letter in name:
            node = node.setdefault(letter, {})
            node["runs"] = node.get("runs", 0) + 1
        node["$"] = {}
        return True

    def remove(self, name):
        if "$" not in (self._node(name) or ()):
            return False
        del self._node(name)["$"]
        node = self.root
        node["runs"] -= 1
        for letter in name:
            child = node[letter]
            child["runs"] -= 1
            if not child["runs"]:
                del node[letter]
                break
            node = child
        return True

    def resolve(self, text):
        node = self._node(text)
        if node is None or "$" in node:
            return text if node else None
        if node.get("runs") != 1:
            return None
        while "$" not in node:
            letter = next(letter for letter in node if letter != "runs")
            text, node = text + letter, node[letter]
        return text

    def shortest(self, name):
        if "$" not in (self._node(name) or ()):
            return None
        node = self.root
        for place, letter in enumerate(name, 1):
            node = node[letter]
            if node["runs"] == 1:
                return name[:place]
        return name
