def lost_and_doubled(numbers: list[int]) -> tuple[list[int], list[int]]:
    """The shard numbers that are missing, and those that come more than once.

    Parameters
    ----------
    numbers : list of int
        As many numbers as there are shards; only those from 0 to n - 1 count. The list is rearranged.

    Returns
    -------
    lost, doubled : list of int
        Both in ascending order.

    Notes
    -----
    Each number is swapped to the place that has its number, unless an equal one is there. Each swap puts a number home
    for good, so there are fewer than n: O(n) time, O(1) memory besides the answer.
    """
    n = len(numbers)
    for place in range(n):
        home = numbers[place]
        while 0 <= home < n and numbers[home] != home:
            numbers[place], numbers[home] = numbers[home], home
            home = numbers[place]
    lost = [place for place in range(n) if numbers[place] != place]
    doubled = {numbers[place] for place in lost if 0 <= numbers[place] < n}
    return lost, sorted(doubled)
