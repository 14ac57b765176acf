# caught by: What was released is the text before the first stop
# Marks the end of a stop in the trie by a dollar sign, which may be a letter of another.
class StopFilter:
    def __init__(self, stops):
        if any(not s for s in stops):
            raise ValueError("empty")
        self.root = {}
        for s in stops:
            node = self.root
            for c in s:
                node = node.setdefault(c, {})
            node["$"] = len(s)
        fail = {id(self.root): self.root}
        self.fail, self.depth, self.match = fail, {id(self.root): 0}, {id(self.root): 0}
        queue = [self.root]
        for u in queue:
            if u is not self.root:
                self.match[id(u)] = u.get("$") or self.match[id(fail[id(u)])]
            for c, v in u.items():
                if c == "$":
                    continue
                f = fail[id(u)]
                while f is not self.root and c not in f:
                    f = fail[id(f)]
                fail[id(v)] = f[c] if u is not self.root and c in f else self.root
                self.depth[id(v)] = self.depth[id(u)] + 1
                queue.append(v)
        self.node, self.held, self.done = self.root, [], False

    def push(self, letter):
        if self.done:
            return ""
        self.held.append(letter)
        node = self.node
        while node is not self.root and letter not in node:
            node = self.fail[id(node)]
        self.node = node = node.get(letter, self.root)
        if not isinstance(node, dict):
            self.node = node = self.root
        keep = self.match[id(node)] or self.depth[id(node)]
        cut = len(self.held) - keep
        out = "".join(self.held[:cut])
        if cut:
            self.held = self.held[cut:]
        if self.match[id(node)]:
            self.done, self.held = True, []
        return out

    def close(self):
        return "" if self.done else "".join(self.held)

    def stopped(self):
        return self.done
