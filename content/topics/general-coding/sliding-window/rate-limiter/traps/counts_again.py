# caught by: A call takes the same time with a large limit
# Filters the list of what counts on every call, which takes as long as the limit is large.
class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window < 1:
            raise ValueError("at least 1")
        self.limit, self.window, self.accepted = limit, window, []

    def allow(self, client, time):
        self.accepted = [(at, who) for at, who in self.accepted if time - at < self.window]
        if sum(who == client for _, who in self.accepted) >= self.limit:
            return False
        self.accepted.append((time, client))
        return True

    def __len__(self):
        return len({who for _, who in self.accepted})
