"""For each letter whether any continuation could make it part of a stop, tried out on the stops themselves."""

from sharpen import checks


class StopFilter:
    def __init__(self, stops):
        if any(not stop for stop in stops):
            raise ValueError
        self.stops, self.text, self.start, self.end = stops, "", 0, None

    def push(self, letter):
        if self.end is not None:
            return ""
        self.text += letter
        begins = [
            start
            for start in range(len(self.text))
            for stop in self.stops
            if self.text[start:] == stop[: len(self.text) - start]
        ]
        complete = [start for start in begins if self.text[start:] in self.stops]
        if complete:
            self.end = min(complete)
        return self._up_to(self.end if complete else min(begins, default=len(self.text)))

    def _up_to(self, place):
        released, self.start = self.text[self.start : place], place
        return released

    def close(self):
        return self._up_to(len(self.text)) if self.end is None else ""

    def stopped(self):
        return self.end is not None


same = {"StopFilter": checks.exactly()}


def inputs(rng, draw):
    letters = "abc"[: rng.integers(1, 4)]

    def word(least, most):
        return "".join(letters[place] for place in rng.integers(0, len(letters), rng.integers(least, most)))

    stops = [word(1, 9) for _ in range(rng.integers(0, 5))]
    if rng.random() < 0.02:
        stops.append("")
    call = checks.call("StopFilter", stops)
    if "" in stops:
        return call
    text = word(0, 12)
    for _ in range(rng.integers(0, 5)):
        text += stops[rng.integers(len(stops))][:-1] if stops else word(1, 4)
    for letter in text + word(0, 9):
        call = call.method("push", letter)
    return call.method("stopped").method("close")
