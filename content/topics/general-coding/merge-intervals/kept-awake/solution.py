from collections.abc import Sequence


def awake(jobs: Sequence[tuple[int, int]], grace: int) -> list[tuple[int, int]]:
    """The stretches of time for which a machine is on that stays on for a while after each job.

    Parameters
    ----------
    jobs : list of tuple of int
        The start and the stop of each job in seconds, in any order.
    grace : int
        For how many seconds after its stop a job keeps the machine on.

    Returns
    -------
    list of tuple of int
        The start and the stop of each stretch, in ascending order.

    Notes
    -----
    In the order of their starts, each job makes the last stretch longer or begins a new one: O(n log n) time.
    """
    stretches: list[tuple[int, int]] = []
    for start, stop in sorted(jobs):
        off = stop + grace
        if stretches and start <= stretches[-1][1]:
            begun, before = stretches[-1]
            stretches[-1] = begun, max(before, off)
        else:
            stretches.append((start, off))
    return stretches
