# caught by: Long chains, asked about again
# A recursive search for the leader, and joins that make long paths: deeper than Python recurses.
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
            leader[a] = b
            size[b] += size[a]
            a = b
        answers.append(a == b)
    return answers
