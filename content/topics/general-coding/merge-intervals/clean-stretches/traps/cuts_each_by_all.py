# caught by: 8,000 outages in one recording
# Cuts all pieces by each outage in turn: quadratic.
def clean(recordings, outages, least):
    pieces = []
    for start, stop in sorted(recordings):
        if pieces and start <= pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], stop))
        else:
            pieces.append((start, stop))
    for one, other in outages:
        cut = []
        for start, stop in pieces:
            if other <= start or stop <= one:
                cut.append((start, stop))
                continue
            if start < one:
                cut.append((start, one))
            if other < stop:
                cut.append((other, stop))
        pieces = cut
    return [(start, stop) for start, stop in pieces if stop - start >= least]
