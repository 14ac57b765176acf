# caught by: The example in the statement
# Takes every span that was never left for abandoned, also those that are still running.
def abandoned(events):
    stack, found = [], []
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            stack.append(place)
            continue
        for up in range(len(stack) - 1, -1, -1):
            if events[stack[up]][1] == name:
                found += stack[up + 1 :]
                del stack[up:]
                break
    return sorted(found + stack)
