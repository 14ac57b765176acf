# caught by: What was released is the text before the first stop
# Looks for a stop inside another one shorter end further only: a stop two ends away is missed.
from collections import deque


class StopFilter:
    def __init__(self, stops):
        self.next = [{}]
        self.depth = [0]
        self.ends = [0]
        for stop in stops:
            if not stop:
                raise ValueError("empty stop sequence")
            node = 0
            for letter in stop:
                if letter not in self.next[node]:
                    self.next[node][letter] = len(self.next)
                    self.next.append({})
                    self.depth.append(self.depth[node] + 1)
                    self.ends.append(0)
                node = self.next[node][letter]
            self.ends[node] = len(stop)
        self.fail = [0] * len(self.next)
        own = list(self.ends)
        queue = deque(self.next[0].values())
        while queue:
            node = queue.popleft()
            if not self.ends[node]:
                self.ends[node] = own[self.fail[node]]
            for letter, kid in self.next[node].items():
                f = self.fail[node]
                while f and letter not in self.next[f]:
                    f = self.fail[f]
                self.fail[kid] = self.next[f].get(letter, 0)
                queue.append(kid)
        self.node = 0
        self.held = deque()
        self.done = False

    def push(self, letter):
        if self.done:
            return ""
        self.held.append(letter)
        node = self.node
        while node and letter not in self.next[node]:
            node = self.fail[node]
        node = self.next[node].get(letter, 0)
        self.node = node
        keep = self.depth[node]
        if self.ends[node]:
            self.done = True
            keep = self.ends[node]
        out = "".join(self.held.popleft() for _ in range(len(self.held) - keep))
        if self.done:
            self.held.clear()
        return out

    def close(self):
        out = "".join(self.held)
        self.held.clear()
        return out

    def stopped(self):
        return self.done
