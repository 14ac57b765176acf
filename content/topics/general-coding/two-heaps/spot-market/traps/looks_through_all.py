# caught by: A deep book, and thousands of cancels
# Looks for the best order among all open ones: right, and linear at every call.
class SpotMarket:
    def __init__(self):
        self.placed, self.offers, self.bids = 0, {}, {}

    def _place(self, own, price, others, best, fits):
        number, self.placed = self.placed, self.placed + 1
        if others:
            partner = best(others, key=others.get)
            if fits(others[partner]):
                del others[partner]
                return partner
        own[number] = price
        return None

    def offer(self, price):
        return self._place(self.offers, price, self.bids, max, lambda pays: pays >= price)

    def bid(self, price):
        return self._place(self.bids, price, self.offers, min, lambda costs: costs <= price)

    def cancel(self, number):
        return self.offers.pop(number, self.bids.pop(number, None)) is not None
