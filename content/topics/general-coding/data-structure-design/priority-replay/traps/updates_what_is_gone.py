# caught by: Adding, updating and finding in turn
# Looks up a place by the number's remainder without asking whether the transition is still there.
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
        if not 0 <= number < self.added:
            return False
        self.put(number % self.capacity, priority)
        return True

    def total(self):
        return self.sums[1]

    def find(self, x):
        if not 0 <= x < self.sums[1]:
            raise IndexError(x)
        first = max(0, self.added - self.capacity)
        node, before = self.leaves + first % self.capacity, 0
        while node > 1:
            before += self.sums[node - 1] if node % 2 else 0
            node //= 2
        x = (x + before) % self.sums[1]
        while node < self.leaves:
            node *= 2
            if x >= self.sums[node]:
                x -= self.sums[node]
                node += 1
        return first + (node - self.leaves - first) % self.capacity
