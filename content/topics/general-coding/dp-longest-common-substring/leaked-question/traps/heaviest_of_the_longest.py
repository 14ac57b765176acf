# caught by: Every pair of up to four tokens of two kinds
# Looks for the longest shared run and weighs that one; a shorter one may be heavier.
def shared_weight(document, question, common):
    longest, weight, before = 0, 0, [(0, 0)] * (len(question) + 1)
    for token in document:
        row = [(0, 0)]
        for j, other in enumerate(question):
            length, heavy = before[j]
            row.append((length + 1, heavy + (token not in common)) if token == other else (0, 0))
            if row[-1][0] > longest:
                longest, weight = row[-1]
        before = row
    return weight
