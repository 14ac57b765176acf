# The automaton with numbers for nodes; the held text is a stretch of all that came.
class StopFilter:
    def __init__(self, stops):
        if not all(stops):
            raise ValueError("empty stop")
        self.go, self.back, self.depth, self.longest = [{}], [0], [0], [0]
        for stop in stops:
            state = 0
            for letter in stop:
                if letter not in self.go[state]:
                    self.go[state][letter] = len(self.go)
                    self.go.append({})
                    self.back.append(0)
                    self.depth.append(self.depth[state] + 1)
                    self.longest.append(0)
                state = self.go[state][letter]
            self.longest[state] = len(stop)
        queue = list(self.go[0].values())
        for state in queue:
            self.longest[state] = self.longest[state] or self.longest[self.back[state]]
            for letter, child in self.go[state].items():
                self.back[child] = self.step(self.back[state], letter)
                queue.append(child)
        self.state, self.text, self.out, self.end = 0, [], 0, False

    def step(self, state, letter):
        while state and letter not in self.go[state]:
            state = self.back[state]
        return self.go[state].get(letter, 0)

    def push(self, letter):
        if self.end:
            return ""
        self.text.append(letter)
        self.state = self.step(self.state, letter)
        self.end = bool(self.longest[self.state])
        stop = len(self.text) - (self.longest[self.state] or self.depth[self.state])
        released, self.out = "".join(self.text[self.out : stop]), stop
        return released

    def close(self):
        return "" if self.end else "".join(self.text[self.out :])

    def stopped(self):
        return self.end
