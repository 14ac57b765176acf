# caught by: Every trace of up to seven records
# Returns where the pointers stood: right records, but equal ones lie before them.
def extra_record(trace):
    low, high = 0, len(trace) - 1
    while low < high and trace[low] == trace[high]:
        low, high = low + 1, high - 1
    for extra in {low: 0, max(high, 0): 0} if trace else ():
        rest = trace[:extra] + trace[extra + 1 :]
        if rest == rest[::-1]:
            return extra
    return None
