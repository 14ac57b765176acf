# caught by: A full buffer, searched and asked for its total
# Sums all priorities whenever the total is asked for, since that is one short line.
class ReplayBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.c = capacity
        self.tree = [0] * (capacity + 1)
        self.p = [0] * capacity
        self.n = 0
        self.sum = 0
        self.top = 1 << (capacity.bit_length() - 1)

    def _set(self, slot, priority):
        delta = priority - self.p[slot]
        self.p[slot] = priority
        self.sum += delta
        i = slot + 1
        while i <= self.c:
            self.tree[i] += delta
            i += i & -i

    def _before(self, slot):
        s = 0
        while slot:
            s += self.tree[slot]
            slot &= slot - 1
        return s

    def add(self, priority):
        number = self.n
        self._set(number % self.c, priority)
        self.n += 1
        return number

    def update(self, number, priority):
        if number < 0 or number >= self.n or number < self.n - self.c:
            return False
        self._set(number % self.c, priority)
        return True

    def total(self):
        return sum(self.p)

    def find(self, x):
        if x < 0 or x >= self.sum:
            raise IndexError(x)
        first = max(0, self.n - self.c)
        x += self._before(first % self.c)
        if x >= self.sum:
            x -= self.sum
        i, step = 0, self.top
        while step:
            j = i + step
            if j <= self.c and self.tree[j] <= x:
                i = j
                x -= self.tree[j]
            step >>= 1
        return first + (i - first) % self.c
