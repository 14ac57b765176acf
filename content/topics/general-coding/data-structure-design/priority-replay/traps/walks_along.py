# caught by: A full buffer, searched and asked for its total
# Walks along the line from its beginning.
from collections import deque


class ReplayBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity, self.priorities, self.first, self.sum = capacity, deque(), 0, 0

    def add(self, priority):
        self.priorities.append(priority)
        self.sum += priority
        if len(self.priorities) > self.capacity:
            self.sum -= self.priorities.popleft()
            self.first += 1
        return self.first + len(self.priorities) - 1

    def update(self, number, priority):
        if not self.first <= number < self.first + len(self.priorities):
            return False
        self.sum += priority - self.priorities[number - self.first]
        self.priorities[number - self.first] = priority
        return True

    def total(self):
        return self.sum

    def find(self, x):
        if not 0 <= x < self.sum:
            raise IndexError(x)
        for number, priority in enumerate(self.priorities, self.first):
            if x < priority:
                return number
            x -= priority
