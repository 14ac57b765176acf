"""The trace rewritten, event by event, as a text of nested spans."""


def abandoned(events):
    running, found = [], set()
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            running = [*running, place]
        else:
            named = [at for at in running if events[at][1] == name]
            if named:
                found |= {at for at in running if at > named[-1]}
                running = [at for at in running if at < named[-1]]
    return [place for place in range(len(events)) if place in found]


def inputs(rng, draw):
    names = ["a", "A", "b", "", "leave"][: rng.integers(1, 6)]
    kinds = ["enter"] * int(rng.integers(1, 4)) + ["leave"] * int(rng.integers(1, 3))
    length = draw.length("events", 40)
    return ([(kinds[rng.integers(len(kinds))], names[rng.integers(len(names))]) for _ in range(length)],)
