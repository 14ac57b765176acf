# The library's merge of records with their age, grouped by key.
import heapq
from itertools import groupby
from operator import itemgetter


def marked(age, run):
    for key, value in run:
        yield key, age, value


def compact(runs):
    merged = heapq.merge(*(marked(age, run) for age, run in enumerate(runs)), key=itemgetter(0, 1))
    newest = (next(group) for _, group in groupby(merged, key=itemgetter(0)))
    return [(key, value) for key, _, value in newest if value is not None]
