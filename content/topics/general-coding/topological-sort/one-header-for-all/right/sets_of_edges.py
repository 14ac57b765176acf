# Each edge once, in sets, and a heap of pairs of age and name.
import heapq


def merged_header(sheets):
    age = {}
    for sheet in sheets:
        for column in sheet:
            age.setdefault(column, len(age))
    after = {column: set() for column in age}
    before = {column: set() for column in age}
    for sheet in sheets:
        for at in range(1, len(sheet)):
            after[sheet[at - 1]].add(sheet[at])
            before[sheet[at]].add(sheet[at - 1])
    heap = [(age[column], column) for column in age if not before[column]]
    heapq.heapify(heap)
    header = []
    while heap:
        column = heapq.heappop(heap)[1]
        header.append(column)
        for other in after[column]:
            before[other].remove(column)
            if not before[other]:
                heapq.heappush(heap, (age[other], other))
    if any(before.values()):
        raise ValueError
    return header
