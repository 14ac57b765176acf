# The document is read along a suffix automaton of the question; weights come from prefix sums: O(n + m).
def shared_weight(document, question, common):
    light = set(common)
    links, lengths, edges, last = [-1], [0], [{}], 0
    for token in question:
        new = len(links)
        lengths.append(lengths[last] + 1)
        links.append(0)
        edges.append({})
        at = last
        while at >= 0 and token not in edges[at]:
            edges[at][token] = new
            at = links[at]
        if at >= 0:
            to = edges[at][token]
            if lengths[to] == lengths[at] + 1:
                links[new] = to
            else:
                copy = len(links)
                lengths.append(lengths[at] + 1)
                links.append(links[to])
                edges.append(dict(edges[to]))
                while at >= 0 and edges[at].get(token) == to:
                    edges[at][token] = copy
                    at = links[at]
                links[to] = links[new] = copy
        last = new
    sums = [0]
    for token in document:
        sums.append(sums[-1] + (token not in light))
    best = at = length = 0
    for stop, token in enumerate(document, 1):
        while at and token not in edges[at]:
            at = links[at]
            length = lengths[at]
        if token in edges[at]:
            at, length = edges[at][token], length + 1
        best = max(best, sums[stop] - sums[stop - length])
    return best
