# caught by: The example in the statement
# Takes the first name in the alphabet for the oldest.
from heapq import heapify, heappop, heappush


def merged_header(sheets):
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet))
    age = {column: at for at, column in enumerate(columns)}
    right, missing = {column: [] for column in columns}, dict.fromkeys(columns, 0)
    for sheet in sheets:
        for one, other in zip(sheet, sheet[1:]):
            right[one].append(other)
            missing[other] += 1
    ready, header = [column for column in columns if not missing[column]], []
    heapify(ready)
    while ready:
        oldest = heappop(ready)
        header.append(oldest)
        for other in right[oldest]:
            missing[other] -= 1
            if missing[other] == 0:
                heappush(ready, other)
    if len(header) < len(columns):
        raise ValueError
    return header
