import heapq
from collections.abc import Sequence


def leveling_costs(times: Sequence[int], values: Sequence[int], span: int) -> list[int]:
    """After each report, the least cost of moving all values that count to one common value.

    Parameters
    ----------
    times : list of int
        When the reports came, in seconds; they never fall.
    values : list of int
        What they reported, as many.
    span : int
        A report counts while it is less than so many seconds old; at least 1.

    Returns
    -------
    list of int
        A cost for each report.

    Notes
    -----
    The median is the best common value. Two heaps hold the lower and the upper half, with entries that are too old
    among them: these are dropped at the top, and the halves' numbers and sums leave them out. Every report enters,
    leaves and makes up for one that left, O(n log n).
    """
    heaps, numbers, sums = ([], []), [0, 0], [0, 0]
    half = [0] * len(times)
    oldest, costs = 0, []

    def count(side: int, report: int, sign: int) -> None:
        numbers[side] += sign
        sums[side] += sign * values[report]

    def put(side: int, report: int) -> None:
        half[report] = side
        count(side, report, 1)
        heapq.heappush(heaps[side], (values[report] if side else -values[report], report))

    def take(side: int) -> int:
        while heaps[side][0][1] < oldest:
            heapq.heappop(heaps[side])
        report = heapq.heappop(heaps[side])[1]
        count(side, report, -1)
        return report

    for report, time in enumerate(times):
        while time - times[oldest] >= span:
            count(half[oldest], oldest, -1)
            oldest += 1
        put(0, report)
        put(1, take(0))
        while numbers[0] < numbers[1]:
            put(0, take(1))
        while numbers[0] > numbers[1] + 1:
            put(1, take(0))
        cost = sums[1] - sums[0]
        if numbers[0] > numbers[1]:
            middle = take(0)
            put(0, middle)
            cost += values[middle]
        costs.append(cost)
    return costs
