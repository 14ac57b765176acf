# caught by: Every pair of up to three of four words
# Joins neighbors beforehand wherever their compound occurs in the other list, and then counts plain edits.
def word_errors(reference, heard):
    def joined(words, others):
        result, at = [], 0
        while at < len(words):
            if at + 1 < len(words) and words[at] + words[at + 1] in others:
                result.append(words[at] + words[at + 1])
                at += 2
            else:
                result.append(words[at])
                at += 1
        return result

    reference, heard = joined(reference, set(heard)), joined(heard, set(reference))
    row = list(range(len(heard) + 1))
    for i, word in enumerate(reference, 1):
        before, row = row, [i]
        for j, other in enumerate(heard, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (word != other)))
    return row[-1]
