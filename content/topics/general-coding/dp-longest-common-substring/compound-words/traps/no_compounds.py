# caught by: The example in the statement
# The edit distance of the words, as in any library.
def word_errors(reference, heard):
    row = list(range(len(heard) + 1))
    for i, word in enumerate(reference, 1):
        before, row = row, [i]
        for j, other in enumerate(heard, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (word != other)))
    return row[-1]
