# caught by: The example in the statement
# Adds the sizes before it looks whether the clusters are one and the same.
def together(n, pairs, most):
    leader, size = list(range(n)), [1] * n

    def lead(text):
        while leader[text] != text:
            leader[text] = text = leader[leader[text]]
        return text

    answers = []
    for one, other in pairs:
        large, small = lead(one), lead(other)
        if size[large] + size[small] > most:
            answers.append(False)
            continue
        if large != small:
            if size[large] < size[small]:
                large, small = small, large
            leader[small] = large
            size[large] += size[small]
        answers.append(True)
    return answers
