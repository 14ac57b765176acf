# The whole table, filled from the end of both lists.
def shared_weight(document, question, common):
    n, m = len(document), len(question)
    table = [[0] * (m + 1) for _ in range(n + 1)]
    best = 0
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            if document[i] == question[j]:
                table[i][j] = table[i + 1][j + 1] + (0 if document[i] in common else 1)
                best = max(best, table[i][j])
    return best
