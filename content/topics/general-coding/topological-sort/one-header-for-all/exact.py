"""For each place the oldest column that no remaining sheet has behind another: sheets as queues that are used up."""


def merged_header(sheets):
    left = [list(sheet) for sheet in sheets]
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet))
    header = []
    while columns:
        free = [column for column in columns if not any(column in sheet[1:] for sheet in left)]
        if not free:
            raise ValueError
        header.append(free[0])
        columns.remove(free[0])
        for sheet in left:
            if sheet[:1] == free[:1]:
                del sheet[0]
    return header


def inputs(rng, draw):
    names = [["a", "A", "", "b", "a ", "é", "10", "9", "Z"][at] for at in rng.permutation(9)[: rng.integers(1, 10)]]
    sheets = []
    for _ in range(rng.integers(0, 8)):
        pick = sorted(rng.choice(len(names), rng.integers(0, min(4, len(names)) + 1), replace=False))
        sheets.append([names[at] for at in pick])
    if rng.random() < 0.1:
        sheets.append([names[at] for at in rng.integers(0, len(names), 3)])
    return ([sheets[at] for at in rng.permutation(len(sheets))],)
