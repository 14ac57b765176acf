# caught by: 20,000 texts, one after another
# A label for each text, and a look at all labels for each join.
def together(n, pairs, most):
    label, size = list(range(n)), [1] * n
    answers = []
    for one, other in pairs:
        a, b = label[one], label[other]
        if a != b and size[a] + size[b] <= most:
            label = [a if mark == b else mark for mark in label]
            size[a] += size[b]
        answers.append(label[one] == label[other])
    return answers
