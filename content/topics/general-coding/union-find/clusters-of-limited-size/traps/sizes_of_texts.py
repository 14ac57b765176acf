# caught by: Up to four pairs of four texts
# Reads the sizes of the two texts, which are up to date at their leaders only.
def together(n, pairs, most):
    leader, size = list(range(n)), [1] * n

    def lead(text):
        while leader[text] != text:
            text = leader[text]
        return text

    answers = []
    for one, other in pairs:
        a, b = lead(one), lead(other)
        if a != b and size[one] + size[other] <= most:
            leader[b] = a
            size[a] = size[b] = size[a] + size[b]
        answers.append(lead(one) == lead(other))
    return answers
