# How far the trace and its reverse agree, without and with a shift by one; each record is then judged by these two numbers.
def extra_record(trace):
    n, back = len(trace), trace[::-1]

    def agreement(one, other):
        return next((at for at, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))

    plain = agreement(trace, back)
    if n and plain == n:
        candidates = [n // 2]
    else:
        candidates = [plain, n - 1 - plain]
    for index in candidates:
        if not 0 <= index < n:
            continue
        rest = [*trace[:index], *trace[index + 1 :]]
        if rest == rest[::-1]:
            while index and trace[index - 1] == trace[index]:
                index -= 1
            return index
    return None
