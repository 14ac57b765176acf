# No graph: a column may come next once it heads every sheet it is in; sheets move on as their heads are placed.
from collections import Counter
from heapq import heapify, heappop, heappush


def merged_header(sheets):
    wanted = Counter(column for sheet in sheets for column in sheet)
    age = {column: at for at, column in enumerate(wanted)}
    heads, heading = [0] * len(sheets), {column: [] for column in wanted}
    for number, sheet in enumerate(sheets):
        if sheet:
            heading[sheet[0]].append(number)
    ready = [(age[column], column) for column in wanted if len(heading[column]) == wanted[column]]
    heapify(ready)
    header = []
    while ready:
        _, column = heappop(ready)
        header.append(column)
        for number in heading[column]:
            heads[number] += 1
            if heads[number] < len(sheets[number]):
                after = sheets[number][heads[number]]
                heading[after].append(number)
                if len(heading[after]) == wanted[after]:
                    heappush(ready, (age[after], after))
    if len(header) != len(wanted):
        raise ValueError("no header keeps the order of all sheets")
    return header
