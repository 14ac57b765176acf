# caught by: One client
# Counts by the multiple of the window that a time falls into: twice the limit passes around its end.
class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window < 1:
            raise ValueError("at least 1")
        self.limit, self.window, self.counts = limit, window, {}

    def allow(self, client, time):
        key = client, time // self.window
        count = self.counts.get(key, 0)
        if count >= self.limit:
            return False
        self.counts = {k: v for k, v in self.counts.items() if k[1] == key[1]}
        self.counts[key] = count + 1
        return True

    def __len__(self):
        return len(self.counts)
