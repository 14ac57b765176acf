# A Fenwick tree over the ring, searched by powers of two, with the priorities beside it.
class ReplayBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.n, self.tree, self.priorities, self.added, self.sum = capacity, [0] * (capacity + 1), [0] * capacity, 0, 0

    def change(self, place, priority):
        difference = priority - self.priorities[place]
        self.priorities[place] = priority
        self.sum += difference
        place += 1
        while place <= self.n:
            self.tree[place] += difference
            place += place & -place

    def add(self, priority):
        self.change(self.added % self.n, priority)
        self.added += 1
        return self.added - 1

    def update(self, number, priority):
        if number < 0 or number >= self.added or number < self.added - self.n:
            return False
        self.change(number % self.n, priority)
        return True

    def total(self):
        return self.sum

    def find(self, x):
        if x < 0 or x >= self.sum:
            raise IndexError(x)
        oldest = max(0, self.added - self.n)
        place = oldest % self.n
        while place:
            x += self.tree[place]
            place -= place & -place
        x %= self.sum
        step = 1 << self.n.bit_length()
        while step:
            if place + step <= self.n and self.tree[place + step] <= x:
                place += step
                x -= self.tree[place]
            step //= 2
        return oldest + (place - oldest) % self.n
