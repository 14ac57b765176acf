# caught by: Step by step, with cancels
# Throws away one canceled order from the top, where several may lie on each other.
import heapq


class SpotMarket:
    def __init__(self):
        self.placed, self.offers, self.bids, self.open = 0, [], [], set()

    def _place(self, own, key, others, limit):
        number, self.placed = self.placed, self.placed + 1
        if others and others[0][1] not in self.open:
            heapq.heappop(others)
        if others and others[0][0] <= limit:
            partner = heapq.heappop(others)[1]
            self.open.discard(partner)
            return partner
        heapq.heappush(own, (key, number))
        self.open.add(number)
        return None

    def offer(self, price):
        return self._place(self.offers, price, self.bids, -price)

    def bid(self, price):
        return self._place(self.bids, -price, self.offers, price)

    def cancel(self, number):
        was_open = number in self.open
        self.open.discard(number)
        return was_open
