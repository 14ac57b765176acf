"""Key by key: the first run that has it decides."""


def compact(runs):
    result = []
    for key in sorted({key for run in runs for key, _ in run}):
        value = next(dict(run)[key] for run in runs if key in dict(run))
        if value is not None:
            result.append((key, value))
    return result


class Run(list):
    """A run that may be read as an iterator, and again."""

    def __init__(self, records):
        super().__init__(records)
        self.place = 0

    def __next__(self):
        if self.place == len(self):
            raise StopIteration
        self.place += 1
        return self[self.place - 1]


def inputs(rng, draw):
    runs = []
    for _ in range(draw.length("runs", 8)):
        keys = sorted(rng.choice(8, rng.integers(0, 7), replace=False).tolist())
        runs.append(Run([(key, None if rng.random() < 0.4 else int(rng.integers(-1, 3))) for key in keys]))
    return (runs,)
