# caught by: Step by step, without cancels
# Negates the whole pair for the side of the bids, so that the newest of equal bids is on top.
import heapq


class SpotMarket:
    def __init__(self):
        self.placed, self.offers, self.bids, self.open = 0, [], [], set()

    def _number(self):
        self.placed += 1
        return self.placed - 1

    def offer(self, price):
        number = self._number()
        while self.bids and -self.bids[0][1] not in self.open:
            heapq.heappop(self.bids)
        if self.bids and -self.bids[0][0] >= price:
            partner = -heapq.heappop(self.bids)[1]
            self.open.remove(partner)
            return partner
        heapq.heappush(self.offers, (price, number))
        self.open.add(number)
        return None

    def bid(self, price):
        number = self._number()
        while self.offers and self.offers[0][1] not in self.open:
            heapq.heappop(self.offers)
        if self.offers and self.offers[0][0] <= price:
            partner = heapq.heappop(self.offers)[1]
            self.open.remove(partner)
            return partner
        heapq.heappush(self.bids, (-price, -number))
        self.open.add(number)
        return None

    def cancel(self, number):
        was_open = number in self.open
        self.open.discard(number)
        return was_open
