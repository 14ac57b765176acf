# caught by: Names are compared one by one, not as a joined text
# Joins the names to compare them both ways: 'a,a' and 'a' join to the same text in either order.
def extra_record(trace):
    if not trace:
        return None

    def mirrored(part):
        return ",".join(part) == ",".join(reversed(part))

    l, r = 0, len(trace) - 1
    while l < r and trace[l] == trace[r]:
        l += 1
        r -= 1
    if l >= r:
        at = len(trace) // 2
        while at and trace[at - 1] == trace[at]:
            at -= 1
        return at
    if mirrored(trace[l + 1 : r + 1]):
        while l and trace[l - 1] == trace[l]:
            l -= 1
        return l
    if mirrored(trace[l:r]):
        return r
    return None
