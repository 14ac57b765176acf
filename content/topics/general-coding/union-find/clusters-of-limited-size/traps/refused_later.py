# caught by: The example in the statement
# Says False for a pair whose texts are in one cluster already: they are not joined any more.
def together(n, pairs, most):
    leader, size = list(range(n)), [1] * n

    def lead(text):
        while leader[text] != text:
            leader[text] = text = leader[leader[text]]
        return text

    answers = []
    for one, other in pairs:
        large, small = lead(one), lead(other)
        joins = large != small and size[large] + size[small] <= most
        if joins:
            if size[large] < size[small]:
                large, small = small, large
            leader[small] = large
            size[large] += size[small]
        answers.append(joins)
    return answers
