"""Every order with its state in one list, which is looked through at each call."""

from sharpen import checks


class SpotMarket:
    def __init__(self):
        self.orders = []

    def _trade(self, kind, price, fits):
        open_ones = [
            (cost if kind == "bid" else -cost, number)
            for number, (other, cost, is_open) in enumerate(self.orders)
            if is_open and other != kind and fits(cost)
        ]
        partner = min(open_ones)[1] if open_ones else None
        self.orders.append([kind, price, partner is None])
        if partner is not None:
            self.orders[partner][2] = False
        return partner

    def bid(self, price):
        return self._trade("bid", price, lambda cost: cost <= price)

    def offer(self, price):
        return self._trade("offer", price, lambda pays: pays >= price)

    def cancel(self, number):
        was_open = 0 <= number < len(self.orders) and self.orders[number][2]
        if was_open:
            self.orders[number][2] = False
        return was_open


same = {"SpotMarket": checks.exactly()}


def inputs(rng, draw):
    call, few = checks.call("SpotMarket"), rng.random() < 0.7
    for _ in range(rng.integers(1, 25)):
        if rng.random() < 0.25:
            call = call.method("cancel", int(rng.integers(-20, 20)))
        else:
            price = int(rng.integers(0, 4)) if few else int(draw("price"))
            call = call.method(["bid", "offer"][rng.integers(2)], price)
    return call
