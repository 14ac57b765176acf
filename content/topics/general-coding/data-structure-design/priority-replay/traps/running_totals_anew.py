# caught by: A full buffer, searched and asked for its total
# Running totals and binary search; a change makes all of them anew.
from bisect import bisect_right
from collections import deque
from itertools import accumulate


class ReplayBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity, self.priorities, self.first, self.totals = capacity, deque(), 0, None

    def add(self, priority):
        self.totals = None
        self.priorities.append(priority)
        if len(self.priorities) > self.capacity:
            self.priorities.popleft()
            self.first += 1
        return self.first + len(self.priorities) - 1

    def update(self, number, priority):
        if not self.first <= number < self.first + len(self.priorities):
            return False
        self.totals = None
        self.priorities[number - self.first] = priority
        return True

    def total(self):
        if self.totals is None:
            self.totals = list(accumulate(self.priorities))
        return self.totals[-1] if self.totals else 0

    def find(self, x):
        if not 0 <= x < self.total():
            raise IndexError(x)
        return self.first + bisect_right(self.totals, x)
