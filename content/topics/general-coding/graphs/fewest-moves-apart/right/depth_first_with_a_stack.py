# Depth first with a stack, the sides as sets, and a mark for each server to leave in place of sorting.
def moved(n, apart):
    partners = {}
    for one, other in apart:
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    seen, leaves = set(), [False] * n
    for first in sorted(partners):
        if first in seen:
            continue
        sides, stack = (set(), set()), [(first, 0)]
        while stack:
            server, here = stack.pop()
            if server in sides[1 - here]:
                return None
            if server not in sides[here]:
                sides[here].add(server)
                stack += [(partner, 1 - here) for partner in partners[server]]
        seen |= sides[0] | sides[1]
        for server in sides[0] if len(sides[0]) < len(sides[1]) else sides[1]:
            leaves[server] = True
    return [server for server in range(n) if leaves[server]]
