# caught by: 2,000 annotators and a trillion labels
# Counts what is finished at each second in turn.
def labels_done(annotators, labels):
    second = 0
    while True:
        total = 0
        for pace, block, pause in annotators:
            cycles, rest = divmod(second, block * pace + pause)
            total += cycles * block + min(block, rest // pace)
        if total >= labels:
            return second
        second += 1
