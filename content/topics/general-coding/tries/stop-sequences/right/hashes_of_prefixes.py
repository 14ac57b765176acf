# No trie: hashes of all prefixes; letters leave the front of what is held until its hash is one of them.
BASE, SIZE = 1_000_003, (1 << 61) - 1


class StopFilter:
    def __init__(self, stops):
        if "" in stops:
            raise ValueError("a stop is empty")
        self.beginnings, self.whole = {}, {}
        for stop in stops:
            value = 0
            for length, letter in enumerate(stop, 1):
                value = (value * BASE + ord(letter) + 1) % SIZE
                self.beginnings.setdefault((length, value), None)
            self.whole[len(stop), value] = None
        self.lengths = sorted({len(stop) for stop in stops}, reverse=True)
        self.powers, self.sums, self.text, self.out, self.met = [1], [0], [], 0, False
        for _ in range(max(self.lengths, default=0) + 1):
            self.powers.append(self.powers[-1] * BASE % SIZE)

    def value(self, length):
        start = len(self.sums) - 1 - length
        return (self.sums[-1] - self.sums[start] * self.powers[length]) % SIZE

    def push(self, letter):
        if self.met:
            return ""
        self.text.append(letter)
        self.sums.append((self.sums[-1] * BASE + ord(letter) + 1) % SIZE)
        length = len(self.text) - self.out
        while length and (length, self.value(length)) not in self.beginnings if length < len(self.powers) else True:
            length -= 1
        for whole in self.lengths:
            if whole <= length and (whole, self.value(whole)) in self.whole:
                self.met, length = True, whole
                break
        stop = len(self.text) - length
        released, self.out = "".join(self.text[self.out : stop]), stop
        return released

    def close(self):
        return "" if self.met else "".join(self.text[self.out :])

    def stopped(self):
        return self.met
