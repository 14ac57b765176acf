"""The whole history of calls, from which each answer is found anew."""

from sharpen import checks


class LabelingQueue:
    def __init__(self, lease):
        if lease < 1:
            raise ValueError
        self.lease, self.added, self.history = lease, [], []

    def add(self, item):
        self.added.append(item)

    def _last(self, item):
        """The last event of an item: its number, what it was, who and when; None if there is none."""
        events = [(number, *event) for number, event in enumerate(self.history) if event[2] == item]
        return events[-1] if events else None

    def take(self, worker, time):
        lost = []
        for item in self.added:
            last = self._last(item)
            if last and last[1] == "lent" and time >= last[4] + self.lease:
                lost.append((last[4], last[0], item))
        never = [item for item in self.added if self._last(item) is None]
        item = min(lost)[2] if lost else never[0] if never else None
        if item is not None:
            self.history.append(("lent", worker, item, time))
        return item

    def _ask(self, kind, worker, item, time):
        last = self._last(item)
        if last is None or last[1] != "lent" or last[2] != worker or time >= last[4] + self.lease:
            return False
        self.history.append((kind, worker, item, time))
        return True

    def renew(self, worker, item, time):
        return self._ask("lent", worker, item, time)

    def finish(self, worker, item, time):
        return self._ask("done", worker, item, time)


same = {"LabelingQueue": checks.exactly()}


def inputs(rng, draw):
    lease = int(rng.choice([1, 2, 3, 5, 8, 0]))
    call, time, count = checks.call("LabelingQueue", lease), int(rng.choice([0, 10**9 - 200])), 0
    if lease == 0:
        return call
    for _ in range(rng.integers(1, 60)):
        time += int(rng.choice([0, 0, 1, 1, 2, lease]))
        worker, item, turn = f"w{rng.integers(2)}", f"i{rng.integers(count + 1)}", rng.random()
        if turn < 0.2:
            call, count = call.method("add", f"i{count}"), count + 1
        elif turn < 0.55:
            call = call.method("take", worker, time)
        else:
            call = call.method("renew" if turn < 0.8 else "finish", worker, item, time)
    return call
