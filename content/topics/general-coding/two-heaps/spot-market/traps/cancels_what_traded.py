# caught by: The example in the statement
# Knows canceled orders only: one that has traded can still be canceled.
import heapq


class SpotMarket:
    def __init__(self):
        self.placed, self.offers, self.bids, self.canceled = 0, [], [], set()

    def _place(self, own, key, others, limit):
        number, self.placed = self.placed, self.placed + 1
        while others and others[0][1] in self.canceled:
            heapq.heappop(others)
        if others and others[0][0] <= limit:
            return heapq.heappop(others)[1]
        heapq.heappush(own, (key, number))
        return None

    def offer(self, price):
        return self._place(self.offers, price, self.bids, -price)

    def bid(self, price):
        return self._place(self.bids, -price, self.offers, price)

    def cancel(self, number):
        fresh = number < self.placed and number not in self.canceled
        self.canceled.add(number)
        return fresh
