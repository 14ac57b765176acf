# caught by: Every graph of up to four servers
# Decides pair by pair, and takes for impossible what an earlier decision has made so.
def moved(n, apart):
    side = [None] * n
    for one, other in apart:
        if side[one] is None and side[other] is None:
            side[one], side[other] = 0, 1
        elif side[one] is None:
            side[one] = 1 - side[other]
        elif side[other] is None:
            side[other] = 1 - side[one]
        elif side[one] == side[other]:
            return None
    return [server for server in range(n) if side[server]]
