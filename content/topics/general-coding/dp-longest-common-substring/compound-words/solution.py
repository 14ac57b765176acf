from collections.abc import Sequence


def word_errors(reference: Sequence[str], heard: Sequence[str]) -> int:
    """The fewest word errors of a transcript; two words for the compound they make, or the reverse, are no error.

    Parameters
    ----------
    reference : list of str
        The words that were said.
    heard : list of str
        The words that the model wrote.

    Returns
    -------
    int
        The smallest possible number of words left out, inserted or mistaken.

    Notes
    -----
    `rows[i][j]` is the answer for the first i and the first j words. An alignment ends in one of five ways, and what
    stands before is a shorter one: O(n * m) time and space.
    """
    rows = [list(range(len(heard) + 1))]
    for i, word in enumerate(reference, 1):
        row = [i]
        for j, other in enumerate(heard, 1):
            errors = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (word != other))
            if i > 1 and reference[i - 2] + word == other:
                errors = min(errors, rows[i - 2][j - 1])
            if j > 1 and heard[j - 2] + other == word:
                errors = min(errors, rows[i - 1][j - 2])
            row.append(errors)
        rows.append(row)
    return rows[-1][-1]
