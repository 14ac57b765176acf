def count_plans(epochs: str) -> int:
    """How many good plans of saving there are, when some epochs are already decided.

    Parameters
    ----------
    epochs : str
        For each epoch `S` (save), `-` (do not) or `?` (free).

    Returns
    -------
    int
        The plans without two saves in a row and without three epochs in a row that do not save.

    Notes
    -----
    Good plans so far, by how many epochs ago they saved last: just now, one, or two. The empty plan has not saved at
    all; after it a save and two epochs without are both allowed. O(n) time, O(1) space.
    """
    fresh, saved, one, two = 1, 0, 0, 0
    for letter in epochs:
        save = fresh + one + two if letter != "-" else 0
        one, two = (fresh + saved, one) if letter != "S" else (0, 0)
        fresh, saved = 0, save
    return fresh + saved + one + two
