# caught by: Every column younger than the next
# Goes over the columns from the oldest for each place, and takes the first that waits for nothing.
def merged_header(sheets):
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet))
    right, missing = {column: [] for column in columns}, dict.fromkeys(columns, 0)
    for sheet in sheets:
        for one, other in zip(sheet, sheet[1:]):
            right[one].append(other)
            missing[other] += 1
    header = []
    while columns:
        oldest = next((column for column in columns if not missing[column]), None)
        if oldest is None:
            raise ValueError
        columns.remove(oldest)
        header.append(oldest)
        for other in right[oldest]:
            missing[other] -= 1
    return header
