# Two sorted lists with the best order at the end, and the price of each open order in a dictionary.
from bisect import bisect_left, insort


class SpotMarket:
    def __init__(self):
        self.placed, self.sides, self.open = 0, ([], []), {}

    def _place(self, side, key, limit):
        number, self.placed = self.placed, self.placed + 1
        others = self.sides[1 - side]
        if others and -others[-1][0] <= limit:
            partner = -others.pop()[1]
            del self.open[partner]
            return partner
        insort(self.sides[side], (-key, -number))
        self.open[number] = side, (-key, -number)
        return None

    def offer(self, price):
        return self._place(0, price, -price)

    def bid(self, price):
        return self._place(1, -price, price)

    def cancel(self, number):
        if number not in self.open:
            return False
        side, entry = self.open.pop(number)
        del self.sides[side][bisect_left(self.sides[side], entry)]
        return True
