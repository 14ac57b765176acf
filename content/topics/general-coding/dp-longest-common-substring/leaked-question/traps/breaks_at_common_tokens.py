# caught by: Every pair of up to four tokens of two kinds
# A common token ends the run, so that runs never reach across one.
def shared_weight(document, question, common):
    best, before = 0, [0] * (len(question) + 1)
    for token in document:
        row = [0] + [before[j] + 1 if token == other and token not in common else 0 for j, other in enumerate(question)]
        best, before = max(best, *row), row
    return best
