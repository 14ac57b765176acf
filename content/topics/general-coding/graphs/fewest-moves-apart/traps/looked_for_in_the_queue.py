# caught by: A server with 19,000 partners
# Looks for a server in the whole queue before it joins: quadratic where many wait.
from collections import deque


def moved(n, apart):
    near = [[] for _ in range(n)]
    for a, b in apart:
        near[a].append(b)
        near[b].append(a)
    zone = [None] * n
    answer = []
    for first in range(n):
        if zone[first] is not None:
            continue
        sides = [[], []]
        queue, color = deque([first]), {first: 0}
        while queue:
            server = queue.popleft()
            zone[server] = color[server]
            sides[zone[server]].append(server)
            for other in near[server]:
                if zone[other] is None and other not in queue:
                    color[other] = 1 - zone[server]
                    queue.append(other)
                elif color[other] == zone[server]:
                    return None
        answer += sides[0] if len(sides[0]) < len(sides[1]) else sides[1]
    return sorted(answer)
