# caught by: The example in the statement
# The longest common subsequence: tokens between those that match are skipped.
def shared_weight(document, question, common):
    before = [0] * (len(question) + 1)
    for token in document:
        row = [0]
        for j, other in enumerate(question):
            best = max(before[j + 1], row[j])
            row.append(max(best, before[j] + (token not in common)) if token == other else best)
        before = row
    return before[-1]
