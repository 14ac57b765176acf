# caught by: Names that come and go
# Adds to the counts even if the name is there already.
class Node:
    def __init__(self):
        self.count, self.ends, self.children = 0, False, {}


class RunNames:
    def __init__(self):
        self.root = Node()

    def find(self, text):
        node = self.root
        for letter in text:
            node = node.children.get(letter)
            if node is None:
                return None
        return node

    def there(self, name):
        node = self.find(name)
        return node is not None and node.ends

    def add(self, name):
        new = not self.there(name)
        node = self.root
        node.count += 1
        for letter in name:
            node = node.children.setdefault(letter, Node())
            node.count += 1
        node.ends = True
        return new

    def remove(self, name):
        if not self.there(name):
            return False
        node = self.root
        node.count -= 1
        for letter in name:
            child = node.children[letter]
            child.count -= 1
            if not child.count:
                del node.children[letter]
            node = child
        node.ends = False
        return True

    def resolve(self, text):
        node = self.find(text)
        if node is None:
            return None
        if node.ends:
            return text
        if node.count != 1:
            return None
        while not node.ends:
            letter, node = next(iter(node.children.items()))
            text += letter
        return text

    def shortest(self, name):
        if not self.there(name):
            return None
        node = self.root
        for place, letter in enumerate(name):
            node = node.children[letter]
            if node.count == 1:
                return name[: place + 1]
        return name
