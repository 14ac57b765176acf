# caught by: Every trace of up to seven records
# Returns None where nothing needs to be left out.
def extra_record(trace):
    if trace == trace[::-1]:
        return None
    low, high = 0, len(trace) - 1
    while trace[low] == trace[high]:
        low, high = low + 1, high - 1
    for extra in (low, high):
        rest = trace[:extra] + trace[extra + 1 :]
        if rest == rest[::-1]:
            while extra and trace[extra - 1] == trace[extra]:
                extra -= 1
            return extra
    return None
