# caught by: A chain of 20,000 servers
# Raises the limit of recursion to the number of servers, which leaves no frame for the caller.
import sys

sys.setrecursionlimit(20_000)


def moved(n, apart):
    near = [[] for _ in range(n)]
    for a, b in apart:
        near[a].append(b)
        near[b].append(a)
    zone, answer = [None] * n, []

    def visit(server, color, sides):
        zone[server] = color
        sides[color].append(server)
        for other in near[server]:
            if zone[other] is None:
                if not visit(other, 1 - color, sides):
                    return False
            elif zone[other] == color:
                return False
        return True

    for first in range(n):
        if zone[first] is None:
            sides = [[], []]
            if not visit(first, 0, sides):
                return None
            answer += sides[0] if len(sides[0]) < len(sides[1]) else sides[1]
    return sorted(answer)
