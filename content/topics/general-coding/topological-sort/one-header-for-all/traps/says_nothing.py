# caught by: Contradictions raise ValueError
# Returns what could be placed, and leaves out the columns of a cycle.
from heapq import heappop, heappush


def merged_header(sheets):
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet))
    age = {column: at for at, column in enumerate(columns)}
    right, missing = [[] for _ in columns], [0] * len(columns)
    for sheet in sheets:
        for one, other in zip(sheet, sheet[1:]):
            right[age[one]].append(age[other])
            missing[age[other]] += 1
    ready, header = [at for at, count in enumerate(missing) if count == 0], []
    while ready:
        oldest = heappop(ready)
        header.append(columns[oldest])
        for other in right[oldest]:
            missing[other] -= 1
            if missing[other] == 0:
                heappush(ready, other)
    return header
