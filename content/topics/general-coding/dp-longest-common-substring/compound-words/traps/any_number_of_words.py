# caught by: A compound needs all its letters, and is made of two words
# Lets a compound be made of any number of words, where the statement says two.
from functools import cache


def word_errors(reference, heard):
    @cache
    def errors(i, j):
        if i == 0 or j == 0:
            return i + j
        best = min(
            errors(i - 1, j) + 1, errors(i, j - 1) + 1, errors(i - 1, j - 1) + (reference[i - 1] != heard[j - 1])
        )
        for count in range(2, i + 1):
            if "".join(reference[i - count : i]) == heard[j - 1]:
                best = min(best, errors(i - count, j - 1))
        for count in range(2, j + 1):
            if "".join(heard[j - count : j]) == reference[i - 1]:
                best = min(best, errors(i - 1, j - count))
        return best

    return errors(len(reference), len(heard))
