# caught by: The example in the statement
# Grows sets level by level, so that they come in the order of their size.
def ablations(needs, clashes):
    found, level = [], [[]]
    while level:
        found += level
        level = [
            [*chosen, part]
            for chosen in level
            for part in range(chosen[-1] + 1 if chosen else 0, len(needs))
            if set(needs[part]) <= set(chosen) and not any({a, b} <= {*chosen, part} for a, b in clashes)
        ]
    return found
