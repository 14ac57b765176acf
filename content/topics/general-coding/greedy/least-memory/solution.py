from collections.abc import Sequence


def least_memory(jobs: Sequence[tuple[int, int]], held: int) -> int:
    """The smallest memory that is enough to run all jobs in some order.

    Parameters
    ----------
    jobs : list of tuple of int
        For each, the megabytes that it needs on top of what is in use while it runs, and by how many it changes that.
    held : int
        The megabytes that are in use before the first job.

    Returns
    -------
    int
        In megabytes; `held` where there are no jobs.

    Notes
    -----
    What frees memory comes first, the smallest peak first, since each makes room for the next. The others are the same
    backward in time, where a job needs peak - change on top of what it leaves: the largest first. O(n log n).
    """

    def place(job: tuple[int, int]) -> tuple[bool, int]:
        peak, change = job
        return (True, change - peak) if change > 0 else (False, peak)

    need = held
    for peak, change in sorted(jobs, key=place):
        need = max(need, held + peak)
        held += change
    return need
