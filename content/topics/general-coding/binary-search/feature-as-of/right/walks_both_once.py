# The moments are sorted, and both lists walked through once: O(n + m log m).
def as_of(times, values, moments, max_age):
    found = [None] * len(moments)
    at = -1
    for place in sorted(range(len(moments)), key=moments.__getitem__):
        while at + 1 < len(times) and times[at + 1] < moments[place]:
            at += 1
        if at >= 0 and times[at] >= moments[place] - max_age:
            found[place] = values[at]
    return found
