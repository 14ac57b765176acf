# caught by: No key is special, be it the first or the last
# Marks that no key was seen yet by -1, which is a key like any other.
import heapq


def compact(runs):
    def aged(age, run):
        for key, value in run:
            yield key, age, value

    result, last = [], -1
    for key, _, value in heapq.merge(*(aged(age, run) for age, run in enumerate(runs))):
        if key != last and value is not None:
            result.append((key, value))
        last = key
    return result
