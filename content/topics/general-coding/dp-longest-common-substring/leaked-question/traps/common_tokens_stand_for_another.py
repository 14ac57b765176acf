# caught by: Common tokens must be equal in both, too
# As common tokens prove nothing, any of them is taken for any other.
def shared_weight(document, question, common):
    nothing = set(common)
    best = 0
    row = [0] * (len(question) + 1)
    for t in document:
        new = [0] * (len(question) + 1)
        for j, u in enumerate(question):
            if t in nothing and u in nothing:
                new[j + 1] = row[j]
            elif t == u:
                new[j + 1] = row[j] + 1
                best = max(best, new[j + 1])
        row = new
    return best
