# caught by: 2,000 annotators and a trillion labels
# Takes one label after the other from a heap: right, and a trillion steps.
import heapq


def labels_done(annotators, labels):
    nexts = [(pace, 1, number) for number, (pace, _, _) in enumerate(annotators)]
    heapq.heapify(nexts)
    second = 0
    for _ in range(labels):
        second, count, number = nexts[0]
        pace, block, pause = annotators[number]
        heapq.heapreplace(nexts, (second + pace + (pause if count % block == 0 else 0), count + 1, number))
    return second
