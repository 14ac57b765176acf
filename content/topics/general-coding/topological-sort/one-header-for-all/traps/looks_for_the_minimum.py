# caught by: A sheet of 10,000 columns, and as many sheets with few
# A list of those that may come next, read from end to end for its minimum.
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
        oldest = min(ready)
        ready.remove(oldest)
        header.append(columns[oldest])
        for other in right[oldest]:
            missing[other] -= 1
            if missing[other] == 0:
                ready.append(other)
    if len(header) < len(columns):
        raise ValueError
    return header
