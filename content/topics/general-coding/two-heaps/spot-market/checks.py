from itertools import product

from sharpen import checks


class Listed:
    """Open orders in plain lists, looked through at every call."""

    def __init__(self):
        self.count, self.offers, self.bids = 0, [], []

    def _number(self):
        self.count += 1
        return self.count - 1

    def offer(self, price):
        number = self._number()
        if self.bids and max(self.bids)[0] >= price:
            best = max(self.bids, key=lambda order: (order[0], -order[1]))
            self.bids.remove(best)
            return best[1]
        self.offers.append((price, number))
        return None

    def bid(self, price):
        number = self._number()
        if self.offers and min(self.offers)[0] <= price:
            best = min(self.offers)
            self.offers.remove(best)
            return best[1]
        self.bids.append((price, number))
        return None

    def cancel(self, number):
        before = len(self.offers) + len(self.bids)
        self.offers = [order for order in self.offers if order[1] != number]
        self.bids = [order for order in self.bids if order[1] != number]
        return len(self.offers) + len(self.bids) < before


def trading(rng, size):
    """Orders around one price; cancels of any number, some of orders yet to come or of none."""
    count, spread, canceling = size
    middle = int(rng.choice([spread, 500_000, 1_000_000 - spread]))
    steps, placed = [], 0
    for _ in range(count):
        if rng.random() < canceling:
            number = int(rng.integers(0, placed + 2))
            steps.append(("cancel", number if number <= placed else -1 - placed % 3))
        else:
            steps.append((("offer", "bid")[rng.integers(2)], middle + int(rng.integers(-spread, spread + 1))))
            placed += 1
    return (), steps


def two_at_the_ends(rng, size):
    """Any two orders at two prices next to each other, both canceled before the next two are placed."""
    placed = list(product(product(("offer", "bid"), size), repeat=2))
    steps = []
    for turn, place in enumerate(rng.permutation(len(placed))):
        steps += [*placed[place], ("cancel", 2 * turn), ("cancel", 2 * turn + 1)]
    return (), steps


def orders(rng, size):
    _, steps = trading(rng, (*size, 0))
    call = checks.call("SpotMarket")
    for name, price in steps:
        call = call.method(name, price)
    return call


def each_trades_once(got):
    """Without cancels the place of an answer is the number of its order."""
    traded = set()
    for number, partner in enumerate(got):
        if partner is None:
            continue
        if not 0 <= partner < number:
            return f"order {number} trades with {partner}, which was not placed before it"
        if partner in traded:
            return f"order {partner} trades with {number}, but it has traded before"
        traded |= {partner, number}
    return None if traded else "no order trades"


def steps_of(*steps):
    return checks.Call("SpotMarket", (), {}, tuple((name, (value,)) for name, value in steps))


def busy(offers, bids, quick):
    """Books that no order clears; orders that trade in between; cancels in the deeper one; and buyers at any price."""
    far = [("offer", 900_000 - number) for number in range(offers)] + [("bid", number) for number in range(bids)]
    near = [(kind, 500_000) for _ in range(quick) for kind in ("bid", "offer")]
    deeper = range(offers) if offers > bids else range(offers, offers + bids)
    canceled = [("cancel", number) for number in deeper[len(deeper) // 5 :]]
    return steps_of(
        *far,
        *near,
        *canceled,
        *[("bid", 1_000_000)] * quick,
        *canceled[:4000],
        ("cancel", -1),
        ("cancel", 1_000_000),
        ("cancel", -1_000_000),
    )


def begins_empty(ask):
    """Orders of the market before have the same numbers."""
    ask(steps_of(("offer", 1), ("offer", 2), ("bid", 0)))
    got = ask(steps_of(("offer", 9), ("bid", 5), ("offer", 7), ("bid", 8)))
    if list(got) == [None, None, None, 2]:
        return None
    return f"after another market, an offer at 9, a bid of 5, an offer at 7 and a bid of 8 give {list(got)}; 8 takes 2"


CHECKS = [
    checks.example(
        "The example in the statement",
        steps_of(
            *[("offer", 7), ("offer", 5), ("bid", 8), ("bid", 6)],
            *[("offer", 5), ("cancel", 0), ("bid", 9), ("cancel", 1)],
        ),
        [None, None, 1, None, 3, True, None, False],
        same=checks.exactly(),
    ),
    checks.sequence(
        "Step by step, without cancels",
        "SpotMarket",
        trading,
        [(1, 1, 0), (2, 1, 0), (6, 1, 0), (20, 3, 0), (60, 2, 0), (150, 10, 0), (150, 400_000, 0)],
        model=Listed,
    ),
    checks.sequence(
        "Step by step, with cancels",
        "SpotMarket",
        trading,
        [(1, 1, 1), (3, 0, 0.5), (6, 1, 0.4), (20, 2, 0.3), (60, 1, 0.4), (150, 5, 0.3), (300, 30, 0.4)],
        model=Listed,
    ),
    checks.sequence(
        "The lowest and the highest prices",
        "SpotMarket",
        two_at_the_ends,
        [(0, 1), (999_999, 1_000_000)],
        model=Listed,
    ),
    checks.property(
        "An order trades once, with one placed before it",
        "SpotMarket",
        orders,
        [(12, 1), (60, 3), (200, 1000)],
        holds=each_trades_once,
        drawn=False,
    ),
    checks.relation(
        "A new market begins empty",
        "SpotMarket",
        [steps_of(("offer", 1))],
        holds=begins_empty,
        empty=True,
        drawn=False,
    ),
    checks.growth(
        "A deep book, and thousands of cancels",
        "SpotMarket",
        [busy(13_000, 1500, 1000), busy(1500, 13_000, 1000)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Canceling what does not exist leaves what does",
        "SpotMarket",
        [
            checks.Call(
                "SpotMarket",
                (),
                {},
                (
                    ("offer", (5,)),
                    ("offer", (6,)),
                    *(("cancel", (number,)) for number in numbers),
                    ("bid", (9,)),
                    ("bid", (9,)),
                ),
            )
            for numbers in ((-1, -2), (65_536, 65_537), (-65_536, 256), (2**20, 10**6), (-(10**6), 2))
        ],
        same=checks.exactly(),
    ),
]
