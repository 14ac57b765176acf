# caught by: A chain of 20,000 servers
# A frame for each server on the way: a long row is deeper than Python recurses.
def moved(n, apart):
    partners = [[] for _ in range(n)]
    for one, other in apart:
        partners[one].append(other)
        partners[other].append(one)
    side = [-1] * n

    def color(server, here, group):
        side[server] = here
        group.append(server)
        return all(
            color(partner, 1 - here, group) if side[partner] < 0 else side[partner] != here
            for partner in partners[server]
        )

    leaving = []
    for first in range(n):
        if side[first] < 0:
            group = []
            if not color(first, 0, group):
                return None
            away = [server for server in group if side[server]]
            stay = [server for server in group if not side[server]]
            leaving += stay if len(stay) < len(away) else away
    return sorted(leaving)
