# caught by: 20,000 texts, one after another
# Lets the first leader follow the second, whatever their sizes, and never shortens a path.
def together(n, pairs, most):
    leader, size = list(range(n)), [1] * n

    def lead(text):
        while leader[text] != text:
            text = leader[text]
        return text

    answers = []
    for one, other in pairs:
        a, b = lead(one), lead(other)
        if a != b and size[a] + size[b] <= most:
            leader[a] = b
            size[b] += size[a]
            a = b
        answers.append(a == b)
    return answers
