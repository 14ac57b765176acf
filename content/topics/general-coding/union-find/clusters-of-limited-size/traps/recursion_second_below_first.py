# caught by: Long chains, asked about again
# A recursive search for the leader; here the second text goes below the first, so that the paths are long the other way round.
def together(n, pairs, most):
    leader, size = list(range(n)), [1] * n

    def lead(text):
        if leader[text] != text:
            leader[text] = lead(leader[text])
        return leader[text]

    answers = []
    for one, other in pairs:
        a, b = lead(one), lead(other)
        if a != b and size[a] + size[b] <= most:
            leader[b] = a
            size[a] += size[b]
            b = a
        answers.append(a == b)
    return answers
