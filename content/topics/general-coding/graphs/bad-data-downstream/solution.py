def suspect(readers: dict[str, list[str]], bad: list[str], guarded: list[str]) -> set[str]:
    """The tables that bad data has reached.

    Parameters
    ----------
    readers : dict of str to list of str
        For each table those computed directly from it; without a key there are none.
    bad : list of str
        The tables that are bad to begin with, guarded or not.
    guarded : list of str
        The tables that refuse bad data from other tables.

    Returns
    -------
    set of str
        The bad tables, and those that bad data reaches from them without going through a guard.

    Notes
    -----
    A search from all bad tables at once, with a list for a stack. Each table waits at most once, and each entry is
    read at most once: O(n + m) time, O(n) memory.
    """
    refusing = set(guarded)
    found = set(bad)
    waiting = list(found)
    while waiting:
        for reader in readers.get(waiting.pop(), ()):
            if reader not in found and reader not in refusing:
                found.add(reader)
                waiting.append(reader)
    return found
