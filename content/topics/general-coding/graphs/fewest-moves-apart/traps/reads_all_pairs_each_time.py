# caught by: A chain of 20,000 servers
# Looks for the partners of a server in the whole list of pairs.
def moved(n, apart):
    side = [-1] * n
    leaving = []
    for first in range(n):
        if side[first] < 0:
            side[first], group = 0, [first]
            for server in group:
                for one, other in apart:
                    if server in (one, other):
                        partner = other if server == one else one
                        if side[partner] < 0:
                            side[partner] = 1 - side[server]
                            group.append(partner)
                        elif side[partner] == side[server]:
                            return None
            away = [server for server in group if side[server]]
            stay = [server for server in group if not side[server]]
            leaving += stay if len(stay) < len(away) else away
    return sorted(leaving)
