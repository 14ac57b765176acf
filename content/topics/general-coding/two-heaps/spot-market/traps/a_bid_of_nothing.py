# caught by: The lowest and the highest prices
# Asks `if price` before it compares, so that a bid of 0 takes no offer, not even one at 0.
import heapq


class SpotMarket:
    def __init__(self):
        self.books = {"offer": [], "bid": []}
        self.open = []

    def offer(self, price):
        return self.place("offer", "bid", price, price)

    def bid(self, price):
        return self.place("bid", "offer", -price, price)

    def place(self, side, other, key, price):
        self.open.append(True)
        book = self.books[other]
        while book and not self.open[book[0][1]]:
            heapq.heappop(book)
        if book and book[0][0] <= -key and (price or side == "offer"):
            _, taken = heapq.heappop(book)
            self.open[taken] = self.open[-1] = False
            return taken
        heapq.heappush(self.books[side], (key, len(self.open) - 1))
        return None

    def cancel(self, number):
        there = 0 <= number < len(self.open) and self.open[number]
        if there:
            self.open[number] = False
        return there
