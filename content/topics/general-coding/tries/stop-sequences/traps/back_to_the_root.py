# caught by: Stops that nearly come, and one that does
# Where a letter does not fit it begins again at the root, and forgets suffixes that begin another stop.
class Node:
    def __init__(self, depth):
        self.depth, self.stop, self.back, self.children = depth, 0, None, {}


class StopFilter:
    def __init__(self, stops):
        if "" in stops:
            raise ValueError("empty")
        self.root = self.node = Node(0)
        self.held, self.met = [], False
        for stop in stops:
            node = self.root
            for letter in stop:
                node = node.children.setdefault(letter, Node(node.depth + 1))
            node.stop = node.depth
        queue = [self.root]
        for node in queue:
            for letter, child in node.children.items():
                back = node.back
                while back is not None and letter not in back.children:
                    back = back.back
                child.back = self.root if back is None else back.children[letter]
                child.stop = child.stop or child.back.stop
                queue.append(child)

    def push(self, letter):
        if self.met:
            return ""
        self.held.append(letter)
        if letter not in self.node.children:
            self.node = self.root
        self.node = self.node.children.get(letter, self.root)
        self.met = self.node.stop > 0
        cut = len(self.held) - (self.node.stop or self.node.depth)
        released = "".join(self.held[:cut])
        self.held = [] if self.met else self.held[cut:] if cut else self.held
        return released

    def close(self):
        return "".join(self.held)

    def stopped(self):
        return self.met
