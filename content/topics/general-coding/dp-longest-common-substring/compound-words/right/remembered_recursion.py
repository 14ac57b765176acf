# Top down over the two lengths; two hundred calls deep.
from functools import cache


def word_errors(reference, heard):
    @cache
    def errors(i, j):
        if i == 0 or j == 0:
            return i + j
        options = [errors(i - 1, j) + 1, errors(i, j - 1) + 1]
        options.append(errors(i - 1, j - 1) + (reference[i - 1] != heard[j - 1]))
        if i > 1 and reference[i - 2] + reference[i - 1] == heard[j - 1]:
            options.append(errors(i - 2, j - 1))
        if j > 1 and heard[j - 2] + heard[j - 1] == reference[i - 1]:
            options.append(errors(i - 1, j - 2))
        return min(options)

    return errors(len(reference), len(heard))
