# caught by: Every pair of up to four tokens of two kinds
# Takes the common tokens out of both lists first: what was apart stands together then.
def shared_weight(document, question, common):
    document = [token for token in document if token not in common]
    question = [token for token in question if token not in common]
    best, before = 0, [0] * (len(question) + 1)
    for token in document:
        row = [0] + [before[j] + 1 if token == other else 0 for j, other in enumerate(question)]
        best, before = max(best, *row), row
    return best
