# caught by: A stop of 6,000 letters, and 700 stops
# Compares the end of the text with every stop and with every prefix of one.
class StopFilter:
    def __init__(self, stops):
        if "" in stops:
            raise ValueError("empty")
        self.stops, self.held, self.met = stops, "", False

    def push(self, letter):
        if self.met:
            return ""
        self.held += letter
        ending = [len(stop) for stop in self.stops if self.held.endswith(stop)]
        keep = max(ending, default=0)
        for stop in () if ending else self.stops:
            for length in range(min(len(stop), len(self.held)), keep, -1):
                if self.held.endswith(stop[:length]):
                    keep = length
                    break
        self.met = bool(ending)
        cut = len(self.held) - keep
        released, self.held = self.held[:cut], "" if self.met else self.held[cut:]
        return released

    def close(self):
        return self.held

    def stopped(self):
        return self.met
