# A label for each text and the members of each label; a join relabels the smaller cluster.
def together(n, pairs, most):
    label = list(range(n))
    members = [[text] for text in range(n)]
    answers = []
    for one, other in pairs:
        a, b = label[one], label[other]
        if a != b and len(members[a]) + len(members[b]) <= most:
            if len(members[a]) < len(members[b]):
                a, b = b, a
            for text in members[b]:
                label[text] = a
            members[a] += members[b]
            members[b] = []
        answers.append(label[one] == label[other])
    return answers
