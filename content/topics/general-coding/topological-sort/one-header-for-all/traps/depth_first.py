# caught by: The order of each sheet, and the oldest first
# Reversed postorder, with the youngest as the first start: a right order, and not the one that is asked for.
def merged_header(sheets):
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet))
    age = {column: at for at, column in enumerate(columns)}
    right = {column: [] for column in columns}
    for sheet in sheets:
        for one, other in zip(sheet, sheet[1:]):
            right[one].append(other)
    state, order = {}, []
    for start in reversed(columns):
        stack = [(start, iter(sorted(right[start], key=age.get, reverse=True)))] if start not in state else []
        state.setdefault(start, "open")
        while stack:
            column, others = stack[-1]
            for other in others:
                if state.get(other) == "open":
                    raise ValueError
                if other not in state:
                    state[other] = "open"
                    stack.append((other, iter(sorted(right[other], key=age.get, reverse=True))))
                    break
            else:
                state[column] = "done"
                order.append(column)
                stack.pop()
    return order[::-1]
