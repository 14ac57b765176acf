from itertools import product

from sharpen import checks


def one_by_one(events):
    """The open spans in a plain list, searched from its end."""
    running, found = [], []
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            running.append((place, name))
            continue
        same = [at for at, (_, other) in enumerate(running) if other == name]
        if same:
            found += [inner for inner, _ in running[same[-1] + 1 :]]
            del running[same[-1] :]
    return sorted(found)


def events_of(*names):
    return list(product(("enter", "leave"), names))


SMALL = [(events,) for events in checks.lists(events_of("a", "b"), 5)]
SMALL += [(events,) for events in checks.lists(events_of("a", "b", "c"), 4, 3)]
NAMES = ["load", "Load", "load batch", "load shard", "", " ", "enter", "leave", "step", "step."]


def traces(rng, size):
    """Spans that are mostly left one after the other, and sometimes several at once."""
    length, names, entering = size
    events, running = [], []
    for _ in range(length):
        name = NAMES[rng.integers(names)]
        if rng.random() < entering:
            events.append(("enter", name))
            running.append(name)
            continue
        if running and rng.random() < 0.9:
            up = min(len(running), int(rng.geometric(0.6)))
            name = running[-up]
            del running[-up:]
        events.append(("leave", name))
    return (events,)


def one_step(rng, size):
    """A step around spans that are left one by one, or not at all before the step is left."""
    inner, running = int(rng.integers(1, size + 1)), []
    events = [("enter", "step"), ("enter", "load")]
    for _ in range(inner):
        if running and rng.random() < 0.4:
            events.append(("leave", running.pop()))
        else:
            running.append(NAMES[rng.integers(7)])
            events.append(("enter", running[-1]))
    return ([*events, ("leave", "step")],)


def as_many_as_not_left(got, events):
    """Entered spans in ascending order, as many as have no leave of their own."""
    for before, place in zip([-1, *got], got, strict=False):
        if not before < place < len(events):
            return f"the answer has {place} after {before}; indices go up from 0, and stay below {len(events)}"
        if events[place][0] != "enter":
            return f"at place {place} stands {events[place]}, which enters no span"
    entered = sum(kind == "enter" for kind, _ in events)
    wanted = 2 * entered - len(events)
    return None if len(got) == wanted else f"{wanted} of {entered} spans were never left, but {len(got)} are listed"


def deep(rng, size):
    """Deeply nested spans that are never left; many leaves of others; then all but the outermost are cut short.

    The others were never entered, or all left before.
    """
    depth, foreign, *left_before = size
    before = [("enter", "log"), ("leave", "log")] if left_before else []
    inner = [("enter", f"layer {number % 7}") for number in range(depth)]
    return ([*before, ("enter", "step"), *inner, *[("leave", "log")] * foreign, ("leave", "step")],)


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "abandoned",
            [
                ("enter", "step"),
                ("enter", "load"),
                ("leave", "load"),
                ("enter", "load"),
                ("enter", "parse"),
                ("leave", "step"),
                ("enter", "save"),
            ],
        ),
        [3, 4],
        same=checks.exactly(),
    ),
    checks.exhaustive("Every trace of up to five events", "abandoned", SMALL, expected=one_by_one),
    checks.oracle(
        "Random traces",
        "abandoned",
        traces,
        [(0, 1, 0.5), (1, 1, 1), (6, 2, 0.5), (20, 3, 0.6), (60, 10, 0.55), (300, 10, 0.6), (2000, 6, 0.52)],
        expected=one_by_one,
        same=checks.exactly(),
    ),
    checks.property(
        "As many as have no leave of their own, in ascending order",
        "abandoned",
        one_step,
        [1, 4, 30, 300],
        holds=as_many_as_not_left,
    ),
    checks.unchanged("The events are not changed", "abandoned", deep, [(3, 1), (40, 8)]),
    checks.growth(
        "Deep nesting, and 20,000 leaves of spans that are not open",
        "abandoned",
        deep,
        [(15_000, 20_000), (15_000, 20_000, "left before")],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Names that are nearly alike, and the empty one",
        "abandoned",
        [
            *(
                ([("enter", f"a{mark}"), ("enter", "b"), ("leave", "a"), ("leave", "b"), ("leave", f"a{mark}")],)
                for mark in " ,|/$#*.\0\n{éŁ"
            ),
            ([("enter", "é"), ("enter", "ü"), ("leave", "é")],),
            ([("enter", "é"), ("enter", "Ł"), ("leave", "ü"), ("leave", "A"), ("leave", "é")],),
            ([("enter", ""), ("enter", "x"), ("leave", ""), ("leave", "x")],),
            ([("enter", "x"), ("enter", ""), ("leave", "X"), ("leave", "x")],),
        ],
        expected=one_by_one,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Hundreds open by one name, and spans late in 50,000 events",
        "abandoned",
        [
            ([*[("enter", "a")] * 256, ("leave", "a"), ("enter", "b"), ("leave", "a")],),
            ([*[("enter", "a")] * 40_000, ("enter", "b"), ("leave", "a"), ("leave", "b")],),
            (
                [
                    *(("leave", f"span {number}") for number in range(49_000)),
                    ("enter", "a"),
                    ("enter", "b"),
                    ("leave", "a"),
                ],
            ),
            (
                [
                    *(("enter", f"span {number}") for number in range(40_000)),
                    *(("leave", f"other {number}") for number in range(40)),
                    ("leave", "span 39990"),
                ],
            ),
        ],
        same=checks.exactly(),
    ),
]
