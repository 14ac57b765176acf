# caught by: Two or three short sheets
# A queue of those that may come next: they come in the order in which they became free.
from collections import deque


def merged_header(sheets):
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet))
    age = {column: at for at, column in enumerate(columns)}
    right, missing = [[] for _ in columns], [0] * len(columns)
    for sheet in sheets:
        for one, other in zip(sheet, sheet[1:]):
            right[age[one]].append(age[other])
            missing[age[other]] += 1
    ready, header = deque(at for at, count in enumerate(missing) if count == 0), []
    while ready:
        oldest = ready.popleft()
        header.append(columns[oldest])
        for other in right[oldest]:
            missing[other] -= 1
            if missing[other] == 0:
                ready.append(other)
    if len(header) < len(columns):
        raise ValueError
    return header
