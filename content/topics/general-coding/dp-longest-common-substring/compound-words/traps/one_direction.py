# caught by: The example in the statement
# Two words said and one written are a compound; one said and two written are not thought of.
def word_errors(reference, heard):
    rows = [list(range(len(heard) + 1))]
    for i, word in enumerate(reference, 1):
        row = [i]
        for j, other in enumerate(heard, 1):
            errors = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (word != other))
            if i > 1 and reference[i - 2] + word == other:
                errors = min(errors, rows[i - 2][j - 1])
            row.append(errors)
        rows.append(row)
    return rows[-1][-1]
