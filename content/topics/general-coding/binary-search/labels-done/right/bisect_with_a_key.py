# `bisect` over a range of seconds, by the number of labels finished; the upper end is what the fastest needs alone.
from bisect import bisect_left


def labels_done(annotators, labels):
    def finished(second):
        total = 0
        for pace, block, pause in annotators:
            cycles, rest = divmod(second, block * pace + pause)
            total += cycles * block + min(block, rest // pace)
        return total

    alone = min(labels * (pace + pause) for pace, block, pause in annotators)
    return bisect_left(range(alone + 1), labels, key=finished)
