"""A sorted list in which names with a common prefix are next to each other; neighbors decide."""

from bisect import bisect_left, insort

from sharpen import checks


class RunNames:
    def __init__(self):
        self.names = []

    def _place(self, name):
        place = bisect_left(self.names, name)
        return place if self.names[place : place + 1] == [name] else None

    def add(self, name):
        if self._place(name) is not None:
            return False
        insort(self.names, name)
        return True

    def remove(self, name):
        place = self._place(name)
        if place is None:
            return False
        del self.names[place]
        return True

    def resolve(self, text):
        place = bisect_left(self.names, text)
        fitting = [name for name in self.names[place : place + 2] if name[: len(text)] == text]
        return fitting[0] if fitting and (fitting[0] == text or len(fitting) == 1) else None

    def shortest(self, name):
        place = self._place(name)
        if place is None:
            return None
        common = 0
        for other in self.names[max(0, place - 1) : place] + self.names[place + 1 : place + 2]:
            here = 0
            while here < min(len(name), len(other)) and name[here] == other[here]:
                here += 1
            common = max(common, here)
        return name[: common + 1]


same = {"RunNames": checks.exactly()}


def inputs(rng, draw):
    letters = "abAé"[: rng.integers(1, 5)]

    def word(least):
        return "".join(letters[place] for place in rng.integers(0, len(letters), rng.integers(least, 6)))

    call, known = checks.call("RunNames"), ["a"]
    for _ in range(rng.integers(1, 60)):
        turn = rng.random()
        name = known[rng.integers(len(known))] if rng.random() < 0.6 else word(1)
        known.append(name)
        if turn < 0.4:
            call = call.method("add", name)
        elif turn < 0.55:
            call = call.method("remove", name)
        elif turn < 0.8:
            call = call.method("resolve", name[: rng.integers(0, len(name) + 1)])
        else:
            call = call.method("shortest", name)
    return call
