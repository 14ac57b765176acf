# caught by: Nothing in use, a trillion, and twenty more
# Bisects the memory between what is held and ten trillion; 20,000 jobs of a billion need twice that.
def least_memory(jobs, held):
    down = sorted((p, c) for p, c in jobs if c <= 0)
    up = sorted((j for j in jobs if j[1] > 0), key=lambda j: j[1] - j[0])
    order = down + up

    def fits(m):
        h = held
        for p, c in order:
            if h + p > m:
                return False
            h += c
        return True

    lo, hi = held, 10**13
    while lo < hi:
        mid = (lo + hi) // 2
        if fits(mid):
            hi = mid
        else:
            lo = mid + 1
    return lo
