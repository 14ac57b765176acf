# caught by: Every graph of up to four servers
# Lets the smallest number of each group stay, also where fewer moves would do if it went.
def moved(n, apart):
    partners = [[] for _ in range(n)]
    for one, other in apart:
        partners[one].append(other)
        partners[other].append(one)
    side = [-1] * n
    for first in range(n):
        if side[first] < 0:
            side[first], group = 0, [first]
            for server in group:
                for partner in partners[server]:
                    if side[partner] < 0:
                        side[partner] = 1 - side[server]
                        group.append(partner)
                    elif side[partner] == side[server]:
                        return None
    return [server for server in range(n) if side[server]]
