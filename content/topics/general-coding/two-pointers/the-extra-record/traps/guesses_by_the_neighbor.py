# caught by: Every trace of up to seven records
# Chooses a side by whether the next record fits, without looking at the rest.
def extra_record(trace):
    low, high, extra = 0, len(trace) - 1, None
    while low < high:
        if trace[low] == trace[high]:
            low, high = low + 1, high - 1
        elif extra is not None:
            return None
        elif trace[low + 1] == trace[high]:
            extra, low = low, low + 1
        else:
            extra, high = high, high - 1
    if extra is None:
        extra = len(trace) // 2
    while extra and trace[extra - 1] == trace[extra]:
        extra -= 1
    return extra if trace else None
