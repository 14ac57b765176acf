# caught by: Every trace of up to seven records
# Takes the record from the left for the extra one without trying the other.
def extra_record(trace):
    low, high = 0, len(trace) - 1
    while low < high and trace[low] == trace[high]:
        low, high = low + 1, high - 1
    rest = trace[low + 1 : high + 1]
    if not trace or rest != rest[::-1]:
        return None
    while low and trace[low - 1] == trace[low]:
        low -= 1
    return low
