# caught by: 40,000 records
# Leaves out each record in turn: right, and quadratic.
def extra_record(trace):
    for index in range(len(trace)):
        rest = trace[:index] + trace[index + 1 :]
        if rest == rest[::-1]:
            return index
    return None
