# caught by: Two to four reports, every choice of three values
# Drops old entries when they surface, but balances the halves by the sizes of the heaps.
import heapq


def leveling_costs(times, values, span):
    low, high, costs = [], [], []
    for now, (time, value) in enumerate(zip(times, values, strict=True)):
        heapq.heappush(low, (-value, now))
        lowered, one = heapq.heappop(low)
        heapq.heappush(high, (-lowered, one))
        for heap in (low, high):
            while heap and time - times[heap[0][1]] >= span:
                heapq.heappop(heap)
        if len(high) > len(low):
            raised, one = heapq.heappop(high)
            heapq.heappush(low, (-raised, one))
        below = [-value for value, one in low if time - times[one] < span]
        above = [value for value, one in high if time - times[one] < span]
        middle = max(below, default=min(above, default=0))
        costs.append(sum(abs(value - middle) for value in below + above))
    return costs
