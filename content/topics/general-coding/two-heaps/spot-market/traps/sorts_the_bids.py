# caught by: A deep book, and thousands of cancels
# Sorts all open bids once more for each new one.
import heapq


class SpotMarket:
    def __init__(self):
        self.offers, self.bids, self.open = [], [], []

    def best(self, book):
        while book and not self.open[book[0][1]]:
            heapq.heappop(book)
        return book[0] if book else None

    def trade(self, book):
        _, number = heapq.heappop(book)
        self.open[number] = False
        self.open.append(False)
        return number

    def offer(self, price):
        best = self.best(self.bids)
        if best and -best[0] >= price:
            return self.trade(self.bids)
        heapq.heappush(self.offers, (price, len(self.open)))
        self.open.append(True)
        return None

    def bid(self, price):
        best = self.best(self.offers)
        if best and best[0] <= price:
            return self.trade(self.offers)
        self.bids.append((-price, len(self.open)))
        self.bids.sort()
        self.open.append(True)
        return None

    def cancel(self, number):
        if not 0 <= number < len(self.open) or not self.open[number]:
            return False
        self.open[number] = False
        return True
