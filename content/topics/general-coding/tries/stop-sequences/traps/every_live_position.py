# caught by: A stop of 6,000 letters, and 700 stops
# Moves all live positions of the trie on at each letter: as many as a stop is long.
class StopFilter:
    def __init__(self, stops):
        if "" in stops:
            raise ValueError("empty")
        self.root, self.live, self.held, self.met = {}, [], "", False
        for stop in stops:
            node = self.root
            for letter in stop:
                node = node.setdefault(letter, {})
            node["end"] = True

    def push(self, letter):
        if self.met:
            return ""
        self.held += letter
        live = [(length + 1, node[letter]) for length, node in [*self.live, (0, self.root)] if letter in node]
        ending = [length for length, node in live if "end" in node]
        self.live, self.met = live, bool(ending)
        cut = len(self.held) - max(ending or [length for length, _ in live], default=0)
        released, self.held = self.held[:cut], "" if self.met else self.held[cut:]
        return released

    def close(self):
        return self.held

    def stopped(self):
        return self.met
