# caught by: Every pair of up to three of four words
# Matches equal words without looking at the other ways, as the plain edit distance may.
def word_errors(reference, heard):
    rows = [list(range(len(heard) + 1))]
    for i, word in enumerate(reference, 1):
        row = [i]
        for j, other in enumerate(heard, 1):
            if word == other:
                row.append(rows[i - 1][j - 1])
                continue
            options = [rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + 1]
            if i > 1 and reference[i - 2] + word == other:
                options.append(rows[i - 2][j - 1])
            if j > 1 and heard[j - 2] + other == word:
                options.append(rows[i - 1][j - 2])
            row.append(min(options))
        rows.append(row)
    return rows[-1][-1]
