# caught by: Of 300 long runs, no more is read than is needed
# Files are read in blocks, so records are too: a hundred of every run are in memory, which is most of what there is.
import heapq
from itertools import islice


def in_blocks(run):
    while block := list(islice(run, 100)):
        yield from block


def compact(runs):
    newest = heapq.merge(*map(in_blocks, runs), key=lambda record: record[0])
    result, last = [], None
    for key, value in newest:
        if key != last and value is not None:
            result.append((key, value))
        last = key
    return result
