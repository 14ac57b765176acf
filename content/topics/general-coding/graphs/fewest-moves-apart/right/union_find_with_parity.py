# Union-find that keeps for each server whether it is on its leader's side; groups are joined as pairs come.
def moved(n, apart):
    leader, differs, size = list(range(n)), [0] * n, [1] * n

    def find(server):
        path = []
        while leader[server] != server:
            path.append(server)
            server = leader[server]
        parity = 0
        for below in reversed(path):
            parity ^= differs[below]
            leader[below], differs[below] = server, parity
        return server

    for one, other in apart:
        a, b = find(one), find(other)
        parity = differs[one] ^ differs[other] ^ 1
        if a == b:
            if parity:
                return None
            continue
        if size[a] < size[b]:
            a, b = b, a
        leader[b], differs[b], size[a] = a, parity, size[a] + size[b]
    groups = {}
    for server in range(n):
        top = find(server)
        groups.setdefault(top, ([], []))[differs[server]].append(server)
    leaving = []
    for sides in groups.values():
        small, large = sorted(sides, key=len)
        if len(small) == len(large):
            small = max(sides, key=lambda members: members[0])
        leaving.extend(small)
    return sorted(leaving)
