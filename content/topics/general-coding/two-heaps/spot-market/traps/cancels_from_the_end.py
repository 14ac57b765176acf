# caught by: Step by step, with cancels
# Looks the number up in a list: a negative one counts from the end, and closes one of the newest orders.
import heapq


class SpotMarket:
    def __init__(self):
        self.open, self.offers, self.bids = [], [], []

    def offer(self, price):
        return self._place(self.offers, price, self.bids, -price)

    def bid(self, price):
        return self._place(self.bids, -price, self.offers, price)

    def cancel(self, number):
        if number >= len(self.open) or not self.open[number]:
            return False
        self.open[number] = False
        return True

    def _place(self, own, key, others, limit):
        number = len(self.open)
        while others and not self.open[others[0][1]]:
            heapq.heappop(others)
        if others and others[0][0] <= limit:
            partner = heapq.heappop(others)[1]
            self.open[partner] = False
            self.open.append(False)
            return partner
        heapq.heappush(own, (key, number))
        self.open.append(True)
        return None
