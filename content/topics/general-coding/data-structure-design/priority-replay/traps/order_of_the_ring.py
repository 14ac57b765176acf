# caught by: The example in the statement
# Finds in the order of the places of the ring, not from the oldest on.
class ReplayBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity, self.added, self.leaves = capacity, 0, 1
        while self.leaves < capacity:
            self.leaves *= 2
        self.sums = [0] * (2 * self.leaves)

    def put(self, place, priority):
        node = self.leaves + place
        self.sums[node] = priority
        while node > 1:
            node //= 2
            self.sums[node] = self.sums[2 * node] + self.sums[2 * node + 1]

    def add(self, priority):
        self.put(self.added % self.capacity, priority)
        self.added += 1
        return self.added - 1

    def update(self, number, priority):
        if not max(0, self.added - self.capacity) <= number < self.added:
            return False
        self.put(number % self.capacity, priority)
        return True

    def total(self):
        return self.sums[1]

    def find(self, x):
        if not 0 <= x < self.sums[1]:
            raise IndexError(x)
        node = 1
        while node < self.leaves:
            node *= 2
            if x >= self.sums[node]:
                x -= self.sums[node]
                node += 1
        place = node - self.leaves
        first = max(0, self.added - self.capacity)
        return first + (place - first) % self.capacity
